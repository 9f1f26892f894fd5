/** A person's way: one picture through contracts, employers, lots and buyers, with its table, made to be printed. */
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { isToPrepare, nextSteps, untilEnd } from '#domain/next-contract.ts';
import { daysCovered, gapsBetween, hoursByMarket } from '#domain/pathway-timeline.ts';
import { may } from '#domain/access.ts';
import { record } from '#db/audit.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import type { PageRequest, View } from '#http/route.ts';
import { BarChart, SpanChart } from '#ui/charts.tsx';
import { counted } from '#ui/french.ts';
import { Alert, ButtonLink, Card, EmptyState, KeyFigure, KeyFigures, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { Table } from '#ui/table.tsx';
import type { WalkedContract } from './queries.ts';
import { findOwnPerson, listWalk, nameOf } from './queries.ts';

export async function drawWalk(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const person = await findOwnPerson(ctx, params['id'] ?? '');
  if (person === null) return null;
  await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: person.id });
  const contracts = await listWalk(ctx, person.id);
  const today = parisDay(ctx.now);
  const settings = await readPathwaySettings(ctx, { organisation: person.holderId, day: today });
  const noticeDays = settings['next-contract-days'];
  const body = (
    <>
      <PageHeading
        title="Parcours"
        lead={`${person.givenName} ${person.familyName}`}
        breadcrumb={[
          { href: '/personnes', label: 'Personnes' },
          { href: `/personnes/${person.id}`, label: nameOf(person) },
        ]}
        actions={<Links person={person.id} request={request} />}
      />
      {contracts.length === 0 ? (
        <EmptyState
          title="Le parcours commence avec un premier contrat."
          actions={<ButtonLink href={`/personnes/${person.id}`}>Ouvrir la fiche</ButtonLink>}
        />
      ) : (
        <>
          {contracts.map((contract) => (
            <Ending contract={contract} today={today} noticeDays={noticeDays} />
          ))}
          <Figures contracts={contracts} today={today} />
          <Picture contracts={contracts} today={today} />
          <h2>Contrats</h2>
          <Contracts contracts={contracts} url={url} />
          <Hours contracts={contracts} />
        </>
      )}
    </>
  );
  return { title: 'Parcours d’une personne', body };
}

function Links({ person, request }: { person: string; request: PageRequest }) {
  const { actor } = request.ctx;
  return (
    <>
      {may(actor, 'skill.keep').allowed && (
        <ButtonLink href={`/personnes/${person}/competences`} icon="graduation-cap">
          Compétences
        </ButtonLink>
      )}
      {may(actor, 'obstacle.keep').allowed && (
        <ButtonLink href={`/personnes/${person}/freins`} icon="lock">
          Freins
        </ButtonLink>
      )}
      <PrintButton />
    </>
  );
}

/** Six weeks before the end: what follows, or who proposes it. */
function Ending({ contract, today, noticeDays }: { contract: WalkedContract; today: string; noticeDays: number }) {
  const { id, endsOn, endedOn, company, step, followed } = contract;
  if (endsOn === null || endedOn !== null || followed || !isToPrepare(endsOn, { today, noticeDays })) return <></>;
  const when = `Le contrat chez ${company} se termine ${untilEnd(endsOn, today)}, le ${formatShortDay(endsOn)}`;
  return step === null ? (
    <Alert tone="attention">
      {`${when}. `}
      <a href={`/contrats/${id}/proposer-une-suite`}>Proposer la suite</a>
    </Alert>
  ) : (
    <Alert>{`${when}. Suite proposée\u00A0: ${lower(nextSteps[step])}.`}</Alert>
  );
}

function Figures({ contracts, today }: { contracts: readonly WalkedContract[]; today: string }) {
  const spans = contracts.map(spanOf);
  const gaps = gapsBetween(spans);
  const away = gaps.reduce((sum, { days }) => sum + days, 0);
  return (
    <KeyFigures>
      <KeyFigure
        label="Heures comptées"
        value={formatMinutes(sumMinutes(contracts.map(({ countedMinutes }) => countedMinutes)))}
        detail={counted(new Set(contracts.map(({ marketId }) => marketId)).size, 'marché')}
      />
      <KeyFigure
        label="Employeurs"
        value={String(new Set(contracts.map(({ employer }) => employer)).size)}
        detail={counted(new Set(contracts.map(({ buyer }) => buyer)).size, 'acheteur')}
      />
      <KeyFigure label="En contrat" value={counted(daysCovered(spans, today), 'jour')} />
      <KeyFigure
        label="Interruptions"
        value={String(gaps.length)}
        detail={
          gaps.length === 0 ? 'aucun jour sans contrat' : counted(away, 'jour sans contrat', 'jours sans contrat')
        }
      />
    </KeyFigures>
  );
}

function Picture({ contracts, today }: { contracts: readonly WalkedContract[]; today: string }) {
  const gaps = gapsBetween(contracts.map(spanOf));
  return (
    <Card title="De contrat en contrat">
      <SpanChart
        caption="Contrats de la personne"
        today={today}
        lanes={contracts.map((contract) => ({
          label: contract.company,
          detail: `${contract.market}${contract.lotNumber === null ? '' : `, lot ${contract.lotNumber}`}`,
          from: contract.startsOn,
          until: contract.endsOn,
          over: contract.endedOn !== null,
          next: contract.step === null ? undefined : nextSteps[contract.step],
          cells: [contract.employer, contract.buyer, formatMinutes(contract.countedMinutes)],
        }))}
        gaps={gaps}
        columns={['Employeur', 'Acheteur', 'Heures comptées']}
      />
    </Card>
  );
}

function Contracts({ contracts, url }: { contracts: readonly WalkedContract[]; url: string }) {
  return (
    <Table
      caption="Contrats, dans l’ordre"
      id="contrats"
      rows={contracts}
      rowId={({ id }) => id}
      url={url}
      empty={<></>}
      columns={[
        {
          key: 'type',
          label: 'Contrat',
          primary: true,
          cell: ({ id, type, job }) => (
            <>
              <a href={`/contrats/${id}`}>{contractTypes[type].label}</a>
              {job !== '' && `, ${job}`}
            </>
          ),
        },
        {
          key: 'where',
          label: 'Employeur et entreprise',
          cell: ({ employer, company }) => (employer === company ? company : `${employer}, chez ${company}`),
        },
        {
          key: 'lot',
          label: 'Marché et acheteur',
          cell: ({ market, buyer }) => [market, buyer].filter(Boolean).join(', '),
        },
        { key: 'days', label: 'Dates', cell: daysOf },
        { key: 'follow', label: 'Suivi', cell: ({ id }) => <Follow contract={id} /> },
        { key: 'state', label: 'État', cell: ({ state }) => contractMachine[state].label },
      ]}
    />
  );
}

function Follow({ contract }: { contract: string }) {
  return (
    <span class="row">
      <a href={`/contrats/${contract}/visites`}>Visites</a>
      <a href={`/contrats/${contract}/evaluations`}>Évaluations</a>
      <a href={`/contrats/${contract}/bilans`}>Bilans</a>
    </span>
  );
}

function Hours({ contracts }: { contracts: readonly WalkedContract[] }) {
  const sums = hoursByMarket(contracts.map((one) => ({ ...one, minutes: one.countedMinutes })));
  return (
    <Card title="Heures par marché">
      <BarChart
        caption="Heures comptées par marché"
        unit="heures"
        bars={sums.map(({ market, buyer, minutes }) => ({
          label: buyer === '' ? market : `${market}, ${buyer}`,
          value: Math.floor(minutes / 60),
        }))}
      />
    </Card>
  );
}

function spanOf({ startsOn, endsOn }: WalkedContract) {
  return { from: startsOn, until: endsOn };
}

function daysOf({ startsOn, endsOn }: WalkedContract): string {
  return endsOn === null
    ? `depuis le ${formatShortDay(startsOn)}`
    : `du ${formatShortDay(startsOn)} au ${formatShortDay(endsOn)}`;
}

function lower(text: string): string {
  return text === 'CDI' ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
