/** What was sent, with its number; correcting it until it is validated, and the proofs joined to it. */
import type { Child } from 'hono/jsx';
import { parisDay, parisTime, formatDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import { canBeSent, receiptNumber } from '#domain/declaration-sending.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { formatMonth, monthOf } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { FileField, Form } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DefinitionList, Disclosure, Status } from '#ui/parts.tsx';
import type { DeclaringDoor } from './declare-doors.ts';
import { addressOf } from './declare-doors.ts';
import type { DeclarationRow } from './declaration-queries.ts';
import { findReferent, kindOfCompany, listDocuments } from './declaration-queries.ts';
import type { OpenedMonth } from './declare-open.ts';
import { DeclarerTurn } from './declaration-turn.tsx';
import { Question } from './declare-question.tsx';
import { RefusalList } from './refusal-card.tsx';
import { listRefusalsOf } from './refusal-queries.ts';
import { ofMonth, shownName, workWords } from './declare-words.ts';
import { WorkedCard } from './worked-card.tsx';

export async function drawReceipt(
  request: PageRequest,
  { door, opened, owed }: { door: DeclaringDoor; opened: OpenedMonth; owed: readonly Month[] },
): Promise<View> {
  const { lot, month, declaration } = opened;
  const documents = declaration === null ? [] : await listDocuments(request.ctx, declaration.id);
  const refusals = declaration === null ? [] : await listRefusalsOf(request.ctx, declaration.id);
  const [next] = owed;
  const body = (
    <>
      <div>
        <p class="soft">{lot.companyName}</p>
        <h1>Heures {ofMonth(month)}</h1>
        <p class="soft">{workWords(lot)}</p>
      </div>
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
        <p>
          <ButtonLink kind="primary" href={addressOf(door, next)}>
            Déclarer {formatMonth(next)}
          </ButtonLink>
        </p>
      )}
      {declaration !== null && door.kind !== 'facilitator' && (
        <Proofs request={request} door={door} month={month} names={documents.map(({ name }) => name)} />
      )}
      <Question referent={await findReferent(request.ctx, lot.lotId)} />
    </>
  );
  return { title: `Heures ${ofMonth(month)}`, body, width: 'narrow' };
}

export function drawNothingDue({
  door,
  sent,
  today,
}: {
  door: DeclaringDoor;
  sent: readonly { month: Month; minutes: number }[];
  today: Day;
}): View {
  const current = monthOf(today);
  const body = (
    <>
      <div>
        <p class="soft">{door.lot.companyName}</p>
        <h1>Tout est déclaré</h1>
        <p class="soft">{workWords(door.lot)}</p>
      </div>
      <Alert tone="done">Aucun mois n’attend d’heures sur ce lot.</Alert>
      {sent.length > 0 && (
        <Card title="Mois déclarés">
          <ul>
            {sent.toReversed().map(({ month, minutes }) => (
              <li>
                <a href={addressOf(door, month)}>{formatMonth(month)}</a> : {formatMinutes(minutes)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p>
        <a href={addressOf(door, current)}>Déclarer déjà {formatMonth(current)}</a>
      </p>
    </>
  );
  return { title: 'Tout est déclaré', body, width: 'narrow' };
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

function Proofs({
  request,
  door,
  month,
  names,
}: {
  request: PageRequest;
  door: DeclaringDoor;
  month: Month;
  names: readonly string[];
}) {
  const wrong = request.form.errors.some(({ field }) => field === 'file');
  return (
    <Disclosure summary="Joindre une photo ou un PDF" open={wrong || names.length > 0}>
      <div class="stack">
        {names.length > 0 && <p>Déjà joints : {names.join(', ')}</p>}
        <Form
          action={`${door.path}/document`}
          formKey={request.key()}
          hidden={{ ...door.repeats, mois: month }}
          multipart
          state={request.form}
          submit="Joindre"
          submitIcon="paperclip"
          blocked="l’envoi"
        >
          <FileField
            name="file"
            label="Fiche de paie ou contrat"
            help="Photo ou PDF, 10 Mo au plus. Cachez le numéro de sécurité sociale."
            accept="image/jpeg,image/png,application/pdf"
            state={request.form}
          />
        </Form>
      </div>
    </Disclosure>
  );
}
