/** The decision in force with its reasons and papers, the former ones folded, and the way to lift it. */
import type { Child } from 'hono/jsx';
import { formatShortDay } from '#domain/day.ts';
import { isProofCode, proofWords } from '#domain/eligibility-proofs.ts';
import { reasonLabel } from '#domain/eligibility-reasons.ts';
import { levelWords, ruleOfVersion, windowWords } from '#domain/eligibility-window.ts';
import type { PageRequest } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { ActionButton, Card, DefinitionList, Disclosure } from '#ui/parts.tsx';
import type { DecisionPage } from './decision-read.ts';
import type { DecisionRow } from './queries.ts';
import type { ReasonRow } from './reason-queries.ts';

export function CurrentDecision({ page, request }: { page: DecisionPage; request: PageRequest }) {
  const { decisions, reasons, person } = page;
  const open = decisions.find(({ endedOn }) => endedOn === null) ?? null;
  const former = decisions.filter((decision) => decision !== open);
  if (decisions.length === 0) return <></>;
  const ofDecision = (id: string) => reasons.filter(({ eligibilityId }) => eligibilityId === id);
  return (
    <Card title="Décision en cours">
      {open === null ? (
        <p>Aucune décision en cours{'\u00A0'}: ses heures sont listées, mais ne comptent pas.</p>
      ) : (
        <>
          <DefinitionList items={decisionItems(open, page)} />
          <Reasons reasons={ofDecision(open.id)} person={person.id} />
        </>
      )}
      {former.length > 0 && (
        <Disclosure summary={`Décisions précédentes\u00A0: ${former.length}`}>
          <ul class="stack">
            {former.map((decision) => (
              <li>
                {decisionLine(decision)}
                <Reasons reasons={ofDecision(decision.id)} person={person.id} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {open !== null && <Lift request={request} person={person.id} open={open} />}
      {open === null && (
        <ActionButton
          action={`/personnes/${person.id}/eligibilite/annuler`}
          formKey={request.key()}
          kind="quiet"
          size="small"
        >
          Annuler la dernière action
        </ActionButton>
      )}
    </Card>
  );
}

function decisionItems(decision: DecisionRow, { counting }: DecisionPage): { term: string; value: Child }[] {
  const { verdict, fromDay, untilDay, decidedOn, decidedBy, ruleVersion } = decision;
  const rule = ruleOfVersion(counting, ruleVersion);
  return [
    { term: 'Réponse', value: verdict === 'eligible' ? 'Éligible' : 'Non éligible' },
    {
      term: 'Période',
      value:
        untilDay === null
          ? `à partir du ${formatShortDay(fromDay)}`
          : `du ${formatShortDay(fromDay)} au ${formatShortDay(untilDay)}`,
    },
    ...(verdict === 'eligible'
      ? [
          {
            term: 'Règle',
            value: rule === null ? ruleVersion : `${windowWords(rule.window)} (${levelWords[rule.level]})`,
          },
        ]
      : []),
    { term: 'Décidé', value: `le ${formatShortDay(decidedOn)}${decidedBy === null ? '' : ` par ${decidedBy}`}` },
  ];
}

function Reasons({ reasons, person }: { reasons: readonly ReasonRow[]; person: string }) {
  if (reasons.length === 0) return <></>;
  return (
    <ul class="findings">
      {reasons.map((reason) => (
        <li>
          <div>
            <strong>{reason.label === '' ? reasonLabel(reason.criterion) : reason.label}</strong>
            {reason.main && reasons.length > 1 && <span class="soft"> (principal)</span>}
            <small>{seenWords(reason)}</small>
            {reason.documentId !== null && (
              <small>
                <a href={`/personnes/${person}/eligibilite/pieces/${reason.documentId}`} download="">
                  Document
                </a>
                {reason.keepUntil !== null && `, gardé jusqu’au ${formatShortDay(reason.keepUntil)}`}
              </small>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** "Avis de situation du 02/09/2026, vu le 10/09/2026 par Nadia Berthelot, sans copie." */
function seenWords({ kind, datedOn, validUntil, author, seenOn, seenBy, suppliedBy, documentId }: ReasonRow): string {
  const paper = kind !== null && isProofCode(kind) ? proofWords({ kind, datedOn, validUntil }) : 'Pièce';
  const who = seenBy === null ? '' : ` par ${seenBy}`;
  const seen = seenOn === null ? '' : `, pièce vue le ${formatShortDay(seenOn)}${who}`;
  const written = author === null || author === '' ? '' : `, écrit par ${author}`;
  const from = suppliedBy === null ? '' : `, remise par ${suppliedBy}`;
  return `${paper}${written}${seen}${from}${documentId === null ? ', sans copie' : ''}.`;
}

function decisionLine({ verdict, fromDay, untilDay, endedOn, decidedBy }: DecisionRow): string {
  const until = untilDay === null ? '' : ` au ${formatShortDay(untilDay)}`;
  const ended = endedOn === null ? '' : `, jusqu’à la décision suivante ou levée du ${formatShortDay(endedOn)}`;
  const by = decidedBy === null ? '' : `, par ${decidedBy}`;
  return verdict === 'eligible'
    ? `Éligible du ${formatShortDay(fromDay)}${until}${ended}${by}.`
    : `Non éligible à partir du ${formatShortDay(fromDay)}${ended}${by}.`;
}

function Lift({ request, person, open }: { request: PageRequest; person: string; open: DecisionRow }) {
  const ending = request.form.values['reason'] !== undefined;
  const state = ending ? request.form : { values: {}, errors: [] };
  return (
    <Disclosure summary="Lever ou annuler la décision" open={ending}>
      <Form
        action={`/personnes/${person}/eligibilite/lever`}
        formKey={request.key()}
        hidden={{ courante: open.id }}
        state={state}
        submit="Lever la décision"
        danger
      >
        <TextField
          name="reason"
          label="Motif"
          help="À partir d’aujourd’hui, ses heures ne comptent plus. En une phrase, sans détail de santé ni de vie privée."
          autocomplete="off"
          state={state}
        />
      </Form>
      <ActionButton
        action={`/personnes/${person}/eligibilite/annuler`}
        formKey={request.key()}
        kind="quiet"
        size="small"
      >
        Annuler comme une erreur de saisie
      </ActionButton>
    </Disclosure>
  );
}
