/** Refusals of tranches, of hours worked by everybody, and of hours refused by the buyer. `~` is a non-breaking space. */
export const lotSentences = {
  'tranches-over':
    'Les tranches feraient {sum} pour un engagement de {whole}, soit {over} de trop. Réduisez une tranche, ou préparez un avenant.',
  'tranche-below-validated':
    'Il ne resterait que {due} dues, et {validated} sont déjà validées. Gardez au moins ce qui est validé.',
  'tranche-not-affirmed': 'Cette tranche n’est pas affermie. Il n’y a rien à reprendre.',
  'tranche-day-future': 'Un affermissement s’enregistre une fois décidé. Indiquez sa date, aujourd’hui au plus tard.',
  'tranche-day-before': 'L’affermissement ne peut pas venir avant la notification du lot, le {day}.',
  'worked-missing':
    'Indiquez les heures travaillées par tous, par exemple 1~240. Mettez 0 si le chantier était arrêté.',
  'worked-below-insertion':
    'Les heures d’insertion de ce mois font déjà {insertion}. Le total les comprend~: indiquez un nombre plus grand.',
  'worked-sealed': 'Ce mois est scellé dans un état remis. Demandez la correction à votre facilitateur.',
  'worked-not-asked': 'Ce lot ne demande pas les heures travaillées par tous. Il n’y a rien à indiquer.',
  'facilitator-person': 'Cette personne ne suit pas de lots dans votre structure. Choisissez-la dans la liste.',
  'worked-company': 'Choisissez l’entreprise et le mois dans la liste.',
  'refusal-no-line': 'Choisissez au moins une ligne validée à proposer au refus.',
  'refusal-line-unfit': 'Une ligne choisie n’est plus validée. Rechargez la page, puis choisissez de nouveau.',
  'refusal-waiting':
    'Une proposition de refus attend l’acheteur pour cette déclaration. Retirez-la d’abord, ou attendez sa réponse.',
  'refusal-buyer-absent':
    'Personne ne peut encore répondre pour l’acheteur ici. Remettez la déclaration à valider, ou corrigez la ligne scellée.',
  'refusal-answered': 'Cette proposition n’attend plus de réponse ({state}). Rechargez la page pour la lire.',
  'refusal-lapsed': 'Ces heures ne comptent plus depuis la proposition. Écartez-la~: il n’y a plus rien à refuser.',
  'review-other-structure':
    'Les lignes qui attendent sont celles de personnes suivies par une autre structure. Elle seule en décide.',
} as const;
