/** Invitations, links, decisions and mails of the demonstration, one in every state. */
import { pairingPolicy } from '#domain/exchange-link.ts';
import { hashSecret } from '#services/random.ts';
import type { OrganisationName } from './organisations.ts';
import { demoOrganisations } from './organisations.ts';
import { stableId } from './rows.ts';

type Row = Record<string, unknown>;

export const demoAdministrators: Partial<Record<OrganisationName, string>> = {
  relais: 'nadia.berthelot@relais.example',
  metropole: 'claire.aubin@metropole.example',
  departement: 'yves.carpentier@departement.example',
  departementInsertion: 'louise.perrin@departement.example',
  batirOuest: 'bruno.caron@batir-ouest.example',
  tremplin: 'fatou.ndiaye@tremplin.example',
  mission: 'gilles.brun@mission.example',
  region: 'elodie.simon@region.example',
};

export function exchangeRows(now: Date): {
  invitations: Row[];
  links: Row[];
  approvals: Row[];
  mails: Row[];
} {
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
  const day = (days: number) => at(days).slice(0, 10);
  const partners = new Map(demoOrganisations().map((one) => [one.key, one]));
  const account = (name: OrganisationName) => stableId(demoAdministrators[name] ?? '');

  function link(
    from: OrganisationName,
    to: OrganisationName,
    state: 'active' | 'waiting' | 'revoked' | 'ended' | 'ending',
  ): Row {
    const accepted = state !== 'waiting';
    const until = { active: 400, waiting: 365, revoked: 300, ended: -10, ending: 21 }[state];
    return {
      id: stableId(`link ${from} ${to} ${state}`),
      from_organisation_id: stableId(from),
      to_organisation_id: accepted ? stableId(to) : null,
      invited_identifier: partners.get(to)?.siret ?? '',
      invited_name: partners.get(to)?.name ?? '',
      purpose: 'Suivi des clauses sociales',
      shares_amounts: from === 'metropole',
      shares_names: false,
      valid_from: day(accepted ? -400 : -1),
      valid_until: day(until),
      accepted_at: accepted ? at(-395) : null,
      accepted_by: accepted ? account(to) : null,
      revoked_at: state === 'revoked' ? at(-30) : null,
      revoked_by: state === 'revoked' ? account(from) : null,
      pairing_hash: accepted ? null : hashSecret(stableId(`code ${from} ${to}`)),
      pairing_expires_at: accepted ? null : at(pairingPolicy.days - 1),
      created_by: account(from),
      created_at: at(accepted ? -400 : -1),
    };
  }

  function invitation(to: OrganisationName, email: string, position: string, days: number, withdrawn = false): Row {
    return {
      id: stableId(`invitation ${email}`),
      organisation_id: stableId(to),
      email,
      position,
      administers: false,
      invited_by: account(to),
      expires_at: at(days + 7),
      withdrawn_at: withdrawn ? at(days + 1) : null,
      created_at: at(days),
    };
  }

  function mail(
    to: OrganisationName,
    { template, subject, days, status }: { template: string; subject: string; days: number; status: string },
  ): Row {
    const id = stableId(`mail ${to} ${template} ${days}`);
    return {
      id,
      organisation_id: stableId(to),
      template,
      recipient: `accueil@${to.toLowerCase()}.example`,
      status,
      attempts: status === 'failed' ? 7 : 1,
      message_id: `<${id}@guichet>`,
      subject,
      last_problem: status === 'failed' ? 'Adresse refusée par le serveur du destinataire.' : '',
      created_at: at(days),
      next_attempt_at: at(days),
      sent_at: status === 'failed' ? null : at(days),
    };
  }

  return {
    links: [
      link('metropole', 'relais', 'active'),
      link('departement', 'relais', 'ending'),
      link('relais', 'batirOuest', 'active'),
      link('relais', 'tremplin', 'active'),
      link('relais', 'mission', 'waiting'),
      link('relais', 'region', 'revoked'),
      link('departementInsertion', 'relais', 'ended'),
    ],
    invitations: [
      invitation('relais', 'lea.robin@relais.example', 'facilitator.clerk', -2),
      invitation('relais', 'victor.hamel@relais.example', 'facilitator.facilitator', -12),
      invitation('metropole', 'eva.colin@metropole.example', 'buyer.site', -1),
      invitation('batirOuest', 'noe.leger@batir-ouest.example', 'company.declarant', -20, true),
    ],
    approvals: [
      {
        id: stableId('approval waiting'),
        organisation_id: stableId('relais'),
        action: 'second-factor-reset',
        subject_id: stableId('karim.oudin@relais.example relais'),
        reason: 'Téléphone perdu, identité vérifiée de vive voix.',
        requested_by: stableId('solene.marchand@relais.example'),
        requested_at: at(-1),
        expires_at: at(6),
      },
    ],
    mails: [
      mail('relais', {
        template: 'invitation',
        subject: 'Invitation à rejoindre Relais emploi du littoral',
        days: -2,
        status: 'kept',
      }),
      mail('relais', {
        template: 'link-accepted',
        subject: 'Lien d’échange accepté',
        days: -30,
        status: 'kept',
      }),
      mail('relais', {
        template: 'invitation',
        subject: 'Invitation à rejoindre Relais emploi du littoral',
        days: -12,
        status: 'failed',
      }),
      mail('metropole', {
        template: 'invitation',
        subject: 'Invitation à rejoindre Métropole de l’Estuaire',
        days: -1,
        status: 'kept',
      }),
    ],
  };
}
