/** What one may filter the journal by: a subject, and the first words of the codes that belong to it. */
export const auditFamilies = {
  account: {
    label: 'Comptes et sécurité',
    prefixes: ['account', 'identity', 'password', 'recovery-code', 'second-factor'],
  },
  session: { label: 'Connexions', prefixes: ['session', 'sign-in', 'second-step', 'confirmation'] },
  organisation: { label: 'Organisation', prefixes: ['organisation', 'service'] },
  member: { label: 'Membres', prefixes: ['member'] },
  invitation: { label: 'Invitations', prefixes: ['invitation'] },
  approval: { label: 'Décisions à deux', prefixes: ['approval'] },
  contact: { label: 'Points de contact', prefixes: ['contact'] },
  link: { label: 'Liens d’échange', prefixes: ['link'] },
  'partner-key': { label: 'Clés de l’API', prefixes: ['partner-key'] },
  mail: { label: 'Courriels', prefixes: ['mail'] },
  journal: { label: 'Journal', prefixes: ['journal'] },
  market: {
    label: 'Marchés',
    prefixes: ['market', 'lot', 'tranche', 'commitment', 'amendment', 'amount', 'operation', 'programme', 'document'],
  },
  instance: { label: 'Instance', prefixes: ['instance'] },
  person: { label: 'Personnes et contrats', prefixes: ['person', 'eligibility', 'employment'] },
  referral: { label: 'Prescripteurs et vivier', prefixes: ['referral', 'prescriber', 'referent', 'pool', 'platform'] },
  placement: { label: 'Postes et candidatures', prefixes: ['offer', 'need', 'placement', 'session-information'] },
  party: { label: 'Intervenants', prefixes: ['party', 'facilitator'] },
  agreement: { label: 'Accords et règles de décompte', prefixes: ['agreement', 'counting'] },
  declaration: { label: 'Heures', prefixes: ['declaration', 'hours', 'refusal', 'statement', 'worked'] },
  privacy: {
    label: 'Données personnelles',
    prefixes: ['own-space', 'certificate', 'request', 'retention', 'hold', 'text'],
  },
  pathway: {
    label: 'Parcours, visites et sorties',
    prefixes: ['visit', 'evaluation', 'report', 'skill', 'next-contract', 'obstacle', 'exit'],
  },
  view: { label: 'Vues, calendrier et exports', prefixes: ['view', 'calendar'] },
} as const satisfies Record<string, { label: string; prefixes: readonly string[] }>;

export type AuditFamily = keyof typeof auditFamilies;

export function familyOf(code: string): AuditFamily | null {
  const [prefix = ''] = code.split('.');
  const families = Object.keys(auditFamilies).filter(isAuditFamily);
  return families.find((family) => prefixesOf(family).includes(prefix)) ?? null;
}

export function prefixesOf(family: AuditFamily): readonly string[] {
  return auditFamilies[family].prefixes;
}

export function isAuditFamily(text: string): text is AuditFamily {
  return Object.hasOwn(auditFamilies, text);
}
