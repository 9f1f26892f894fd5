/** One request: what was asked, how long is left, the answer with its reason, the extension, and the copy to hand over. */
import { may } from '#domain/access.ts';
import { formatDay, formatShortDay, parisDay } from '#domain/day.ts';
import { isOpenRequest, requestClock, requestKinds } from '#domain/rights-request.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxGroup, Form, RadioCards, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, Card, DefinitionList, Disclosure, PageHeading, Status } from '#ui/parts.tsx';
import { isToCorrect } from './answer.ts';
import { answers, vias } from './input.ts';
import type { RequestRow } from './request-queries.ts';
import { findRequest } from './request-queries.ts';
import { privacyTrail } from './tabs.tsx';

export async function drawRequest(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const asked = await findRequest(ctx, params['id'] ?? '');
  if (asked === null) return null;
  await record(ctx, { action: 'request.read', subjectType: 'person', subjectId: asked.personId });
  const open = isOpenRequest(asked.state);
  const path = `/donnees/demandes/${asked.id}`;
  const body = (
    <>
      <PageHeading
        title={`Demande\u00A0: ${requestKinds[asked.kind].label.toLowerCase()}`}
        breadcrumb={privacyTrail}
        status={<Status {...requestClock(asked, parisDay(ctx.now))} />}
        actions={
          !asked.gone && (
            <>
              <ButtonLink href={`${path}/copie`} icon="file-text">
                Copie de ses données
              </ButtonLink>
              {may(ctx.actor, 'retention.manage').allowed && (
                <ButtonLink href={`/donnees/gels?cible=person:${asked.personId}`} kind="quiet" icon="lock">
                  Geler
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {request.refusal?.because === 'changed-meanwhile' && (
        <Alert tone="attention">Cette demande a changé pendant votre saisie. Voici où elle en est.</Alert>
      )}
      {!open && request.form.errors.map(({ text }) => <Alert tone="attention">{text}</Alert>)}
      <Facts asked={asked} />
      {open && <WhatItDoes kind={asked.kind} />}
      {isToCorrect(asked) && <ToCorrect asked={asked} request={request} path={path} />}
      {open && <Answering asked={asked} request={request} path={path} />}
    </>
  );
  return { title: 'Demande sur des données', body, width: 'form' };
}

const effects: Partial<Record<RequestRow['kind'], string>> = {
  erasure:
    'Ses coordonnées et ses notes disparaissent aussitôt. Si ses heures doivent encore être prouvées, son nom est mis de côté jusqu’à ce terme\u00A0; sinon il disparaît partout. Les totaux d’heures ne changent pas.',
  opposition:
    'Sa fiche est mise de côté aussitôt\u00A0: ses coordonnées et ses freins disparaissent, elle n’est plus suggérée ni présentée, et rien ne s’ajoute plus. Seules restent les preuves de ses heures.',
  rectification: 'Accepter ne corrige rien par soi-même\u00A0: vous corrigerez ensuite sa fiche, puis le noterez ici.',
};

function WhatItDoes({ kind }: Pick<RequestRow, 'kind'>) {
  const effect = effects[kind];
  return effect === undefined ? <></> : <Alert title="Ce que fera une réponse positive">{effect}</Alert>;
}

function ToCorrect({ asked, request, path }: { asked: RequestRow; request: PageRequest; path: string }) {
  return (
    <Card
      title="À corriger"
      actions={
        <ActionButton
          action={`${path}/fait`}
          formKey={request.key()}
          hidden={{ version: String(asked.version) }}
          icon="check"
        >
          C’est corrigé
        </ActionButton>
      }
    >
      <p>
        La demande est acceptée. Corrigez <a href={`/personnes/${asked.personId}/modifier`}>sa fiche</a>, puis dites
        quand c’est fait.
      </p>
    </Card>
  );
}

function Facts({ asked }: { asked: RequestRow }) {
  const { name, birthDate, gone, personId, kind, via, message, receivedOn, dueOn } = asked;
  const { extendedOn, extensionReason, answer, answeredOn, answeredBy, doneOn } = asked;
  return (
    <Card>
      <DefinitionList
        items={[
          { term: 'Personne', value: gone ? name : <a href={`/donnees/lectures?personne=${personId}`}>{name}</a> },
          { term: 'Naissance', value: birthDate === null ? null : formatShortDay(birthDate) },
          { term: 'Droit', value: requestKinds[kind].article },
          {
            term: 'Reçue',
            value: `le ${formatDay(receivedOn)}, ${via === 'own-space' ? 'depuis son espace' : vias[via].toLowerCase()}`,
          },
          { term: 'Réponse due le', value: formatDay(dueOn) },
          ...(message === '' ? [] : [{ term: 'Son message', value: message }]),
          ...(extendedOn === null
            ? []
            : [{ term: `Prolongée le ${formatShortDay(extendedOn)}`, value: extensionReason }]),
          ...(answeredOn === null
            ? []
            : [
                {
                  term: 'Répondu',
                  value: `le ${formatDay(answeredOn)}${answeredBy === null ? '' : ` par ${answeredBy}`}`,
                },
                { term: 'Réponse', value: answer },
              ]),
          ...(doneOn === null ? [] : [{ term: 'Fait le', value: formatDay(doneOn) }]),
        ]}
      />
    </Card>
  );
}

function Answering({ asked, request, path }: { asked: RequestRow; request: PageRequest; path: string }) {
  const extending = request.form.values['etape'] === 'prolonger';
  const fresh: FormState = { values: {}, errors: [] };
  const state = extending ? fresh : request.form;
  const version = String(asked.version);
  const erases = asked.kind === 'erasure' || asked.kind === 'opposition';
  return (
    <>
      <Card
        title="Répondre"
        actions={
          asked.state === 'received' && (
            <ActionButton action={`${path}/etude`} formKey={request.key()} hidden={{ version }} size="small">
              Mettre à l’étude
            </ActionButton>
          )
        }
      >
        <Form
          action={`${path}/reponse`}
          formKey={request.key()}
          version={version}
          state={state}
          submit="Envoyer la réponse"
          submitIcon="send"
          blocked="la réponse"
        >
          {erases && (
            <CheckboxGroup
              name="confirme"
              label="Avant d’accepter"
              optional
              state={state}
              options={[{ value: 'oui', label: 'Je sais qu’un effacement accepté ne se défait pas' }]}
            />
          )}
          <RadioCards
            name="decision"
            label="Décision"
            state={state}
            options={Object.entries(answers).map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            name="answer"
            label="Réponse et raisons"
            help="La personne la lira telle quelle. Dites ce qui est fait, ce qui ne l’est pas et pourquoi."
            limit={3000}
            state={state}
          />
        </Form>
      </Card>
      {asked.extendedOn === null && (
        <Disclosure summary="Demander deux mois de plus" open={extending}>
          <Form
            action={`${path}/prolonger`}
            formKey={request.key()}
            version={version}
            hidden={{ etape: 'prolonger' }}
            state={extending ? request.form : fresh}
            submit="Prolonger de deux mois"
          >
            <TextField
              name="reason"
              label="Pourquoi"
              help="Demande complexe, ou nombreuses demandes. La personne le lira."
              autocomplete="off"
              state={extending ? request.form : fresh}
            />
          </Form>
        </Disclosure>
      )}
    </>
  );
}
