/** Refusals about a person's own space, requests, retention and holds; ~ stands for a non-breaking space. */
export const privacySentences = {
  'person-put-aside': 'Cette fiche est mise de côté~: elle se lit, et rien ne s’y ajoute plus.',
  'own-space-code':
    'Ce code et cette date de naissance ne vont pas ensemble. Vérifiez-les, ou demandez une nouvelle feuille.',
  'own-space-birth-missing': 'Indiquez d’abord sa date de naissance sur sa fiche~: elle accompagne le code.',
  'own-space-email-missing': 'Indiquez d’abord son adresse électronique sur sa fiche, ou imprimez une feuille.',
  'certificate-empty': 'Aucune heure validée sur cette période. Choisissez d’autres mois.',
  'months-order': 'Le dernier mois vient avant le premier. Choisissez un dernier mois plus tardif.',
  'request-closed': 'Cette demande a déjà reçu sa réponse, ou elle a été retirée. Rechargez la page.',
  'request-other-side': 'Cette étape revient à l’autre partie.',
  'request-extended': 'Cette demande a déjà été prolongée une fois. Répondez avant son terme.',
  'request-too-late': 'Le premier mois est passé~: la prolongation n’est plus possible. Répondez sans attendre.',
  'request-held':
    'Un gel empêche l’effacement jusqu’au {day}. Acceptez en partie, en disant ce qui reste et pourquoi, ou levez le gel.',
  'request-confirm': 'Cochez cette case~: ce qui s’efface ne revient pas.',
  'request-same-open': 'Une demande du même type est déjà en cours. Sa réponse vous sera donnée ici.',
  'retention-outside': 'Choisissez une durée entre {floor} et {ceiling}~mois.',
  'retention-fixed': 'Cette durée est fixée par la loi. Elle ne se choisit pas.',
  'retention-contact-future': 'Ce contact n’a pas encore eu lieu. Indiquez un jour passé ou aujourd’hui.',
  'retention-contact-old': 'Ce contact est trop ancien pour garder la fiche. Indiquez un contact plus récent.',
  'hold-over': 'Le dernier jour du gel est passé. Indiquez un jour à venir.',
  'hold-target': 'Choisissez une personne ou un marché de la liste.',
} as const;
