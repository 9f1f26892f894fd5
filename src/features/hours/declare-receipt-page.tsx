/** What was sent, with its number; correcting it until it is validated, and the proofs joined to it. */
import type { Child } from 'hono/jsx';
import { parisDay, parisTime, formatDay } from '#domain/day.ts';
import { canBeSent, receiptNumber } from '#domain/declaration-sending.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { formatMonth } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, Card, DefinitionList, Status } from '#ui/parts.tsx';
import type { DeclaringDoor } from './declare-doors.ts';
import { addressOf } from './declare-doors.ts';
import type { DeclarationRow } from './declaration-queries.ts';
import { findReferent, kindOfCompany } from './declaration-queries.ts';
import { DeclarerTurn } from './declaration-turn.tsx';
import type { OpenedMonth } from './declare-open.ts';
import type { OwedPlace } from './declare-owed.ts';
import { addressOfPlace } from './declare-owed.ts';
import { listPapers } from './declare-papers-queries.ts';
import { AlsoOwed, LinkPlaces } from './declare-places.tsx';
import { Proofs } from './declare-proofs.tsx';
import { Question } from './declare-question.tsx';
import { RefusalList } from './refusal-card.tsx';
import { listRefusalsOf } from './refusal-queries.ts';
import { ofMonth, shownName, workWords } from './declare-words.ts';
import { WorkedCard } from './worked-card.tsx';

export async function drawReceipt(
  request: PageRequest,
  { door, opened, others }: { door: DeclaringDoor; opened: OpenedMonth; others: readonly OwedPlace[] },
): Promise<View> {
  const { lot, month, declaration } = opened;
  const papers = declaration === null ? [] : await listPapers(request.ctx, declaration.id);
  const refusals = declaration === null ? [] : await listRefusalsOf(request.ctx, declaration.id);
  const [next, ...later] = others;
  const body = (
    <>
      <div>
        <p class="soft">{lot.companyName}</p>
        <h1>Heures {ofMonth(month)}</h1>
        <p class="soft">{workWords(lot)}</p>
      </div>
      {request.form.errors
        .filter(({ field }) => field === undefined)
        .map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
      <Sent
        declaration={declaration}
        door={door}
        month={month}
        turn={
          declaration !== null && (
            <DeclarerTurn
              declaration={declaration}
              companyKind={await kindOfCompany(request.ctx, lot.companyId)}
              door={door.kind}
              today={parisDay(request.ctx.now)}
            />
          )
        }
      />
      <Lines opened={opened} />
      {opened.asksWorked && <WorkedCard request={request} door={door} opened={opened} />}
      {refusals.length > 0 && (
        <Card title="Refus par l’acheteur">
          <RefusalList refusals={refusals} />
        </Card>
      )}
      {next !== undefined && (
        <div>
          <ButtonLink kind="primary" href={addressOfPlace(next)}>
            Déclarer {formatMonth(next.month)}
          </ButtonLink>
          {next.door.lot.lotId !== lot.lotId && <p class="soft">{workWords(next.door.lot)}</p>}
        </div>
      )}
      <AlsoOwed door={door} others={later} />
      {declaration !== null && <Proofs request={request} door={door} declaration={declaration} papers={papers} />}
      <LinkPlaces door={door} />
      <Question referent={await findReferent(request.ctx, lot.lotId)} />
    </>
  );
  return { title: `Heures ${ofMonth(month)}`, body, width: 'narrow' };
}

function Sent({
  declaration,
  door,
  month,
  turn,
}: {
  declaration: DeclarationRow | null;
  door: DeclaringDoor;
  month: Month;
  turn: Child;
}) {
  if (declaration === null || declaration.submittedAt === null) {
    return <Alert tone="info">Aucune heure n’est attendue pour ce mois.</Alert>;
  }
  const { state, submittedAt, submittedBy } = declaration;
  const { label, tone } = declarationMachine[state];
  const open = canBeSent(state);
  return (
    <Card title="Accusé de réception" aside={<Status tone={tone} label={label} />}>
      <DefinitionList
        items={[
          { term: 'Numéro', value: receiptNumber(declaration) },
          {
            term: 'Envoyée',
            value: `le ${formatDay(parisDay(submittedAt))} à ${parisTime(submittedAt)}${submittedBy === '' ? '' : `, par ${submittedBy}`}`,
          },
          { term: 'À qui le tour', value: turn },
        ]}
      />
      <div class="row">
        {open ? (
          <ButtonLink href={addressOf(door, month, { modifier: '1' })} icon="pencil">
            Modifier jusqu’à la validation
          </ButtonLink>
        ) : (
          <p class="soft">Pour une correction, appelez votre facilitateur.</p>
        )}
      </div>
    </Card>
  );
}

function Lines({ opened }: { opened: OpenedMonth }) {
  const lines = opened.lines.filter(({ now }) => now !== null && now.by === null);
  if (lines.length === 0) {
    return opened.declaration?.noHours === true ? <Alert tone="info">Aucune heure ce mois-ci.</Alert> : <></>;
  }
  const names = opened.lines.map(({ contract }) => contract);
  const total = sumMinutes(lines.map(({ now }) => now?.minutes ?? 0));
  const waiting = lines.filter(({ contract }) => contract.eligibleFrom === null);
  return (
    <Card title={`Total du mois\u00A0: ${formatMinutes(total)}`}>
      <DefinitionList
        items={lines.map(({ contract, now }) => ({
          term: shownName(contract, names),
          value: `${formatMinutes(now?.minutes ?? 0)}${now?.trainingMinutes ? `, dont ${formatMinutes(now.trainingMinutes)} de formation` : ''}`,
        }))}
      />
      {waiting.length > 0 && (
        <p class="soft">
          En attente de la décision du facilitateur, comptées pour zéro d’ici là :{' '}
          {waiting.map(({ contract }) => shownName(contract, names)).join(', ')}.
        </p>
      )}
    </Card>
  );
}
