/** What the entries of the journal about exported lists say: who comes first, then this sentence. */
export const exportActions: Readonly<Record<string, string>> = {
  'view.exported': 'a exporté la liste des marchés',
  'view.queue-exported': 'a exporté la liste des déclarations à contrôler',
  'view.lot-hours-exported': 'a exporté les heures d’un lot',
  'view.people-exported': 'a exporté la liste des personnes suivies',
  'view.companies-exported': 'a exporté la liste des entreprises',
};
