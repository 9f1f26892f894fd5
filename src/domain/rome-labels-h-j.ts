/** The trades H to J of the national directory, one code and its name a line. Source: France Travail, ROME 4.0, Licence Ouverte 2.0. */

export const tradesHToJ = `
H1101 Assistance et support technique client
H1102 Management et ingénierie d’affaires
H1201 Expertise technique couleur en industrie
H1202 Conception et dessin de produits électriques et électroniques
H1203 Conception et dessin produits mécaniques
H1204 Design industriel
H1205 Études - modèles en industrie des matériaux souples
H1206 Management et ingénierie études, recherche et développement industriel
H1207 Rédaction technique
H1208 Intervention technique en études et conception en automatisme
H1209 Intervention technique en études et développement électronique
H1210 Intervention technique en études, recherche et développement
H1301 Inspection de conformité
H1302 Management et ingénierie Hygiène Sécurité Environnement -HSE- industriels
H1303 Intervention technique en Hygiène Sécurité Environnement -HSE- industriel
H1401 Management et ingénierie gestion industrielle et logistique
H1402 Management et ingénierie méthodes et industrialisation
H1403 Intervention technique en gestion industrielle et logistique
H1404 Intervention technique en méthodes et industrialisation
H1501 Direction de laboratoire d’analyse industrielle
H1502 Management et ingénierie qualité industrielle
H1503 Intervention technique en laboratoire d’analyse industrielle
H1504 Intervention technique en contrôle essai qualité en électricité et électronique
H1505 Intervention technique en formulation et analyse sensorielle
H1506 Intervention technique qualité en mécanique et travail des métaux
H2101 Abattage et découpe des viandes
H2102 Conduite d’équipement de production alimentaire
H2201 Assemblage d’ouvrages en bois
H2202 Conduite d’équipement de fabrication de l’ameublement et du bois
H2203 Conduite d’installation de production de panneaux bois
H2204 Encadrement des industries de l’ameublement et du bois
H2205 Première transformation de bois d’œuvre
H2206 Réalisation de menuiserie bois et tonnellerie
H2207 Réalisation de meubles en bois
H2208 Réalisation d’ouvrages décoratifs en bois
H2209 Intervention technique en ameublement et bois
H2301 Conduite d’équipement de production chimique ou pharmaceutique
H2401 Assemblage - montage d’articles en cuirs, peaux
H2402 Assemblage - montage de vêtements et produits textiles
H2403 Conduite de machine de fabrication de produits textiles
H2404 Conduite de machine de production et transformation des fils
H2405 Conduite de machine de textiles nontissés
H2406 Conduite de machine de traitement textile
H2407 Conduite de machine de transformation et de finition des cuirs et peaux
H2408 Conduite de machine d’impression textile
H2409 Coupe cuir, textile et matériaux souples
H2410 Mise en forme, repassage et finitions en industrie textile
H2411 Montage de prototype cuir et matériaux souples
H2412 Patronnage - gradation
H2413 Préparation de fils, montage de métiers textiles
H2414 Préparation et finition d’articles en cuir et matériaux souples
H2415 Contrôle en industrie du cuir et du textile
H2501 Encadrement de production de matériel électrique et électronique
H2502 Management et ingénierie de production
H2503 Pilotage d’unité élémentaire de production mécanique ou de travail des métaux
H2504 Encadrement d’équipe en industrie de transformation
H2505 Encadrement d’équipe ou d’atelier en matériaux souples
H2601 Bobinage électrique
H2602 Câblage électrique et électromécanique
H2603 Conduite d’installation automatisée de production électrique, électronique et microélectronique
H2604 Montage de produits électriques et électroniques
H2605 Montage et câblage électronique
H2701 Pilotage d’installation énergétique et pétrochimique
H2801 Conduite d’équipement de transformation du verre
H2802 Conduite d’installation de production de matériaux de construction
H2803 Façonnage et émaillage en industrie céramique
H2804 Pilotage de centrale à béton prêt à l’emploi, ciment, enrobés et granulats
H2805 Pilotage d’installation de production verrière
H2901 Ajustement et montage de fabrication
H2902 Chaudronnerie - tôlerie
H2903 Conduite d’équipement d’usinage
H2904 Conduite d’équipement de déformation des métaux
H2905 Conduite d’équipement de formage et découpage des matériaux
H2906 Conduite d’installation automatisée ou robotisée de fabrication mécanique
H2907 Conduite d’installation de production des métaux
H2908 Modelage de matériaux non métalliques
H2909 Montage-assemblage mécanique
H2910 Moulage sable
H2911 Réalisation de structures métalliques
H2912 Réglage d’équipement de production industrielle
H2913 Soudage manuel
H2914 Réalisation et montage en tuyauterie
H3101 Conduite d’équipement de fabrication de papier ou de carton
H3102 Conduite d’installation de pâte à papier
H3201 Conduite d’équipement de formage des plastiques et caoutchoucs
H3202 Réglage d’équipement de formage des plastiques et caoutchoucs
H3203 Fabrication de pièces en matériaux composites
H3301 Conduite d’équipement de conditionnement
H3302 Opérations manuelles d’assemblage, tri ou emballage
H3303 Préparation de matières et produits industriels (broyage, mélange, ...)
H3401 Conduite de traitement d’abrasion de surface
H3402 Conduite de traitement par dépôt de surface
H3403 Conduite de traitement thermique
H3404 Peinture industrielle
I1101 Direction et ingénierie en entretien infrastructure et bâti
I1102 Management et ingénierie de maintenance industrielle
I1103 Supervision d’entretien et gestion de véhicules
I1201 Entretien d’affichage et mobilier urbain
I1202 Entretien et surveillance du tracé routier
I1203 Maintenance des bâtiments et des locaux
I1301 Installation et maintenance d’ascenseurs
I1302 Installation et maintenance d’automatismes
I1303 Installation et maintenance de distributeurs automatiques
I1304 Installation et maintenance d’équipements industriels et d’exploitation
I1305 Installation et maintenance électronique
I1306 Installation et maintenance en froid, conditionnement d’air
I1307 Installation et maintenance télécoms et courants faibles
I1308 Maintenance d’installation de chauffage
I1309 Maintenance électrique
I1310 Maintenance mécanique industrielle
I1401 Maintenance informatique et bureautique
I1402 Réparation de biens électrodomestiques et multimédia
I1501 Intervention en grande hauteur
I1502 Intervention en milieu subaquatique
I1503 Intervention en milieux et produits nocifs
I1601 Installation et maintenance en nautisme
I1602 Maintenance d’aéronefs
I1603 Maintenance d’engins de chantier, levage, manutention et de machines agricoles
I1604 Mécanique automobile et entretien de véhicules
I1605 Mécanique de marine
I1606 Réparation de carrosserie
I1607 Réparation de cycles, motocycles et motoculteurs de loisirs
J1101 Médecine de prévention
J1102 Médecine généraliste et spécialisée
J1103 Médecine dentaire
J1104 Suivi de la grossesse et de l’accouchement
J1201 Biologie médicale
J1202 Pharmacie
J1301 Personnel polyvalent des services hospitaliers
J1302 Analyses médicales
J1303 Assistance médico-technique
J1304 Aide en puériculture
J1305 Conduite de véhicules sanitaires
J1306 Imagerie médicale
J1307 Préparation en pharmacie
J1401 Audioprothèses
J1402 Diététique
J1403 Ergothérapie
J1404 Kinésithérapie
J1405 Optique - lunetterie
J1406 Orthophonie
J1407 Orthoptique
J1408 Ostéopathie et chiropraxie
J1409 Pédicurie et podologie
J1410 Prothèses dentaires
J1411 Prothèses et orthèses
J1412 Rééducation en psychomotricité
J1501 Soins d’hygiène, de confort du patient
J1502 Coordination de services médicaux ou paramédicaux
J1503 Soins infirmiers spécialisés en anesthésie
J1504 Soins infirmiers spécialisés en bloc opératoire
J1505 Soins infirmiers spécialisés en prévention
J1506 Soins infirmiers généralistes
J1507 Soins infirmiers spécialisés en puériculture
`;
