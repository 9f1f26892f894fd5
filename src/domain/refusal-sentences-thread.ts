/** Sentences of the main thread: markets, commitments, people, contracts and hours. `~` is a non-breaking space. */
export const threadSentences = {
  'rule-unknown': 'Aucune valeur n’est connue au {day} pour la règle {code}. Ajoutez-la avec sa date et sa source.',
  'rule-doubled': 'Deux valeurs de la règle {code} commencent le {day}. Retirez-en une, ou changez sa date.',
  'rule-days-order': 'La règle {code} finit avant de commencer. Corrigez l’une de ses deux dates.',
  'move-impossible': 'Cette étape ne suit pas l’état actuel. Étapes possibles~: {next}.',
  'move-other-side': 'Cette étape revient à {who}. Demandez-lui de la faire.',
  'reason-missing': 'Écrivez le motif en une phrase~: il sera gardé avec la décision.',
  'move-day-missing': 'Indiquez la date de cette étape. Exemple~: 21/11/2026.',
  'proposal-missing': 'Cette décision suit une proposition écrite. Indiquez qui l’a proposée.',
  'lots-still-open': 'Des lots sont encore ouverts~: {count}. Terminez chacun d’eux, puis le marché.',
  'confirmation-missing':
    'L’autre partie n’a pas confirmé ces heures. Attendez sa réponse, ou écrivez pourquoi vous validez.',
  'contract-has-hours': 'Des heures sont déclarées sur ce contrat~: il ne se retire plus. Indiquez plutôt sa fin.',
  'end-reason-unfit': 'Ce motif de fin ne convient pas à ce contrat. Choisissez-en un autre dans la liste.',
  'contract-over': 'Ce contrat est déjà terminé. Enregistrez un nouveau contrat.',
  'contract-open-ended': 'Ce contrat n’a pas de terme~: il ne se renouvelle ni ne se transforme. Modifiez sa fiche.',
  'renewal-not-later': 'Le renouvellement doit aller au-delà du {day}. Indiquez une fin plus tardive.',
  'day-before-start': 'Cette date précède le début du contrat. Indiquez un jour plus tardif.',
  'amendment-below-validated':
    'L’avenant descend sous les heures déjà validées, {validated}. Indiquez au moins cette durée.',
  'amendment-before-former':
    'Cet avenant prend effet avant la version précédente, du {day}. Choisissez une date plus tardive.',
  'amendment-waiting': 'Un avenant attend déjà sa signature. Signez-le ou retirez-le avant d’en proposer un autre.',
  'amendment-signed': 'Aucun avenant n’attend de signature. Proposez-en un d’abord.',
  'amendment-signed-before':
    'La version précédente a été signée le {day}. Indiquez une signature de ce jour ou d’après.',
  'split-sum': 'Les parts font {sum} pour un total de {whole}. Corrigez une part jusqu’à l’égalité.',
  'split-negative': 'Une part est négative. Indiquez zéro ou un nombre d’heures positif.',
  'split-doubled': 'Une même entreprise figure deux fois avec le même rôle. Réunissez ses deux parts.',
  'compensation-member': 'Choisissez deux membres différents de ce groupement.',
  'compensation-minutes': 'Indiquez le nombre d’heures à transférer. Exemple~: 20~h.',
  'compensation-surplus': 'Ce membre n’a que {surplus} d’avance. Transférez au plus cette durée.',
  'compensation-shortfall': 'Il ne manque que {shortfall} à ce membre. Transférez au plus cette durée.',
  'bracket-gap': 'Ce montant tombe entre deux tranches du barème. Nous proposons {proposed}~: confirmez ou corrigez.',
  'bracket-outside': 'Ce montant est hors du barème. Indiquez vous-même le nombre d’heures.',
  'hours-zero':
    'Indiquez un nombre d’heures, ou retirez la ligne. Sans aucune heure, choisissez «~Pas d’heures ce mois~».',
  'training-over-total': 'La formation dépasse le total de la ligne. Comptez-la dans le total, ou corrigez-la.',
  'days-total': 'Les jours font {sum} pour un total de {total}. Corrigez l’un des deux.',
  'day-outside-month': 'Un des jours n’est pas dans le mois déclaré. Déplacez-le dans le bon mois.',
  'day-twice': 'Un même jour figure deux fois. Réunissez ses heures sur une seule ligne.',
  'day-impossible': 'Un jour a 24 heures, et le {day} en compte {total}. Corrigez la durée.',
  'day-two-lots': 'Le {day}, deux lots comptent {total} pour la même personne. Gardez ces heures sur un seul lot.',
  'week-too-long': 'La semaine du {monday} dépasse {week}, la durée qu’aucun accord ne permet. Corrigez les jours.',
  'month-too-long': 'Avec {total} dans le mois, une semaine au moins dépasse {week}. Corrigez la durée.',
  'month-after-departure':
    'L’entreprise n’intervient plus sur ce lot depuis le {day}. Déclarez les mois jusqu’à son départ.',
  'month-future': 'Ce mois n’a pas commencé~: {month}. Déclarez ces heures une fois faites.',
  'day-future': 'Un des jours n’est pas encore passé. Attendez qu’il soit fait pour le déclarer.',
  'month-sealed': 'Ce mois figure dans un état déjà remis. Demandez une correction à votre facilitateur.',
  'line-outside-contract': 'Ces heures sont hors des dates du contrat. Vérifiez le mois, ou les dates du contrat.',
  'line-outside-market':
    'Ces heures sont hors du marché, de sa notification à sa fin. Vérifiez le mois, ou les dates du marché.',
  'market-not-notified':
    'Ce marché n’est pas notifié~: aucune heure ne s’y déclare. Indiquez d’abord la date de notification.',
  'contract-removed': 'Ce contrat a été retiré. Choisissez un autre contrat de la personne.',
  'lot-not-yours': 'Ce lot est celui d’une autre entreprise. Choisissez un lot de votre liste.',
  'employer-not-linked':
    'L’employeur n’intervient pas sur ce lot. Faites-le ajouter comme sous-traitant ou comme structure d’insertion.',
  'line-twice': 'Ce contrat est déjà déclaré pour ce mois et ce lot. Modifiez la ligne existante.',
  'allocation-sum': 'Les parts font {sum} pour {counted} comptées. Répartissez exactement les heures de la ligne.',
  'allocation-sign': 'Chaque part suit le sens de la ligne et n’est jamais nulle. Corrigez ou retirez cette part.',
  'allocation-doubled': 'Un même engagement figure deux fois. Réunissez ses parts.',
  'allocation-unknown': 'Cet engagement n’existe pas. Choisissez-en un de la liste.',
  'outcome-by-hours': 'Les heures validées décident de ce résultat. Validez ou corrigez des heures.',
  'allocation-other-lot':
    'Aucun accord de globalisation signé ne relie ces deux lots à ces dates. Gardez les heures sur leur lot.',
  'declaration-validated': 'Ce mois est déjà validé. Demandez une correction à votre facilitateur.',
  'declaration-not-due':
    'Votre facilitateur a noté qu’aucune heure n’est attendue ce mois. Appelez-le si des heures ont été faites.',
  'declaration-to-check': 'Lisez les points à vérifier, puis envoyez quand même, ou corrigez.',
  'declared-hours-missing': 'Indiquez les heures du mois, ou 0 si la personne n’a pas travaillé.',
  'declared-by-other': 'Ces heures sont déclarées par {who}. Retirez cette ligne.',
  'line-validated': 'Cette ligne est déjà validée. Gardez ses heures, ou demandez une correction à votre facilitateur.',
  'contract-unknown': 'Ce contrat n’est pas sur ce lot. Employez un contrat de la liste.',
  'contract-several': 'Cette personne a plusieurs contrats ce mois-ci. Indiquez le contrat.',
  'person-listed': 'Cette personne est déjà dans votre liste. Saisissez ses heures sur sa ligne.',
  'lot-without-facilitator':
    'Aucune structure de facilitation ne suit ce lot. Demandez à l’acheteur qui la suivra, puis ajoutez la personne.',
  'days-unreadable': 'Écrivez un jour par ligne, par exemple «~03/10~: 7~h~30~».',
  'contact-to-type':
    'Indiquez l’adresse électronique, le téléphone ou le numéro du marché. Exemple~: prenom.nom@exemple.fr.',
} as const;
