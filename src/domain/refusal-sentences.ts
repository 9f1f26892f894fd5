/** Sentences of the foundations: entering, organisations, members, links, forms and programs. `~` is a non-breaking space. */
export const foundationSentences = {
  'not-found':
    'Cette page n’existe pas, ou elle ne vous est pas ouverte. Vérifiez l’adresse ou revenez à l’accueil.',
  'sign-in-needed': 'Connectez-vous pour continuer.',
  'organisation-needed': 'Choisissez d’abord l’organisation pour laquelle vous travaillez.',
  'not-allowed':
    'Votre rôle ne permet pas cette action. Demandez-la à un administrateur de votre organisation.',
  'confirmation-needed': 'Confirmez votre identité pour ouvrir cette page.',
  'second-factor-needed': 'Activez la double authentification pour administrer votre organisation.',
  'cross-site': 'Cette demande vient d’un autre site. Rouvrez la page depuis Guichet et recommencez.',
  'too-many-tries': 'Trop de tentatives. Patientez un moment, puis réessayez.',
  'too-many-tries-wait': 'Trop de tentatives. Réessayez dans {seconds}~secondes.',
  unavailable: 'Le service est momentanément indisponible. Rien n’est perdu~: réessayez dans une minute.',
  incident: 'Un incident nous empêche de répondre. Réessayez~; s’il revient, signalez-le avec son numéro.',
  'form-unreadable': 'Le formulaire n’a pas pu être lu. Rechargez la page et envoyez-le de nouveau.',
  'form-expired':
    'Ce formulaire est resté ouvert trop longtemps. Vérifiez vos réponses et envoyez-le de nouveau.',
  'json-unreadable': 'Le corps de la demande n’est pas du JSON lisible. Corrigez-le et renvoyez la demande.',
  'value-missing': 'Remplissez ce champ.',
  'value-unreadable': 'Cette valeur n’est pas reconnue. Vérifiez-la et corrigez-la.',
  'value-type': 'Cette valeur n’est pas du bon type. Exemple~: {example}.',
  'value-unlisted': 'Choisissez une valeur de la liste.',
  'field-unknown': 'Le champ {field} n’existe pas. Retirez-le de la demande.',
  'too-long': 'Raccourcissez ce texte~: {max}~caractères au plus.',
  'too-short': 'Complétez ce texte~: {min}~caractères au moins.',
  'too-large': 'L’envoi est trop volumineux. Réduisez-le ou envoyez-le en plusieurs fois.',
  'characters-unreadable': 'Ce texte contient des caractères invisibles. Effacez-le et tapez-le au clavier.',
  'text-nul': 'Ce texte contient un caractère nul. Effacez-le et tapez-le au clavier.',
  'text-control':
    'Ce texte contient un caractère de commande, comme une tabulation. Effacez-le et tapez le texte au clavier.',
  'text-broken': 'Ce texte contient un caractère abîmé. Effacez-le et tapez-le au clavier.',
  'text-direction':
    'Ce texte contient un caractère qui inverse le sens de lecture. Effacez-le et tapez le texte au clavier.',
  'text-too-long': 'Raccourcissez ce texte~: {length}~caractères pour {longest} au plus.',
  'nir-refused': 'Retirez le numéro de sécurité sociale~: Guichet n’a pas le droit de le conserver.',
  'changed-meanwhile':
    'Cette fiche a changé pendant votre saisie. Comparez les deux versions et gardez la bonne.',
  'already-done': 'C’est déjà fait. Rechargez la page pour voir l’état actuel.',
  'idempotency-key-missing':
    'Ajoutez l’en-tête Idempotency-Key, de 8 à 255 caractères, propre à cette demande.',
  'key-reused': 'Cette clé a déjà servi pour une autre demande. Employez une nouvelle clé.',
  'email-missing': 'Indiquez une adresse électronique. Exemple~: prenom.nom@exemple.fr.',
  'email-unreadable': 'Indiquez une seule adresse électronique complète. Exemple~: prenom.nom@exemple.fr.',
  'email-accent': 'Retirez les accents avant l’arobase. Exemple~: helene@exemple.fr.',
  'email-too-long': 'Cette adresse est trop longue~: {longest}~caractères au plus. Vérifiez-la.',
  'phone-missing': 'Indiquez un numéro de téléphone. Exemple~: 01~99~00~12~34.',
  'phone-unreadable': 'Indiquez un seul numéro de téléphone. Exemples~: 01~99~00~12~34 ou +32~2~555~12~34.',
  'siret-missing': 'Indiquez le numéro SIRET, à 14 chiffres. Exemple~: 999~000~003~00015.',
  'siret-digits': 'Le numéro ne contient que des chiffres. Retirez les autres signes.',
  'siret-length': 'Un numéro SIRET compte 14 chiffres~; vous en avez saisi {length}. Vérifiez le numéro.',
  'siret-check': 'Ce numéro SIRET contient une erreur. Vérifiez chaque chiffre.',
  'siren-length': 'Un numéro SIREN compte 9 chiffres~; vous en avez saisi {length}. Vérifiez le numéro.',
  'siren-check': 'Ce numéro SIREN contient une erreur. Vérifiez chaque chiffre.',
  'identifier-type':
    'Choisissez un type d’identifiant de la liste~: SIRET, TVA, TAHITI, RIDET, FRWF, IREP ou HORS-UE.',
  'identifier-missing': 'Indiquez l’identifiant de l’entreprise.',
  'identifier-format': 'Cet identifiant n’a pas la forme d’un identifiant {type}. Exemple~: {example}.',
  'address-unknown': 'Cette adresse n’a pas été trouvée. Vérifiez-la ou saisissez-la à la main.',
  'geocoder-unreachable': 'Le service des adresses ne répond pas. Saisissez l’adresse à la main.',
  'register-unknown':
    'Cet établissement n’est pas dans l’annuaire des entreprises. Vérifiez le numéro ou saisissez la fiche à la main.',
  'register-unreachable':
    'L’annuaire des entreprises ne répond pas. Saisissez la fiche à la main~; elle sera vérifiée plus tard.',
  'sms-number-invalid': 'Ce numéro ne peut pas recevoir de SMS. Indiquez un numéro de mobile.',
  'sms-text-too-long': 'Ce message est trop long pour un SMS. Raccourcissez-le.',
  'day-unreadable': 'Écrivez la date ainsi~: 21/11/2026.',
  'day-unknown': 'Cette date n’existe pas dans le calendrier. Exemple de date~: 28/02/2026.',
  'month-unreadable': 'Écrivez le mois ainsi~: 11/2026.',
  'hours-missing': 'Indiquez une durée. Exemples~: 7~h~30 ou 151,67.',
  'hours-unreadable': 'Écrivez la durée ainsi~: 7~h~30 ou 151,67.',
  'hours-ambiguous':
    'Cette durée peut se lire de deux façons. Écrivez 1~820 pour mille huit cent vingt heures, ou 1,82 avec une virgule.',
  'hours-negative': 'Indiquez une durée positive. Une correction se fait par le bouton «~Corriger~».',
  'hours-too-many': 'Cette durée dépasse {most}~heures. Vérifiez-la.',
  'amount-missing': 'Indiquez un montant en euros. Exemple~: 12~500,00.',
  'amount-unreadable': 'Écrivez le montant en chiffres. Exemple~: 12~500,00.',
  'amount-ambiguous':
    'Ce montant peut se lire de deux façons. Écrivez 1~820 pour mille huit cent vingt euros, ou 1,82 avec une virgule.',
  'amount-decimals': 'Un montant s’arrête aux centimes~: deux chiffres au plus après la virgule.',
  'amount-negative': 'Indiquez un montant positif.',
  'amount-too-large': 'Ce montant est trop grand. Vérifiez-le.',
  'sign-in-refused': 'Adresse ou mot de passe inexact. Vérifiez-les, ou demandez un nouveau mot de passe.',
  'code-refused': 'Ce code n’est pas le bon. Saisissez le code affiché maintenant, à six chiffres.',
  'code-used': 'Ce code a déjà servi. Attendez le suivant et saisissez-le.',
  'passkey-refused': 'Cette clé d’accès n’est pas reconnue. Employez une autre clé ou votre mot de passe.',
  'session-expired': 'Votre session est terminée. Connectez-vous de nouveau~: votre saisie est gardée.',
  'account-suspended': 'Ce compte est suspendu. Écrivez à un administrateur de votre organisation.',
  'account-exists':
    'Un compte existe déjà pour cette adresse. Connectez-vous, ou demandez un nouveau mot de passe.',
  'last-second-factor': 'Ajoutez un autre moyen de vérification avant de retirer celui-ci.',
  'password-wrong': 'Ce mot de passe n’est pas le vôtre. Saisissez votre mot de passe actuel.',
  'password-mismatch': 'Les deux saisies diffèrent. Tapez deux fois le même mot de passe.',
  'password-too-short':
    'Choisissez au moins {shortest}~caractères~: quatre mots sans rapport font un bon mot de passe.',
  'password-too-long': 'Choisissez au plus {longest}~caractères.',
  'password-unreadable': 'Ce mot de passe contient un caractère abîmé. Tapez-le au clavier.',
  'password-common': 'Ce mot de passe est trop connu. Choisissez quatre mots sans rapport entre eux.',
  'password-context':
    'Ce mot de passe reprend votre nom, votre organisation ou Guichet. Choisissez des mots sans rapport avec vous.',
  'password-repetition': 'Ce mot de passe répète le même morceau. Choisissez quatre mots différents.',
  'password-sequence':
    'Ce mot de passe suit l’alphabet ou le clavier. Choisissez quatre mots sans rapport entre eux.',
  'organisation-exists': 'Cette organisation est déjà inscrite avec ce service. Demandez à la rejoindre.',
  'organisation-closed': 'Cette organisation est fermée. Elle se consulte, mais ne se modifie plus.',
  'service-name-taken': 'Un service porte déjà ce nom. Choisissez-en un autre.',
  'service-in-use': 'Ce service a encore des membres ou des dossiers. Déplacez-les avant de le fermer.',
  'already-member':
    'Cette personne est déjà membre avec ce rôle. Modifiez son rôle dans la liste des membres.',
  'last-administrator': 'C’est le dernier administrateur. Nommez-en un autre d’abord.',
  'own-membership': 'Vous ne pouvez pas modifier votre propre rôle. Demandez-le à un autre administrateur.',
  'position-unfit': 'Ce rôle n’existe pas dans ce type d’organisation. Choisissez-en un de la liste.',
  'invitation-waiting': 'Une invitation attend déjà une réponse à cette adresse. Renvoyez-la ou annulez-la.',
  'invitation-expired':
    'Cette invitation n’est plus valable. Demandez-en une nouvelle à la personne qui vous a invité.',
  'invitation-other-address':
    'Cette invitation est pour une autre adresse. Connectez-vous avec l’adresse qui l’a reçue.',
  'contact-label-taken': 'Un point de contact porte déjà ce nom. Choisissez-en un autre.',
  'contact-unreachable':
    'Indiquez une adresse électronique ou un téléphone, pour que l’on puisse vous joindre.',
  'link-expired': 'Ce lien n’est plus valable. Demandez-en un nouveau.',
  'link-used': 'Ce lien a déjà servi. Demandez-en un nouveau si besoin.',
  'exchange-link-ended': 'Le partage avec cette organisation est terminé. Convenez d’un nouveau partage.',
  'pairing-code-refused': 'Ce code d’échange n’est pas valable. Vérifiez-le, ou demandez-en un nouveau.',
  'pairing-other-organisation':
    'Ce code est destiné à une autre organisation. Vérifiez le numéro SIRET invité.',
  'pairing-with-itself': 'Une organisation ne partage pas avec elle-même. Choisissez une autre organisation.',
  'api-key-refused': 'Cette clé d’accès n’est pas valable. Créez-en une nouvelle dans la page des clés.',
  'api-key-expired': 'Cette clé d’accès a expiré. Renouvelez-la dans la page des clés.',
  'out-of-scope': 'Cette clé n’ouvre pas cette action. Créez une clé avec la portée voulue.',
  'approval-role': 'Votre rôle ne permet pas cette décision. Adressez-la à une personne habilitée.',
  'approval-same-person': 'Vous avez fait cette demande~: une autre personne doit la décider.',
  'approval-decided': 'Cette demande est déjà tranchée. Rechargez la page pour voir la décision.',
  'approval-expired': 'Cette demande n’est plus valable depuis le {day}. Faites-en une nouvelle.',
  'file-missing': 'Choisissez un fichier à envoyer.',
  'file-type': 'Ce type de fichier n’est pas accepté. Envoyez un fichier {accepted}.',
  'file-too-large': 'Ce fichier est trop lourd. Envoyez un fichier de {most}~Mo au plus.',
  'file-unreadable': 'Ce fichier est abîmé ou protégé. Ouvrez-le, enregistrez-le de nouveau et renvoyez-le.',
  'file-name': 'Ce nom de fichier n’est pas accepté. Renommez le fichier avec des lettres et des chiffres.',
  'file-unsafe':
    'Ce fichier contient des éléments dangereux, comme des macros. Envoyez une version sans eux.',
  'email-same': 'C’est déjà votre adresse. Indiquez la nouvelle.',
  'membership-closed':
    'Cet accès n’est plus ouvert. Choisissez une organisation de la liste, ou demandez à son administration de le rétablir.',
  'second-factor-active':
    'La double authentification est déjà active. Pour changer de téléphone, désactivez-la puis recommencez.',
  'second-factor-missing':
    'Activez d’abord la double authentification~: les codes de secours la remplacent quand elle manque.',
  'step-ended': 'Cette connexion a trop attendu. Recommencez-la depuis le début.',
  'recovery-code-refused':
    'Ce code de secours n’est pas le bon ou a déjà servi. Essayez-en un autre de votre liste.',
  'already-joined': 'Vous êtes déjà membre de cette organisation. Ouvrez-la depuis votre compte.',
  'set-up-done': 'Cette instance est déjà ouverte. Connectez-vous avec votre compte.',
  'accent-unreadable': 'Écrivez la couleur avec ses six chiffres ou lettres. Exemple~: #0f5257.',
  'accent-contrast':
    'Cette couleur se lit mal sur du blanc~: contraste de {ratio} pour 4,5 au moins. Prenez-en une plus foncée.',
  'control-without-end':
    'Un contrôle a une durée limitée. Indiquez son dernier jour d’accès, par exemple 31/12/2027.',
  'invitation-day-past':
    'Le dernier jour d’accès de cette invitation est passé. Annulez-la, puis invitez de nouveau.',
  'own-organisation':
    'C’est votre propre organisation. Demandez-le dans «~Décisions à deux~»~: une autre personne décide.',
  'decided-inside':
    'Au moins deux autres administrateurs peuvent en décider. Dites-leur d’ouvrir «~Décisions à deux~».',
  'day-past': 'Cette date est passée. Choisissez un jour à venir, ou suspendez l’accès.',
  'approval-waiting':
    'Une demande attend déjà une décision sur ce point. Ouvrez-la dans la liste des décisions.',
  'approval-own-subject': 'Cette demande vous concerne~: une autre personne doit la décider.',
  'approval-nobody-else':
    'Aucun autre administrateur ne peut décider. Invitez-en un, ou écrivez à l’exploitation de l’instance.',
  'invited-unknown': 'Aucun établissement ne porte ce numéro SIRET dans l’annuaire. Vérifiez chaque chiffre.',
  'invited-closed': 'Cet établissement est fermé. Indiquez le numéro SIRET d’un établissement ouvert.',
  'link-days-order':
    'La fin vient avant le début. Indiquez une fin plus tardive, par exemple celle de la convention.',
  'link-days-past': 'Cette fin est déjà passée. Indiquez aujourd’hui ou un jour à venir.',
  'link-days-far':
    'Un lien dure {years}~ans au plus. Indiquez une fin plus proche~; il pourra être renouvelé.',
  'key-day-past': 'Ce dernier jour est déjà passé. Indiquez aujourd’hui ou un jour à venir.',
  'key-day-far': 'Une clé vit un an au plus. Indiquez un dernier jour plus proche.',
  'method-unfit': 'Cette adresse ne fait pas cela. Revenez à l’accueil, ou lisez la documentation de l’API.',
} as const;
