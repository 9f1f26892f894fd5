/** One declaration as its reviewer reads it: each line with what counts and why, the proofs beside, and the decision. */
import type { Child } from 'hono/jsx';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { frenchNumber } from '#ui/french.ts';
import { Alert, Card, DateText, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { ReviewTurn } from './declaration-turn.tsx';
import { isClean } from './review.ts';
import type { ExaminedLine } from './review-examine.ts';
import { examineDeclarations } from './review-examine.ts';
import { AfterDecision, DecisionForm, SendBack } from './review-decision.tsx';
import { LinesTable } from './review-lines-table.tsx';
import type { ReviewedDeclaration } from './review-queries.ts';
import { findReviewed } from './review-queries.ts';
import type { ProofRow } from './review-queue-queries.ts';
import { listMonthsBefore, listProofs } from './review-queue-queries.ts';
import { SharedReviewCard } from './shared-review-card.tsx';
import { readStructureLines } from './shared-review-queries.ts';
import { RefusalCard } from './refusal-card.tsx';
import { listRefusalsOf } from './refusal-queries.ts';
import { NotDueCard, RemindCard } from './remind-card.tsx';
import { listReminders, readOwed } from './remind-queries.ts';

export async function drawReview(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const declaration = await findReviewed(ctx, params['id'] ?? '');
  if (declaration === null) return null;
  const { id, lotId: lot, companyId: company, month } = declaration;
  const lines = (await examineDeclarations(ctx, [id])).get(id) ?? [];
  const shared = (await readStructureLines(ctx, [id])).get(id) ?? [];
  const refusals = await listRefusalsOf(ctx, id);
  const proofs = await listProofs(ctx, id);
  const before = await listMonthsBefore(ctx, { lot, company, month });
  const { tone, label } = declarationMachine[declaration.state];
  const reviewed = { request, declaration, lines };
  const waiting = declaration.state === 'expected' || declaration.state === 'late';
  const reminders = await listReminders(ctx, id);
  const [reach = null] = await readOwed(ctx, { today: parisDay(ctx.now), declarations: [id] });
  const body = (
    <>
      <PageHeading
        title={`${declaration.companyName}, ${formatMonth(month)}`}
        lead={`${declaration.object}, lot\u00A0${declaration.lotNumber}\u00A0: ${declaration.lotTitle}`}
        breadcrumb={[{ href: '/heures', label: 'Heures' }]}
        status={<Status tone={tone} label={label} />}
      />
      {form.errors
        .filter(({ field }) => field !== 'raison' && field !== 'ligne' && field !== 'motif')
        .map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
      <Sent declaration={declaration} turn={<ReviewTurn declaration={declaration} today={parisDay(ctx.now)} />} />
      <SharedReviewCard lines={shared} own={organisationOf(ctx.actor)} />
      {waiting ? (
        <RemindCard {...reviewed} reminders={reminders} reach={reach} />
      ) : (
        <div class="stack">
          {declaration.waitsForMe ? (
            <>
              <DecisionForm {...reviewed} clean={isClean(declaration, lines)}>
                <Lines {...reviewed} />
              </DecisionForm>
              <Proofs declaration={id} proofs={proofs} />
              <SendBack {...reviewed} />
            </>
          ) : (
            <>
              <Lines {...reviewed} />
              <Proofs declaration={id} proofs={proofs} />
              <AfterDecision {...reviewed} />
              <NotDueCard {...reviewed} />
              <RemindCard {...reviewed} reminders={reminders} reach={reach} />
              <RefusalCard {...reviewed} refusals={refusals} />
            </>
          )}
        </div>
      )}
      <MonthsBefore months={before} />
    </>
  );
  return { title: `${declaration.companyName}, ${formatMonth(month)}`, body, width: 'wide' };
}

function Sent({ declaration, turn }: { declaration: ReviewedDeclaration; turn: Child }) {
  const { submittedAt, submittedBy, reviewedAt, reviewerName, reason, note, lotId } = declaration;
  const items = [
    {
      term: 'Envoyée',
      value: submittedAt !== null && (
        <>
          <DateText date={submittedAt} /> {submittedBy !== '' && `par ${submittedBy}`}
        </>
      ),
    },
    ...(reviewedAt === null
      ? []
      : [
          {
            term: 'Décidée',
            value: (
              <>
                <DateText date={reviewedAt} /> {reviewerName !== null && `par ${reviewerName}`}
              </>
            ),
          },
        ]),
    ...(reason === '' ? [] : [{ term: 'Motif', value: reason }]),
    ...(note === '' ? [] : [{ term: 'Précision', value: note }]),
    { term: 'À qui le tour', value: turn },
    { term: 'Lot', value: <a href={`/lots/${lotId}/heures`}>D’où viennent les heures de ce lot</a> },
  ];
  return <DefinitionList items={items.map((item) => ({ ...item, value: item.value === false ? null : item.value }))} />;
}

function Lines({
  request,
  declaration,
  lines,
}: {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  lines: readonly ExaminedLine[];
}) {
  if (lines.length > 0) return <LinesTable request={request} declaration={declaration} lines={lines} />;
  const title = declaration.noHours ? 'Aucune heure ce mois-ci, a déclaré l’entreprise.' : 'Aucune ligne à lire ici.';
  return (
    <EmptyState title={title}>
      {declaration.noHours
        ? 'Il n’y a rien d’autre à vérifier.'
        : 'Les personnes déclarées sont suivies par une autre structure.'}
    </EmptyState>
  );
}

function Proofs({ declaration, proofs }: { declaration: string; proofs: readonly ProofRow[] }) {
  return (
    <Card title="Pièces jointes" aside={proofs.length === 0 ? 'aucune' : frenchNumber(proofs.length)}>
      {proofs.length === 0 ? (
        <p class="soft">L’entreprise n’a rien joint. Vous pouvez la lui demander en rendant la déclaration.</p>
      ) : (
        <ul>
          {proofs.map(({ id, name, bytes }) => (
            <li>
              <a href={`/heures/${declaration}/pieces/${id}`}>{name}</a>{' '}
              <span class="soft">{`${frenchNumber(Math.max(1, Math.round(bytes / 1024)))}\u00A0Ko`}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function MonthsBefore({ months }: { months: Awaited<ReturnType<typeof listMonthsBefore>> }) {
  if (months.length === 0) return <></>;
  return (
    <Card title="Mois précédents">
      <DefinitionList
        items={months.map(({ id, month, state, minutes, counted }) => ({
          term: formatMonth(month),
          value: (
            <>
              <a href={`/heures/${id}`}>{formatMinutes(minutes)}</a>{' '}
              <span class="soft">{`${declarationMachine[state].label.toLowerCase()}, ${formatMinutes(counted)} comptées`}</span>
            </>
          ),
        }))}
      />
    </Card>
  );
}
