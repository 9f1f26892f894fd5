/** The first page of an own space: hours at a glance, the work of today, whom to call, and where everything is. */
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay } from '#domain/day.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Card, DefinitionList, EmptyState, KeyFigure, KeyFigures, Status, Tiles } from '#ui/parts.tsx';
import { spacePath } from './frame.tsx';
import { findMe } from './me.ts';
import type { Me } from './me.ts';
import type { Facilitator, OwnContract } from './queries.ts';
import { findFacilitator, listOwnContracts, listOwnMonths } from './queries.ts';

export async function drawOwnSpace(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const me = await findMe(ctx);
  if (me === null) return null;
  const months = await listOwnMonths(ctx, me.id);
  const contracts = await listOwnContracts(ctx, me.id);
  const [latest] = contracts;
  const facilitator = latest === undefined ? null : await findFacilitator(ctx, latest.lotId);
  const total = (state: string) =>
    sumMinutes(months.filter((one) => one.state === state).map(({ minutes }) => minutes));
  const body = (
    <>
      <h1>Bonjour {me.givenName}</h1>
      <p class="soft">Cette page est à vous. Elle s’ouvre avec votre lien ou votre code, sans mot de passe.</p>
      <KeyFigures>
        <KeyFigure
          label="Heures validées"
          value={formatMinutes(total('validated'))}
          href={spacePath(request, '/heures')}
          detail="Elles comptent."
        />
        <KeyFigure
          label="Heures en attente"
          value={formatMinutes(total('pending'))}
          href={spacePath(request, '/heures')}
          detail="Votre facilitateur les vérifie."
        />
      </KeyFigures>
      <Tiles
        label="Mon espace"
        tiles={[
          {
            href: spacePath(request, '/heures'),
            icon: 'clock',
            label: 'Mes heures',
            detail: 'Par chantier et par mois',
          },
          { href: spacePath(request, '/attestation'), icon: 'file-check', label: 'Mon attestation d’heures' },
          { href: spacePath(request, '/coordonnees'), icon: 'pencil', label: 'Mon adresse et mon téléphone' },
          { href: spacePath(request, '/lectures'), icon: 'eye', label: 'Qui a lu ma fiche' },
          {
            href: spacePath(request, '/demandes'),
            icon: 'scale',
            label: 'Mes droits',
            detail: 'Voir, corriger, effacer',
          },
          { href: spacePath(request, '/information'), icon: 'info', label: 'Pourquoi ces informations' },
        ]}
      />
      <h2>Mes contrats</h2>
      {contracts.length === 0 ? (
        <Card>
          <EmptyState title="Aucun contrat pour l’instant." />
        </Card>
      ) : (
        contracts.map((contract) => <Contract contract={contract} />)
      )}
      <h2>Qui appeler</h2>
      <Contacts me={me} facilitator={facilitator} contract={latest} />
      <p>
        <ActionButton action={spacePath(request, '/fermer')} formKey={request.key()} icon="log-out">
          Fermer mon espace sur cet appareil
        </ActionButton>
      </p>
    </>
  );
  return { title: 'Mon espace', body, width: 'form' };
}

function Contract({ contract }: { contract: OwnContract }) {
  const { type, job, market, employer, company, startsOn, endsOn, state } = contract;
  return (
    <Card title={job === '' ? contractTypes[type].label : job} level={3} aside={<Status {...contractMachine[state]} />}>
      <DefinitionList
        items={[
          { term: 'Contrat', value: contractTypes[type].label },
          { term: 'Employeur', value: employer },
          ...(company === employer ? [] : [{ term: 'Vous travaillez chez', value: company }]),
          { term: 'Chantier', value: market },
          {
            term: 'Dates',
            value:
              endsOn === null
                ? `depuis le ${formatShortDay(startsOn)}`
                : `du ${formatShortDay(startsOn)} au ${formatShortDay(endsOn)}`,
          },
        ]}
      />
    </Card>
  );
}

function Contacts(props: { me: Me; facilitator: Facilitator | null; contract: OwnContract | undefined }) {
  const { me, facilitator, contract } = props;
  const follower = {
    name:
      facilitator === null || facilitator.name === '' ? me.structure : `${facilitator.name}, ${facilitator.structure}`,
    phone: facilitator?.phone || me.structurePhone,
    email: facilitator?.email || me.structureEmail,
  };
  return (
    <Card>
      <DefinitionList
        items={[
          { term: 'Votre facilitateur', value: <Reach {...follower} /> },
          ...(me.proposedBy === null ? [] : [{ term: 'Qui vous a orienté', value: me.proposedBy }]),
          ...(contract === undefined
            ? []
            : [
                {
                  term: 'Votre employeur',
                  value: (
                    <Reach name={contract.employer} phone={contract.employerPhone} email={contract.employerEmail} />
                  ),
                },
              ]),
        ]}
      />
    </Card>
  );
}

function Reach({ name, phone, email }: { name: string; phone: string; email: string }) {
  return (
    <>
      {name}
      {phone !== '' && (
        <>
          <br />
          <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
        </>
      )}
      {email !== '' && (
        <>
          <br />
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </>
  );
}
