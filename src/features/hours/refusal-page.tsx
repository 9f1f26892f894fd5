/** One proposal to refuse hours: what is at stake, whose turn it is, and the buyer's answer. Sums only: nobody is named. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { turnOfRefusal } from '#domain/hour-refusal.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth, formatOfMonth } from '#domain/month.ts';
import { sides } from '#domain/state-machine.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Form, TextArea } from '#ui/form.tsx';
import { ActionButton, Alert, Card, DateText, DefinitionList, Disclosure, PageHeading } from '#ui/parts.tsx';
import { RefusalStatus } from './refusal-card.tsx';
import type { HourRefusal } from './refusal-queries.ts';
import { findRefusal } from './refusal-queries.ts';

export async function drawRefusal(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const refusal = await findRefusal(ctx, params['id'] ?? '');
  if (refusal === null) return null;
  const { state, month, company, object, lotNumber, lotTitle } = refusal;
  const own = organisationOf(ctx.actor);
  const waits = state === 'proposed';
  const decides = waits && refusal.buyerId === own && may(ctx.actor, 'refusal.decide').allowed;
  const withdraws = waits && refusal.structureId === own && may(ctx.actor, 'refusal.propose').allowed;
  const elsewhere = decides ? [] : form.errors;
  const title = `Refus d’heures, ${formatMonth(month)}`;
  const body = (
    <>
      <PageHeading
        title={title}
        lead={`${company}. ${object}, lot\u00A0${lotNumber}\u00A0: ${lotTitle}`}
        breadcrumb={[{ href: '/refus', label: 'Refus d’heures' }]}
        status={<RefusalStatus refusal={refusal} />}
      />
      {elsewhere.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Facts refusal={refusal} />
      {decides && <Answer request={request} refusal={refusal} />}
      {waits && !decides && <Waiting refusal={refusal} />}
      {withdraws && (
        <ActionButton action={`/refus/${refusal.id}/retirer`} formKey={request.key()} icon="undo-2">
          Retirer la proposition
        </ActionButton>
      )}
    </>
  );
  return { title, body, width: 'form' };
}

function Facts({ refusal }: { refusal: HourRefusal }) {
  const { lines, minutes, reason, structure, proposer, proposedAt, buyer, decider, decidedAt, answer, state } = refusal;
  return (
    <DefinitionList
      items={[
        { term: 'En jeu', value: `${formatMinutes(minutes)} comptées, sur ${counted(lines, 'ligne')}` },
        { term: 'Motif', value: reason },
        {
          term: 'Proposé par',
          value: (
            <>
              {proposer === '' ? structure : `${proposer}, ${structure}`}, le <DateText date={proposedAt} />
            </>
          ),
        },
        ...(state === 'accepted' || state === 'declined'
          ? [
              {
                term: state === 'accepted' ? 'Accepté par' : 'Écarté par',
                value: (
                  <>
                    {decider === '' ? buyer : `${decider}, ${buyer}`}
                    {decidedAt !== null && (
                      <>
                        , le <DateText date={decidedAt} />
                      </>
                    )}
                  </>
                ),
              },
              ...(answer === '' ? [] : [{ term: 'Réponse', value: answer }]),
            ]
          : []),
        { term: 'Marché', value: <a href={`/marches/${refusal.marketId}`}>Voir où en est le marché</a> },
      ]}
    />
  );
}

function Answer({ request, refusal }: { request: PageRequest; refusal: HourRefusal }) {
  const { id, version, minutes, month, structure } = refusal;
  const { form } = request;
  const none = { values: {}, errors: [] };
  const keeps = form.values['motif'] !== undefined;
  return (
    <Card title="Votre décision" aside="Pièces et noms restent chez la structure">
      <p>
        {`Si vous refusez, ${formatMinutes(minutes)} ${formatOfMonth(month)} ne comptent plus, tout de suite, et l’entreprise lit le motif. Pour voir les pièces, appelez ${structure}.`}
      </p>
      <Form
        action={`/refus/${id}/accepter`}
        formKey={request.key()}
        version={version}
        state={keeps ? none : form}
        submit="Refuser ces heures"
        danger
      >
        <TextArea name="answer" label="Précision" optional state={keeps ? none : form} />
      </Form>
      <Disclosure summary="Garder ces heures" open={keeps}>
        <Form
          action={`/refus/${id}/ecarter`}
          formKey={request.key()}
          version={version}
          state={keeps ? form : none}
          submit="Garder ces heures"
        >
          <TextArea
            name="motif"
            label="Pourquoi les garder"
            help="La structure et l’entreprise le lisent."
            state={keeps ? form : none}
          />
        </Form>
      </Disclosure>
    </Card>
  );
}

function Waiting({ refusal }: { refusal: HourRefusal }) {
  const { owner, action } = turnOfRefusal({ state: refusal.state, since: parisDay(refusal.proposedAt) });
  return (
    <Alert title={owner === 'nobody' ? undefined : `À ${sides[owner]}`}>
      <p>{`${action} Jusque-là, ces heures comptent.`}</p>
    </Alert>
  );
}
