/** Refusals of the review, the sealing and the correction of hours. In a sentence, ~ stands for a non-breaking space. */
export const reviewSentences = {
  'declaration-reviewed': 'Cette déclaration vient d’être traitée ({state}). Rechargez la page pour voir la décision.',
  'declaration-resent': 'La déclaration a changé pendant votre lecture. Relisez les lignes, puis décidez.',
  'review-nothing-ticked': 'Cochez au moins une déclaration, puis validez la sélection.',
  'review-none-clean': 'Aucune des déclarations cochées n’est sans point à vérifier. Ouvrez-les une à une.',
  'review-no-line-refused': 'Choisissez un motif sur chaque ligne à refuser, ou validez toute la déclaration.',
  'line-not-sealed': 'Cette ligne n’est pas scellée. Remettez la déclaration à valider, puis corrigez.',
  'correction-same': 'Ces heures sont déjà celles de la ligne. Saisissez le nombre corrigé.',
  'reminder-too-soon': 'Un rappel est parti il y a moins de 7~jours. Attendez le {day}, ou téléphonez.',
  'reminder-no-address': 'Aucune adresse n’est connue pour cette entreprise. Ajoutez un contact sur le lot.',
  'reminder-to-call': 'Ce contact n’a qu’un téléphone, et aucun SMS ne part d’ici. Appelez-le.',
  'reminder-answered': 'Cette entreprise a répondu pour ce mois. Il n’y a rien à rappeler.',
  'paper-kept': 'Ce mois est validé~: ses pièces restent jointes. Appelez votre facilitateur si l’une est fausse.',
  'pooling-nothing':
    'Aucune heure en surplus ne peut aller à un autre lot. Un accord de globalisation signé est nécessaire.',
} as const;
