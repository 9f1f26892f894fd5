/** Refusals about visits, obstacles, what follows a contract and exits; ~ stands for a non-breaking space. */
export const pathwaySentences = {
  'visit-noted-future': 'Cette visite serait notée avant d’avoir lieu. Indiquez aujourd’hui ou un jour passé.',
  'visit-moved-day-missing': 'Indiquez le nouveau jour de la visite. Exemple~: 12/01/2027.',
  'visit-moved-past': 'Ce jour est passé. Choisissez un jour à venir.',
  'visit-next-past': 'La prochaine visite vient après celle-ci. Choisissez un jour à venir.',
  'visit-cancelled': 'Cette visite est annulée. Ajoutez-en une autre depuis le contrat.',
  'visit-already-noted': 'Cette visite est déjà notée. Corrigez sa note.',
  'visit-outside-contract': 'Le contrat est terminé ce jour-là. Choisissez un jour avant le {day}.',
  'note-settled': 'Cette note est déjà départagée. Rechargez la page pour voir l’état actuel.',
  'evaluation-future': 'Cette évaluation serait faite dans le futur. Indiquez aujourd’hui ou un jour passé.',
  'evaluation-empty': 'Choisissez au moins un degré, sur une ligne.',
  'mistake-too-late':
    'Cela ne se retire que le jour de la saisie, tant que personne d’autre n’y a travaillé. Corrigez plutôt.',
  'report-future': 'Ce bilan se serait tenu dans le futur. Indiquez aujourd’hui ou un jour passé.',
  'report-presence-missing': 'Cochez qui était présent~: la personne, et au moins une autre partie.',
  'next-lot-missing': 'Choisissez le lot du prochain contrat dans la liste.',
  'next-contract-known': 'Une suite est déjà proposée pour ce contrat. Retirez-la d’abord.',
  'obstacle-known': 'Ce frein est déjà suivi pour cette personne. Ouvrez-le dans la liste.',
  'obstacle-specialist-missing': 'Indiquez vers qui la personne est orientée. Exemple~: «~Plateforme mobilité~».',
  'obstacle-nobody-to-share':
    'Cette personne n’a pas été orientée par un prescripteur~: il n’y a personne à qui partager.',
  'exit-dates-missing': 'Indiquez le début et la fin du contrat, ou choisissez s’il dure 6~mois.',
  'exit-future': 'Cette situation serait observée dans le futur. Indiquez aujourd’hui ou un jour passé.',
  'exit-cancelled': 'Cette question n’est plus posée~: la personne a repris un contrat sous la clause.',
  'exit-not-due': 'Cette question se pose à partir du {day}.',
  'exit-no-address': 'Aucune adresse électronique connue. Appelez la personne, puis notez sa réponse.',
  'exit-asked-already': 'La question est déjà partie. Vous pourrez la renvoyer le {day}.',
} as const;
