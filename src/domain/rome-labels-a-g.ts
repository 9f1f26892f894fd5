/** The trades A to G of the national directory, one code and its name a line. Source: France Travail, ROME 4.0, Licence Ouverte 2.0. */

export const tradesAToG = `
A1101 Conduite d’engins agricoles et forestiers
A1201 Bûcheronnage et élagage
A1202 Entretien des espaces naturels
A1203 Aménagement et entretien des espaces verts
A1204 Protection du patrimoine naturel
A1205 Sylviculture
A1301 Conseil et assistance technique en agriculture
A1302 Contrôle et diagnostic technique en agriculture
A1303 Ingénierie en agriculture et environnement naturel
A1401 Aide agricole de production fruitière ou viticole
A1402 Aide agricole de production légumière ou végétale
A1403 Aide d’élevage agricole et aquacole
A1404 Aquaculture
A1405 Arboriculture et viticulture
A1406 Encadrement équipage de la pêche
A1407 Élevage bovin ou équin
A1408 Élevage d’animaux sauvages ou de compagnie
A1409 Élevage de lapins et volailles
A1410 Élevage ovin ou caprin
A1411 Élevage porcin
A1412 Fabrication et affinage de fromages
A1413 Fermentation de boissons alcoolisées
A1414 Horticulture et maraîchage
A1415 Equipage de la pêche
A1416 Polyculture, élevage
A1417 Saliculture
A1501 Aide aux soins animaux
A1502 Podologie animale
A1503 Toilettage des animaux
A1504 Santé animale
B1101 Création en arts plastiques
B1201 Réalisation d’objets décoratifs et utilitaires en céramique et matériaux de synthèse
B1301 Décoration d’espaces de vente et d’exposition
B1302 Décoration d’objets d’art et artisanaux
B1303 Gravure - ciselure
B1401 Réalisation d’objets en lianes, fibres et brins végétaux
B1402 Reliure et restauration de livres et archives
B1501 Fabrication et réparation d’instruments de musique
B1601 Métallerie d’art
B1602 Réalisation d’objets artistiques et fonctionnels en verre
B1603 Réalisation d’ouvrages en bijouterie, joaillerie et orfèvrerie
B1604 Réparation - montage en systèmes horlogers
B1701 Conservation et reconstitution d’espèces animales
B1801 Réalisation d’articles de chapellerie
B1802 Réalisation d’articles en cuir et matériaux souples (hors vêtement)
B1803 Réalisation de vêtements sur mesure ou en petite série
B1804 Réalisation d’ouvrages d’art en fils
B1805 Stylisme
B1806 Tapisserie - décoration en ameublement
C1101 Conception - développement produits d’assurances
C1102 Conseil clientèle en assurances
C1103 Courtage en assurances
C1104 Direction d’exploitation en assurances
C1105 Études actuarielles en assurances
C1106 Expertise risques en assurances
C1107 Indemnisations en assurances
C1108 Management de groupe et de service en assurances
C1109 Rédaction et gestion en assurances
C1110 Souscription d’assurances
C1201 Accueil et services bancaires
C1202 Analyse de crédits et risques bancaires
C1203 Relation clients banque/finance
C1204 Conception et expertise produits bancaires et financiers
C1205 Conseil en gestion de patrimoine financier
C1206 Gestion de clientèle bancaire
C1207 Management en exploitation bancaire
C1301 Front office marchés financiers
C1302 Gestion back et middle-office marchés financiers
C1303 Gestion de portefeuilles sur les marchés financiers
C1401 Gestion en banque et assurance
C1501 Gérance immobilière
C1502 Gestion locative immobilière
C1503 Management de projet immobilier
C1504 Transaction immobilière
D1101 Boucherie
D1102 Boulangerie - viennoiserie
D1103 Charcuterie - traiteur
D1104 Pâtisserie, confiserie, chocolaterie et glacerie
D1105 Poissonnerie
D1106 Vente en alimentation
D1107 Vente en gros de produits frais
D1201 Achat vente d’objets d’art, anciens ou d’occasion
D1202 Coiffure
D1203 Hydrothérapie
D1204 Location de véhicules ou de matériel de loisirs
D1205 Nettoyage d’articles textiles ou cuirs
D1206 Réparation d’articles en cuir et matériaux souples
D1207 Retouches en habillement
D1208 Soins esthétiques et corporels
D1209 Vente de végétaux
D1210 Vente en animalerie
D1211 Vente en articles de sport et loisirs
D1212 Vente en décoration et équipement du foyer
D1213 Vente en gros de matériel et équipement
D1214 Vente en habillement et accessoires de la personne
D1301 Management de magasin de détail
D1401 Assistanat commercial
D1402 Relation commerciale grands comptes et entreprises
D1403 Relation commerciale auprès de particuliers
D1404 Relation commerciale en vente de véhicules
D1405 Conseil en information médicale
D1406 Management en force de vente
D1407 Relation technico-commerciale
D1408 Téléconseil et télévente
D1501 Animation de vente
D1502 Management/gestion de rayon produits alimentaires
D1503 Management/gestion de rayon produits non alimentaires
D1504 Direction de magasin de grande distribution
D1505 Personnel de caisse
D1506 Marchandisage
D1507 Mise en rayon libre-service
D1508 Encadrement du personnel de caisses
D1509 Management de département en grande distribution
E1101 Animation de site multimédia
E1102 Ecriture d’ouvrages, de livres
E1103 Communication
E1104 Conception de contenus multimédias
E1105 Coordination d’édition
E1106 Journalisme et information média
E1107 Organisation d’évènementiel
E1108 Traduction, interprétariat
E1201 Photographie
E1202 Production en laboratoire cinématographique
E1203 Production en laboratoire photographique
E1204 Projection cinéma
E1205 Réalisation de contenus multimédias
E1301 Conduite de machines d’impression
E1302 Conduite de machines de façonnage routage
E1303 Encadrement des industries graphiques
E1304 Façonnage et routage
E1305 Préparation et correction en édition et presse
E1306 Prépresse
E1307 Reprographie
E1308 Intervention technique en industrie graphique
E1401 Développement et promotion publicitaire
E1402 Élaboration de plan média
F1101 Architecture du BTP et du paysage
F1102 Conception - aménagement d’espaces intérieurs
F1103 Contrôle et diagnostic technique du bâtiment
F1104 Dessin BTP et paysage
F1105 Études géologiques
F1106 Ingénierie et études du BTP
F1107 Mesures topographiques
F1108 Métré de la construction
F1201 Conduite de travaux du BTP et de travaux paysagers
F1202 Direction de chantier du BTP
F1203 Direction et ingénierie d’exploitation de gisements et de carrières
F1204 Qualité Sécurité Environnement et protection santé du BTP
F1301 Conduite de grue
F1302 Conduite d’engins de terrassement et de carrière
F1401 Extraction liquide et gazeuse
F1402 Extraction solide
F1501 Montage de structures et de charpentes bois
F1502 Montage de structures métalliques
F1503 Réalisation - installation d’ossatures bois
F1601 Application et décoration en plâtre, stuc et staff
F1602 Électricité bâtiment
F1603 Installation d’équipements sanitaires et thermiques
F1604 Montage d’agencements
F1605 Montage de réseaux électriques et télécoms
F1606 Peinture en bâtiment
F1607 Pose de fermetures menuisées
F1608 Pose de revêtements rigides
F1609 Pose de revêtements souples
F1610 Pose et restauration de couvertures
F1611 Réalisation et restauration de façades
F1612 Taille et décoration de pierres
F1613 Travaux d’étanchéité et d’isolation
F1701 Construction en béton
F1702 Construction de routes et voies
F1703 Maçonnerie
F1704 Préparation du gros œuvre et des travaux publics
F1705 Pose de canalisations
F1706 Préfabrication en béton industriel
G1101 Accueil touristique
G1102 Promotion du tourisme local
G1201 Accompagnement de voyages, d’activités culturelles ou sportives
G1202 Animation d’activités culturelles ou ludiques
G1203 Animation de loisirs auprès d’enfants ou d’adolescents
G1204 Éducation en activités sportives
G1205 Personnel d’attractions ou de structures de loisirs
G1206 Personnel technique des jeux
G1301 Conception de produits touristiques
G1302 Optimisation de produits touristiques
G1303 Vente de voyages
G1401 Assistance de direction d’hôtel-restaurant
G1402 Management d’hôtel-restaurant
G1403 Gestion de structure de loisirs ou d’hébergement touristique
G1404 Management d’établissement de restauration collective
G1501 Personnel d’étage
G1502 Personnel polyvalent d’hôtellerie
G1503 Management du personnel d’étage
G1601 Management du personnel de cuisine
G1602 Personnel de cuisine
G1603 Personnel polyvalent en restauration
G1604 Fabrication de crêpes ou pizzas
G1605 Plonge en restauration
G1701 Conciergerie en hôtellerie
G1702 Personnel du hall
G1703 Réception en hôtellerie
G1801 Café, bar brasserie
G1802 Management du service en restauration
G1803 Service en restauration
G1804 Sommellerie
`;
