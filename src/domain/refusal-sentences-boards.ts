/** Why a saved view is refused. */
export const boardSentences = {
  'view-name-taken': 'Une de vos vues porte déjà ce nom. Choisissez-en un autre, ou supprimez l’ancienne.',
  'view-address': 'Cette vue ne mène à aucune page. Ouvrez la liste, filtrez-la, puis enregistrez-la.',
  'views-too-many': 'Vous avez déjà {most}~vues. Supprimez-en une pour enregistrer celle-ci.',
} as const;
