/** Refusals of quarterly statements. In a sentence, ~ stands for a non-breaking space. */
export const statementSentences = {
  'statement-quarter': 'Choisissez un trimestre de la liste, une fois terminé.',
  'statement-empty': 'Aucune déclaration validée n’attend un état jusqu’à ce trimestre. Validez d’abord les heures.',
  'statement-changed':
    'Les déclarations à remettre ont changé pendant votre lecture. Relisez l’état, puis remettez-le.',
} as const;
