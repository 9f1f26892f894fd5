/** The people of the demonstration: one per position, all with the same public password. */
import type { Position } from '#domain/position.ts';
import type { OrganisationName } from './organisations.ts';

export interface DemoAccount {
  email: string;
  name: string;
  label: string;
  places: readonly DemoPlace[];
}

interface DemoPlace {
  organisation: OrganisationName;
  position: Position;
  administers?: true;
  suspended?: true;
}

export const demoPassword = 'demonstration';

/** A key of the interface for programs, public like the password: it opens the demonstration and nothing else. */
export const demoPartnerKey = { prefix: 'gk_demo0001', secret: 'demonstration-partenaire' };

export const demoAccounts: readonly DemoAccount[] = [
  person('nadia.berthelot@relais.example', 'Nadia Berthelot', 'Facilitatrice et administratrice', [
    { organisation: 'relais', position: 'facilitator.admin' },
    { organisation: 'passerelle', position: 'facilitator.facilitator' },
  ]),
  person('karim.oudin@relais.example', 'Karim Oudin', 'Facilitateur', [
    { organisation: 'relais', position: 'facilitator.facilitator' },
  ]),
  person('solene.marchand@relais.example', 'Solène Marchand', 'Seconde administratrice', [
    { organisation: 'relais', position: 'facilitator.admin' },
  ]),
  person('ines.valette@relais.example', 'Inès Valette', 'Accompagnement des personnes', [
    { organisation: 'relais', position: 'facilitator.accompaniment' },
  ]),
  person('paul.ferrand@relais.example', 'Paul Ferrand', 'Saisie des heures', [
    { organisation: 'relais', position: 'facilitator.clerk' },
  ]),
  person('odile.tessier@relais.example', 'Odile Tessier', 'Pilotage', [
    { organisation: 'relais', position: 'facilitator.steering' },
  ]),
  person('hugo.delmas@relais.example', 'Hugo Delmas', 'A quitté la structure', [
    { organisation: 'relais', position: 'facilitator.facilitator', suspended: true },
  ]),
  person('claire.aubin@metropole.example', 'Claire Aubin', 'Acheteuse et administratrice', [
    { organisation: 'metropole', position: 'buyer.admin' },
  ]),
  person('marc.leroux@metropole.example', 'Marc Leroux', 'Marchés publics', [
    { organisation: 'metropole', position: 'buyer.procurement' },
  ]),
  person('sarah.giraud@metropole.example', 'Sarah Giraud', 'Conduite d’opération', [
    { organisation: 'metropole', position: 'buyer.site' },
  ]),
  person('alain.mercier@metropole.example', 'Alain Mercier', 'Décision', [
    { organisation: 'metropole', position: 'buyer.decider' },
  ]),
  person('louise.perrin@departement.example', 'Louise Perrin', 'Insertion et RSA', [
    { organisation: 'departementInsertion', position: 'insertion.officer', administers: true },
  ]),
  person('thomas.bonnet@departement.example', 'Thomas Bonnet', 'Subventions', [
    { organisation: 'departementInsertion', position: 'insertion.grants' },
  ]),
  person('yves.carpentier@departement.example', 'Yves Carpentier', 'Acheteur du Département', [
    { organisation: 'departement', position: 'buyer.admin' },
  ]),
  person('elodie.simon@region.example', 'Élodie Simon', 'Coordination régionale', [
    { organisation: 'region', position: 'state.coordination', administers: true },
  ]),
  person('bruno.caron@batir-ouest.example', 'Bruno Caron', 'Entreprise, administration', [
    { organisation: 'batirOuest', position: 'company.admin' },
  ]),
  person('julie.roche@batir-ouest.example', 'Julie Roche', 'Entreprise, déclaration des heures', [
    { organisation: 'batirOuest', position: 'company.declarant' },
  ]),
  person('fatou.ndiaye@tremplin.example', 'Fatou Ndiaye', 'Structure d’insertion', [
    { organisation: 'tremplin', position: 'inclusion.user', administers: true },
  ]),
  person('gilles.brun@mission.example', 'Gilles Brun', 'Prescripteur', [
    { organisation: 'mission', position: 'prescriber.user', administers: true },
  ]),
  person('agnes.blot@relais.example', 'Agnès Blot', 'Protection des données', [
    { organisation: 'relais', position: 'control.dpo' },
  ]),
  person('remi.gauthier@audit.example', 'Rémi Gauthier', 'Contrôle, durée limitée', [
    { organisation: 'relais', position: 'control.auditor' },
  ]),
  person('exploitation@guichet.example', 'Équipe technique', 'Exploitation de l’instance', [
    { organisation: 'exploitation', position: 'operator.support', administers: true },
  ]),
  person('nouveau@guichet.example', 'Camille Morel', 'Sans organisation', []),
];

function person(email: string, name: string, label: string, places: readonly DemoPlace[]): DemoAccount {
  return { email, name, label, places };
}
