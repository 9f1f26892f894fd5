/** Refusals about people, their contracts, and who takes part in a lot; ~ stands for a non-breaking space. */
export const peopleSentences = {
  'person-lookalike': 'Une personne proche est déjà suivie ici. Comparez, puis ouvrez sa fiche ou confirmez.',
  'person-referred-to':
    'Un contrat, une décision ou une proposition porte déjà sur elle. Corrigez sa fiche, ou fusionnez-la.',
  'birth-date-future': 'Cette date de naissance n’est pas encore passée. Vérifiez l’année, par exemple 12/04/1990.',
  'eligibility-none': 'Aucune décision n’est en cours. Enregistrez d’abord une décision.',
  'contract-days-order': 'La fin vient avant le début. Indiquez une fin plus tardive.',
  'contract-without-term': 'Ce type de contrat n’a pas de terme. Laissez la fin vide, ou changez le type.',
  'trial-outside': 'La période d’essai finit pendant le contrat. Corrigez sa date.',
  'employer-is-company':
    'En mise à disposition, l’employeur prête la personne à l’entreprise. Choisissez la structure qui l’emploie.',
  'employer-is-other':
    'Sans mise à disposition, l’entreprise emploie elle-même la personne. Choisissez la même, ou changez de modalité.',
  'hours-outside-days':
    'Des heures sont déclarées pour {month}, hors de ces dates. Faites-les d’abord corriger, ou changez la date du {day}.',
  'party-doubled': 'Cette entreprise a déjà ce rôle sur le lot. Modifiez sa ligne.',
  'party-holder-taken': 'Ce lot a déjà un {role}. Indiquez d’abord son départ, ou choisissez un autre rôle.',
  'party-group-mixed':
    'Un lot a un titulaire, ou un groupement avec son mandataire. Choisissez l’un des deux pour tout le lot.',
  'party-under-missing': 'Choisissez pour qui travaille ce sous-traitant.',
  'party-act-missing': 'Indiquez la date de l’acte de sous-traitance. Exemple~: 02/02/2026.',
  'party-share-over': 'Les parts sous-traitées font {sum} pour une part de {whole}. Corrigez l’une d’elles.',
  'facilitator-doubled': 'Cette structure suit déjà ce lot. Modifiez sa ligne.',
  'facilitator-lead-taken': 'Ce lot a déjà un chef de file. Changez d’abord son rôle.',
  'facilitator-shares-over': 'Il reste {left}~% à répartir. Indiquez une part plus petite, ou réduisez-en une autre.',
  'delegation-incomplete':
    'Indiquez le nom, l’adresse et le dernier jour de la délégation, ou laissez les trois vides.',
  'delegation-past': 'Le dernier jour de la délégation est passé. Indiquez un jour à venir.',
  'party-gone': 'Cette entreprise a quitté le lot. Remettez-la d’abord.',
  'party-under-it': 'Un sous-traitant travaille encore pour elle. Indiquez d’abord son départ.',
  'facilitator-unknown': 'Choisissez une structure de facilitation dans la liste.',
} as const;
