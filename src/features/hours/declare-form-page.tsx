/** The month to fill: one card per person with last month's hours in it, the total, one button. */
import { parisDay, parisTime, formatShortDay } from '#domain/day.ts';
import { formatMinutes, parseTypedHours, sumMinutes } from '#domain/minutes.ts';
import { addToMonth, formatMonth } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, Button, EntryList, StickyEnd } from '#ui/parts.tsx';
import type { DeclaringDoor } from './declare-doors.ts';
import { findReferent } from './declaration-queries.ts';
import { checkMonth, seenMarks } from './declare-check.ts';
import { LineDetails, PersonEntry, SettledEntry } from './declare-entries.tsx';
import { NewWorkerFields } from './declare-worker-fields.tsx';
import type { OpenedMonth } from './declare-open.ts';
import { linesOfMonth } from './declare-open.ts';
import type { OwedPlace } from './declare-owed.ts';
import { AlsoOwed, LinkPlaces } from './declare-places.tsx';
import { Question } from './declare-question.tsx';
import { prefilled } from './declare-prefill.ts';
import { readLines } from './declare-typed.ts';
import { typedLines } from './input.ts';
import { ofMonth, workWords } from './declare-words.ts';
import { WorkedEntry } from './worked-card.tsx';

const formId = 'declaration';
const noneId = 'aucune-heure';

export async function drawForm(
  request: PageRequest,
  { door, opened, others }: { door: DeclaringDoor; opened: OpenedMonth; others: readonly OwedPlace[] },
): Promise<View> {
  const { lot, month, declaration } = opened;
  const lines = linesOfMonth(opened);
  const open = lines.filter(
    ({ declaredBy, now }) => declaredBy === null && now?.state !== 'validated' && now?.state !== 'locked',
  );
  const state = request.typed ? request.form : { values: prefilled(open, opened), errors: [] };
  const read = readLines(typedLines(state.values), month);
  const { warnings } = checkMonth(opened, read.lines);
  const asks = request.refusal?.because === 'declaration-to-check';
  const settled = lines.filter((line) => !open.includes(line));
  const total = sumMinutes([
    ...open.map(({ contract }) => minutesTyped(state.values[`heures-${contract.id}`])),
    minutesTyped(state.values['heures-nouvelle']),
  ]);
  const hidden = { ...door.repeats, mois: month, vus: seenMarks(warnings).join(' ') };
  const version = declaration?.version ?? 0;
  const names = lines.map(({ contract }) => contract);
  const body = (
    <>
      <Top door={door} opened={opened} others={others} />
      <Form
        id={formId}
        action={door.path}
        formKey={request.key()}
        hidden={hidden}
        version={version}
        state={asks ? { ...state, errors: [] } : state}
        blocked="l’envoi"
      >
        <Notices request={request} opened={opened} asks={asks} />
        {open.length > 0 && (
          <EntryList>
            {open.map((line) => (
              <PersonEntry
                line={line}
                names={names}
                month={month}
                state={state}
                warnings={warnings.get(line.contract.id) ?? []}
              />
            ))}
          </EntryList>
        )}
        {settled.length > 0 && (
          <EntryList>
            {settled.map((line) => (
              <SettledEntry line={line} names={names} />
            ))}
          </EntryList>
        )}
        {open.length > 0 && <p class="soft">{help(opened)}</p>}
        <LineDetails lines={open} names={names} state={state} month={month} />
        {opened.asksWorked && <WorkedEntry state={state} />}
        {door.kind !== 'facilitator' && <NewWorkerFields state={state} nobody={lines.length === 0} />}
        <div class="row">
          <Button form={noneId} kind={lines.length === 0 ? 'plain' : 'quiet'}>
            Aucune heure ce mois-ci
          </Button>
        </div>
        <Question referent={await findReferent(request.ctx, lot.lotId)} />
        <StickyEnd label="Total du mois" total={formatMinutes(total)} adds={formId}>
          <Button kind="primary">{asks ? 'Envoyer quand même' : 'Envoyer la déclaration'}</Button>
        </StickyEnd>
      </Form>
      <form id={noneId} method="post" action={door.path}>
        {Object.entries({ cle: request.key(), ...hidden, version: String(version), aucune: 'oui' }).map(
          ([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ),
        )}
      </form>
    </>
  );
  return { title: `Heures ${ofMonth(month)}`, body, width: 'narrow' };
}

function Top({ door, opened, others }: { door: DeclaringDoor; opened: OpenedMonth; others: readonly OwedPlace[] }) {
  const { lot, month } = opened;
  const access = door.until === null ? '' : ` · accès sécurisé jusqu’au ${formatShortDay(parisDay(door.until))}`;
  return (
    <div>
      <p class="soft">
        {lot.companyName}
        {access}
      </p>
      <h1>Heures {ofMonth(month)}</h1>
      <p class="soft">{workWords(lot)}</p>
      <AlsoOwed door={door} others={others} open={false} />
      <LinkPlaces door={door} />
    </div>
  );
}

/** What happened before this form is drawn again, or why it comes back to the company. */
function Notices({ request, opened, asks }: { request: PageRequest; opened: OpenedMonth; asks: boolean }) {
  const { declaration } = opened;
  if (asks) {
    return (
      <Alert tone="attention" title="À vérifier avant l’envoi">
        <p>Lisez les points signalés sous les lignes. Corrigez, ou envoyez quand même.</p>
      </Alert>
    );
  }
  if (request.refusal?.because === 'changed-meanwhile' && declaration?.submittedAt) {
    const by = declaration.submittedBy === '' ? 'Quelqu’un' : declaration.submittedBy;
    const minutes = sumMinutes(opened.lines.map(({ now }) => now?.minutes ?? 0));
    return (
      <Alert tone="attention" title={`${by} a envoyé ce mois à ${parisTime(declaration.submittedAt)}`}>
        <p>
          Son envoi compte {formatMinutes(minutes)}. Votre saisie est gardée ici : l’envoyer remplace la sienne.{' '}
          <a href={request.url}>Prendre la sienne</a>
        </p>
      </Alert>
    );
  }
  if (!request.typed && (declaration?.state === 'rejected' || declaration?.state === 'partially-validated')) {
    return (
      <Alert tone="attention" title="À corriger">
        <p>{declaration.reason === '' ? 'Corrigez les lignes signalées, puis renvoyez.' : declaration.reason}</p>
      </Alert>
    );
  }
  return <></>;
}

function help({ lines, month, declaration }: OpenedMonth): string {
  if (declaration?.submittedAt) return 'Corrigez ce qui a changé, puis renvoyez. Mettez 0 pour une personne absente.';
  if (!lines.some(({ before }) => before !== null)) return 'Mettez 0 pour une personne absente.';
  const [name = ''] = formatMonth(addToMonth(month, -1)).split(' ');
  const of = /^[aeiouyàâéèêîôû]/iu.test(name) ? `d’${name}` : `de ${name}`;
  return `Nous avons repris les heures ${of}. Corrigez seulement ce qui a changé. Mettez 0 pour une personne absente.`;
}

function minutesTyped(value: string | string[] | undefined): number {
  const read = parseTypedHours(typeof value === 'string' ? value : '');
  return read.ok ? read.value : 0;
}
