/** Tables of the mechanisms: digests, counters and links that name nobody by themselves. */
export const mechanismTables: Readonly<Record<string, string>> = {
  approval: 'Faire décider à deux',
  audit_check: 'Vérifier le journal chaque nuit',
  audit_segment: 'Prouver le journal une fois passées les durées de ses lectures et connexions',
  reason_tally: 'Compter par année les motifs sensibles effacés, sans personne',
  audit_head: 'Enchaîner le journal',
  idempotency: 'Rendre sans effet un double envoi',
  instance: 'Dire ce qu’est cette base',
  link_token: 'Ouvrir une page par un lien reçu\u00A0; seule l’empreinte du lien est gardée',
  partner_key: 'Ouvrir l’API à un logiciel',
  throttle: 'Ralentir qui essaie trop souvent\u00A0; seules des empreintes sont gardées',
};
