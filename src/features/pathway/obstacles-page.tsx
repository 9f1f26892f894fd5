/** What stands in the way of a person, for who accompanies her: each with its state, to whom it was passed on, and who reads it. */
import { obstacleCodes, obstacleKinds, obstacleStateCodes, obstacleStates } from '#domain/obstacles.ts';
import { formatShortDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, SelectField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, Alert, Card, DefinitionList, Disclosure, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { frenchDate } from '#ui/french.ts';
import { PersonFrame } from '#ui/person-places.tsx';
import { ObstacleFields } from './obstacle-fields.tsx';
import { isOfToday } from './mistake.ts';
import { ObstacleSharing } from './obstacle-sharing.tsx';
import type { ObstacleNote } from './obstacle-note-queries.ts';
import { listObstacleNotes } from './obstacle-note-queries.ts';
import type { ObstacleRow } from './obstacle-queries.ts';
import { findObstacle, listObstacles, prescriberOf } from './obstacle-queries.ts';
import { findOwnPerson, nameOf } from './queries.ts';

export async function drawObstacles(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, typed } = request;
  const sent = request.url.startsWith('/freins/') ? await findObstacle(ctx, params['id'] ?? '') : null;
  const person = await findOwnPerson(ctx, sent?.personId ?? params['id'] ?? '');
  if (person === null) return null;
  const obstacles = await listObstacles(ctx, person.id);
  const notes = await listObstacleNotes(
    ctx,
    obstacles.map(({ id }) => id),
  );
  await record(ctx, { action: 'obstacle.read', subjectType: 'person', subjectId: person.id });
  const prescriber = await prescriberOf(ctx, person.id);
  const adding = typed && form.values['kind'] !== undefined;
  const editing = typed && form.values['state'] !== undefined ? sent : null;
  const body = (
    <>
      <PageHeading
        title="Freins"
        lead={`${person.givenName} ${person.familyName}`}
        breadcrumb={[
          { href: `/personnes/${person.id}`, label: nameOf(person) },
          { href: `/personnes/${person.id}/parcours`, label: 'Parcours' },
        ]}
      />
      <PersonFrame person={person} actor={ctx.actor} place="/freins">
        <Alert>
          Lus par les seules personnes chargées de l’accompagnement. Ni vos collègues, ni l’entreprise, ni l’acheteur ne
          les voient. Chaque lecture est notée au journal.
        </Alert>
        {!adding && editing === null && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
        {obstacles.length === 0 && (
          <EmptyState title="Aucun frein suivi." icon="circle-check">
            Un frein se note en un mot, sans détail, et s’oriente vers qui peut aider.
          </EmptyState>
        )}
        {obstacles.map((obstacle) => (
          <ObstacleCard
            request={request}
            obstacle={obstacle}
            notes={notes.filter(({ obstacleId }) => obstacleId === obstacle.id)}
            prescriber={prescriber?.name ?? null}
            form={editing?.id === obstacle.id ? form : null}
          />
        ))}
        <Card title="Ajouter un frein">
          <Form
            action={`/personnes/${person.id}/freins`}
            formKey={request.key()}
            state={adding ? form : { values: {}, errors: [] }}
            submit="Ajouter"
            submitIcon="plus"
          >
            <SelectField
              name="kind"
              label="Frein"
              help="Pour la santé et la famille, seul le besoin d’orienter est noté."
              state={adding ? form : { values: {}, errors: [] }}
              options={obstacleCodes.map((value) => ({ value, label: obstacleKinds[value].label }))}
            />
            <ObstacleFields state={adding ? form : { values: {}, errors: [] }} />
          </Form>
        </Card>
      </PersonFrame>
    </>
  );
  return { title: 'Freins d’une personne', body, width: 'form' };
}

interface ObstacleCardProps {
  request: PageRequest;
  obstacle: ObstacleRow;
  notes: readonly ObstacleNote[];
  prescriber: string | null;
  form: FormState | null;
}

function ObstacleCard({ request, obstacle, notes, prescriber, form }: ObstacleCardProps) {
  const { id, kind, state, specialist, specialistPhone, openedOn, liftedOn, referent, signalled, version } = obstacle;
  const shown = form ?? { values: {}, errors: [] };
  // Ids of fields are their names: one form is open at a time.
  const open = form !== null || request.query.get('frein') === id;
  return (
    <Card title={obstacleKinds[kind].label} aside={<Status {...obstacleStates[state]} />}>
      <DefinitionList
        items={[
          {
            term: 'Depuis le',
            value: `${formatShortDay(openedOn)}${signalled ? ', signalé par le prescripteur' : ''}`,
          },
          ...(liftedOn === null ? [] : [{ term: 'Levé le', value: formatShortDay(liftedOn) }]),
          { term: 'Référent', value: referent ?? 'À prendre' },
          {
            term: 'Orientée vers',
            value: [specialist, specialistPhone === '' ? '' : formatPhone(specialistPhone)].filter(Boolean).join(', '),
          },
        ]}
      />
      {notes.map(({ words, author, createdAt }) => (
        <p>
          {words}
          <br />
          <span class="soft">{`${author ?? 'Le prescripteur'}, ${frenchDate(createdAt)}`}</span>
        </p>
      ))}
      <ObstacleSharing request={request} obstacle={obstacle} prescriber={prescriber} />
      {open ? (
        <Disclosure summary="Faire le point" open>
          <Form
            action={`/freins/${id}`}
            formKey={request.key()}
            version={String(shown.values['version'] ?? version)}
            state={shown}
            submit="Enregistrer"
          >
            <SelectField
              name="state"
              label="Où en est ce frein"
              placeholder={null}
              value={state}
              state={shown}
              options={obstacleStateCodes.map((value) => ({ value, label: obstacleStates[value].label }))}
            />
            <ObstacleFields state={shown} value={obstacle} />
          </Form>
        </Disclosure>
      ) : (
        <p>
          <a href={`/personnes/${obstacle.personId}/freins?frein=${id}`}>Faire le point</a>
        </p>
      )}
      {isOfToday(request.ctx, obstacle) && (
        <ActionButton
          action={`/freins/${id}/erreur`}
          formKey={request.key()}
          kind="quiet"
          size="small"
          about={obstacleKinds[kind].label}
        >
          Saisi par erreur
        </ActionButton>
      )}
    </Card>
  );
}
