/** A person's way: one picture through contracts, employers, lots and buyers, with its table, made to be printed. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { isToPrepare, nextSteps, untilEnd } from '#domain/next-contract.ts';
import { gapsBetween, hoursByMarket } from '#domain/pathway-timeline.ts';
import { record } from '#db/audit.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import type { PageRequest, View } from '#http/route.ts';
import { BarChart, SpanChart } from '#ui/charts.tsx';
import { Alert, ButtonLink, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import { WalkContracts } from './walk-contracts.tsx';
import { spanOf, WalkFigures } from './walk-figures.tsx';
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
        actions={<PrintButton />}
      />
      <PersonFrame person={person} actor={ctx.actor} place="/parcours">
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
            <WalkFigures contracts={contracts} today={today} />
            <Picture contracts={contracts} today={today} />
            <h2>Contrats</h2>
            <WalkContracts contracts={contracts} url={url} />
            <Hours contracts={contracts} />
          </>
        )}
      </PersonFrame>
    </>
  );
  return { title: 'Parcours d’une personne', body };
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

function lower(text: string): string {
  return text === 'CDI' ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
