/** What a lot owes: each commitment with its versions and next steps, and how another is added. */
import { organisationOf } from '#domain/actor.ts';
import type { Child } from 'hono/jsx';
import type { Commitment } from '#domain/commitment.ts';
import { commitmentKinds } from '#domain/commitment.ts';
import { commitmentMachine } from '#domain/commitment-state.ts';
import { versionInForce } from '#domain/commitment-versions.ts';
import { commitmentSentence } from '#domain/commitment-words.ts';
import type { FullTime } from '#domain/counting-rules.ts';
import { ruleValue } from '#domain/counting-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import type { Side } from '#domain/state-machine.ts';
import { countingBook } from '#db/counting-book.ts';
import { shareSentence } from '#domain/worked-hours.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DefinitionList, EmptyState, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import { amendmentActions } from './amendment-actions.tsx';
import { CommitmentFields } from './commitment-fields.tsx';
import type { CommitmentRow } from './commitment-queries.ts';
import { listCommitments, minutesInvoiced, validatedMinutes, workedMinutes } from './commitment-queries.ts';
import { stepsFor } from './commitment-steps.tsx';
import { sidesOf } from './desk.ts';
import { hoursInDays, inDays } from './hours-words.ts';
import { LotHeading, managedLot } from './lot-heading.tsx';

export async function drawCommitments(request: PageRequest): Promise<View | null> {
  const place = await managedLot(request);
  if (place === null) return null;
  const { ctx, form } = request;
  const { lot, market } = place;
  const commitments = await listCommitments(ctx, lot.id);
  const today = parisDay(ctx.now);
  const book = await countingBook(ctx, {
    organisation: organisationOf(ctx.actor) ?? '',
    lot: { lotId: lot.id, marketId: lot.marketId },
  });
  const fullTime = ruleValue(book, 'full-time', today);
  const full = ruleValue(book, 'variable-tranche', today) === 'full';
  const facts: Facts = {
    today,
    validated: await validatedMinutes(ctx, lot.id),
    invoiced: await dueByInvoices(ctx, { commitments, today, full }),
    sides: await sidesOf(ctx, market.buyerId),
    worked: await workedMinutes(ctx, lot.id),
    fullTime,
  };
  const adding = request.url.endsWith('/engagement');
  const empty = { values: {}, errors: [] };
  const body = (
    <>
      <LotHeading place={place} title="Ce que doit le lot" />
      <LotTabs lot={lot.id} current="/engagement" />
      {!adding && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {commitments.length === 0 && <EmptyState title="Aucun engagement encore.">Ajoutez-le ci-dessous.</EmptyState>}
      {commitments.map((commitment) => (
        <CommitmentCard request={request} commitment={commitment} facts={facts} />
      ))}
      <Card title="Ajouter un engagement">
        <Form
          action={`/lots/${lot.id}/engagement`}
          formKey={request.key()}
          state={adding ? form : empty}
          submit="Ajouter l’engagement"
        >
          <CommitmentFields state={adding ? form : empty} />
          <DateField
            name="signedOn"
            label="Signature du contrat"
            help="Laissez vide tant que c’est un brouillon."
            optional
            state={adding ? form : empty}
          />
        </Form>
      </Card>
    </>
  );
  return { title: 'Ce que doit le lot', body, width: 'form' };
}

interface Facts {
  today: Day;
  validated: number;
  /** Minutes owed for what is invoiced, by commitment. */
  invoiced: ReadonlyMap<string, number>;
  worked: number;
  sides: readonly Side[];
  fullTime: FullTime;
}

function CommitmentCard({
  request,
  commitment,
  facts,
}: {
  request: PageRequest;
  commitment: CommitmentRow;
  facts: Facts;
}) {
  const { kind, state, versions } = commitment;
  const version = versionInForce(versions, facts.today) ?? versions.at(-1);
  const entry = commitmentMachine[state];
  return (
    <Card
      title={commitmentKinds[kind]}
      aside={<Status tone={entry.tone} label={entry.label} />}
      actions={<CardActions commitment={commitment} sides={facts.sides} />}
    >
      <DefinitionList items={version === undefined ? [] : told(version.commitment, { commitment, facts })} />
      <VersionList request={request} commitment={commitment} />
      {amendmentActions(request, commitment)}
    </Card>
  );
}

function CardActions({ commitment, sides }: { commitment: CommitmentRow; sides: readonly Side[] }) {
  const { kind, state, lotId, marketId, id } = commitment;
  const contractual = state !== 'draft' && state !== 'proposed';
  return (
    <>
      {stepsFor(commitment, sides).length > 0 && (
        <ButtonLink href={`/lots/${lotId}/engagement/etat?engagement=${id}`} icon="arrow-right" size="small">
          Changer d’étape
        </ButtonLink>
      )}
      {kind === 'variable' && (
        <ButtonLink href={`/marches/${marketId}/montants`} icon="euro" size="small">
          Montant facturé
        </ButtonLink>
      )}
      {contractual && kind !== 'none' && (
        <ButtonLink href={`/lots/${lotId}/avenant?engagement=${id}`} icon="pencil" size="small">
          Préparer un avenant
        </ButtonLink>
      )}
      {(kind === 'fixed' || kind === 'training') && (
        <ButtonLink href={`/lots/${lotId}/tranches`} icon="list" size="small">
          Tranches
        </ButtonLink>
      )}
      {(kind === 'fixed' || kind === 'training') && (
        <ButtonLink href={`/lots/${lotId}/repartition`} icon="scale" size="small">
          Répartir entre entreprises
        </ButtonLink>
      )}
    </>
  );
}

function told(owed: Commitment, { commitment, facts }: { commitment: CommitmentRow; facts: Facts }) {
  const items: { term: string; value: Child }[] = [{ term: 'Dû', value: commitmentSentence(owed) }];
  if (owed.kind === 'fixed' || owed.kind === 'training') {
    items.push({ term: 'En jours', value: inDays(owed.minutes, facts.fullTime) });
  }
  if (owed.kind === 'variable') {
    const due = facts.invoiced.get(commitment.id) ?? 0;
    const value = due === 0 ? '0\u00a0h, non déclenché' : hoursInDays(due, facts.fullTime);
    items.push({ term: 'Dû au vu du facturé', value });
  }
  if (owed.kind === 'share') {
    const link = <a href={`/lots/${commitment.lotId}/travail`}>Heures travaillées par tous</a>;
    items.push({ term: 'Dû à ce jour', value: shareSentence({ ...owed, worked: facts.worked }) });
    items.push({ term: 'D’après', value: link });
  }
  if (commitment.waiverNote !== '') items.push({ term: 'Motif', value: commitment.waiverNote });
  if (owed.kind !== 'none' && owed.kind !== 'qualitative') {
    items.push({ term: 'Validé sur le lot', value: hoursInDays(facts.validated, facts.fullTime) });
  }
  return items;
}

/** Counted where the amounts are: whoever reads the target needs not read what was invoiced. */
async function dueByInvoices(
  ctx: Context,
  { commitments, today, full }: { commitments: readonly CommitmentRow[]; today: Day; full: boolean },
): Promise<Map<string, number>> {
  const due = new Map<string, number>();
  for (const { id, lotId, versions } of commitments) {
    const owed = (versionInForce(versions, today) ?? versions.at(-1))?.commitment;
    if (owed?.kind === 'variable') due.set(id, await minutesInvoiced(ctx, { lotId, owed, full }));
  }
  return due;
}

function VersionList({ request, commitment: { id, versions } }: { request: PageRequest; commitment: CommitmentRow }) {
  return (
    <Table
      id={`versions-${id}`}
      caption="Versions"
      rows={versions}
      rowId={({ number }) => `${id}-${number}`}
      url={request.url}
      empty={<></>}
      columns={[
        {
          key: 'number',
          label: 'Version',
          primary: true,
          cell: ({ number }) => (number === 1 ? 'Contrat' : `Avenant ${number - 1}`),
        },
        { key: 'owed', label: 'Dû', cell: ({ commitment }) => commitmentSentence(commitment) },
        { key: 'reason', label: 'Motif', cell: ({ reason }) => reason },
        { key: 'effect', label: 'Effet', cell: ({ effectiveOn }) => formatShortDay(effectiveOn) },
        {
          key: 'signed',
          label: 'Signature',
          cell: ({ signedOn }) => (signedOn === null ? 'En attente' : formatShortDay(signedOn)),
        },
      ]}
    />
  );
}
