/** The trades K to N of the national directory, one code and its name a line. Source: France Travail, ROME 4.0, Licence Ouverte 2.0. */

export const tradesKToN = `
K1101 Accompagnement et médiation familiale
K1102 Aide aux bénéficiaires d’une mesure de protection juridique
K1103 Développement personnel et bien-être de la personne
K1104 Psychologie
K1201 Action sociale
K1202 Éducation de jeunes enfants
K1203 Encadrement technique en insertion professionnelle
K1204 Médiation sociale et facilitation de la vie en société
K1205 Information sociale
K1206 Intervention socioculturelle
K1207 Intervention socioéducative
K1301 Accompagnement médicosocial
K1302 Assistance auprès d’adultes
K1303 Assistance auprès d’enfants
K1304 Services domestiques
K1305 Intervention sociale et familiale
K1401 Conception et pilotage de la politique des pouvoirs publics
K1402 Conseil en Santé Publique
K1403 Management de structure de santé, sociale ou pénitentiaire
K1404 Mise en œuvre et pilotage de la politique des pouvoirs publics
K1405 Représentation de l’Etat sur le territoire national ou international
K1501 Application des règles financières publiques
K1502 Contrôle et inspection des Affaires Sociales
K1503 Contrôle et inspection des impôts
K1504 Contrôle et inspection du Trésor Public
K1505 Protection des consommateurs et contrôle des échanges commerciaux
K1601 Gestion de l’information et de la documentation
K1602 Gestion de patrimoine culturel
K1701 Personnel de la Défense
K1702 Direction de la sécurité civile et des secours
K1703 Direction opérationnelle de la défense
K1704 Management de la sécurité publique
K1705 Sécurité civile et secours
K1706 Sécurité publique
K1707 Surveillance municipale
K1801 Conseil en emploi et insertion socioprofessionnelle
K1802 Développement local
K1901 Aide et médiation judiciaire
K1902 Collaboration juridique
K1903 Défense et conseil juridique
K1904 Magistrature
K2101 Conseil en formation
K2102 Coordination pédagogique
K2103 Direction d’établissement et d’enseignement
K2104 Éducation et surveillance au sein d’établissements d’enseignement
K2105 Enseignement artistique
K2106 Enseignement des écoles
K2107 Enseignement général du second degré
K2108 Enseignement supérieur
K2109 Enseignement technique et professionnel
K2110 Formation en conduite de véhicules
K2111 Formation professionnelle
K2112 Orientation scolaire et professionnelle
K2201 Blanchisserie industrielle
K2202 Lavage de vitres
K2203 Management et inspection en propreté de locaux
K2204 Nettoyage de locaux
K2301 Distribution et assainissement d’eau
K2302 Management et inspection en environnement urbain
K2303 Nettoyage des espaces urbains
K2304 Revalorisation de produits industriels
K2305 Salubrité et traitement de nuisibles
K2306 Supervision d’exploitation éco-industrielle
K2401 Recherche en sciences de l’homme et de la société
K2402 Recherche en sciences de l’univers, de la matière et du vivant
K2501 Gardiennage de locaux
K2502 Management de sécurité privée
K2503 Sécurité et surveillance privées
K2601 Conduite d’opérations funéraires
K2602 Conseil en services funéraires
K2603 Thanatopraxie
L1101 Animation musicale et scénique
L1102 Mannequinat et pose artistique
L1103 Présentation de spectacles ou d’émissions
L1201 Danse
L1202 Musique et chant
L1203 Art dramatique
L1204 Arts du cirque et arts visuels
L1301 Mise en scène de spectacles vivants
L1302 Production et administration spectacle, cinéma et audiovisuel
L1303 Promotion d’artistes et de spectacles
L1304 Réalisation cinématographique et audiovisuelle
L1401 Sportif professionnel
L1501 Coiffure et maquillage spectacle
L1502 Costume et habillage spectacle
L1503 Décor et accessoires spectacle
L1504 Éclairage spectacle
L1505 Image cinématographique et télévisuelle
L1506 Machinerie spectacle
L1507 Montage audiovisuel et post-production
L1508 Prise de son et sonorisation
L1509 Régie générale
L1510 Films d’animation et effets spéciaux
M1101 Achats
M1102 Direction des achats
M1201 Analyse et ingénierie financière
M1202 Audit et contrôle comptables et financiers
M1203 Comptabilité
M1204 Contrôle de gestion
M1205 Direction administrative et financière
M1206 Management de groupe ou de service comptable
M1207 Trésorerie et financement
M1301 Direction de grande entreprise ou d’établissement public
M1302 Direction de petite ou moyenne entreprise
M1401 Conduite d’enquêtes
M1402 Conseil en organisation et management d’entreprise
M1403 Études et prospectives socio-économiques
M1404 Management et gestion d’enquêtes
M1501 Assistanat en ressources humaines
M1502 Développement des ressources humaines
M1503 Management des ressources humaines
M1601 Accueil et renseignements
M1602 Opérations administratives
M1603 Distribution de documents
M1604 Assistanat de direction
M1605 Assistanat technique et administratif
M1606 Saisie de données
M1607 Secrétariat
M1608 Secrétariat comptable
M1609 Secrétariat et assistanat médical ou médico-social
M1701 Administration des ventes
M1702 Analyse de tendance
M1703 Management et gestion de produit
M1704 Management relation clientèle
M1705 Marketing
M1706 Promotion des ventes
M1707 Stratégie commerciale
M1801 Administration de systèmes d’information
M1802 Expertise et support en systèmes d’information
M1803 Direction des systèmes d’information
M1804 Études et développement de réseaux de télécoms
M1805 Études et développement informatique
M1806 Conseil et maîtrise d’ouvrage en systèmes d’information
M1807 Exploitation de systèmes de communication et de commandement
M1808 Information géographique
M1809 Information météorologique
M1810 Production et exploitation de systèmes d’information
N1101 Conduite d’engins de déplacement des charges
N1102 Déménagement
N1103 Magasinage et préparation de commandes
N1104 Manœuvre et conduite d’engins lourds de manutention
N1105 Manutention manuelle de charges
N1201 Affrètement transport
N1202 Gestion des opérations de circulation internationale des marchandises
N1301 Conception et organisation de la chaîne logistique
N1302 Direction de site logistique
N1303 Intervention technique d’exploitation logistique
N2101 Navigation commerciale aérienne
N2102 Pilotage et navigation technique aérienne
N2201 Personnel d’escale aéroportuaire
N2202 Contrôle de la navigation aérienne
N2203 Exploitation des pistes aéroportuaires
N2204 Préparation des vols
N2205 Direction d’escale et exploitation aéroportuaire
N3101 Encadrement de la navigation maritime
N3102 Equipage de la navigation maritime
N3103 Navigation fluviale
N3201 Exploitation des opérations portuaires et du transport maritime
N3202 Exploitation du transport fluvial
N3203 Manutention portuaire
N4101 Conduite de transport de marchandises sur longue distance
N4102 Conduite de transport de particuliers
N4103 Conduite de transport en commun sur route
N4104 Courses et livraisons express
N4105 Conduite et livraison par tournées sur courte distance
N4201 Direction d’exploitation des transports routiers de marchandises
N4202 Direction d’exploitation des transports routiers de personnes
N4203 Intervention technique d’exploitation des transports routiers de marchandises
N4204 Intervention technique d’exploitation des transports routiers de personnes
N4301 Conduite sur rails
N4302 Contrôle des transports en commun
N4401 Circulation du réseau ferré
N4402 Exploitation et manœuvre des remontées mécaniques
N4403 Manœuvre du réseau ferré
`;
