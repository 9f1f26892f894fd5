/** Collective information: those to come and those held, one of them with who is registered, and its form. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { appointmentFile } from '#domain/appointment.ts';
import { foldForSearch } from '#domain/text.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { CheckboxGroup, Form, TextField } from '#ui/form.tsx';
import {
  Alert,
  ButtonLink,
  Card,
  DateText,
  DefinitionList,
  Disclosure,
  EmptyState,
  PageHeading,
  Status,
} from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, Table, Tabs } from '#ui/table.tsx';
import { RegisteredList } from './session-registered.tsx';
import type { SessionRow } from './session-queries.ts';
import { findSession, listInvitable, listRegistered, listSessions } from './session-queries.ts';

const home = '/informations-collectives';
const trail = [{ href: home, label: 'Informations collectives' }];

export async function drawSessions(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  const past = query.get('vue') === 'passees';
  const rows = await listSessions(ctx, { past });
  const body = (
    <>
      <PageHeading
        title="Informations collectives"
        lead="Des métiers et des postes présentés à plusieurs personnes en même temps."
        actions={
          may(ctx.actor, 'session.write').allowed && (
            <ButtonLink href={`${home}/nouvelle`} kind="primary" icon="plus">
              Organiser une information
            </ButtonLink>
          )
        }
      />
      <Tabs
        label="Informations collectives"
        items={[
          { href: home, label: 'À venir', current: !past },
          { href: `${home}?vue=passees`, label: 'Passées', current: past },
        ]}
      />
      <Table
        caption="Informations collectives"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={
          <EmptyState title={past ? 'Aucune n’a encore eu lieu.' : 'Aucune n’est prévue.'} icon="calendar">
            Elles paraissent aussi chez les prescripteurs du territoire, qui y inscrivent leurs personnes.
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Informations collectives', body };
}

const columns: Column<SessionRow>[] = [
  {
    key: 'title',
    label: 'Information',
    primary: true,
    cell: ({ id, title, holder }) => (
      <>
        <a href={`${home}/${id}`}>{title}</a>
        <small>{holder ?? ''}</small>
      </>
    ),
  },
  { key: 'when', label: 'Quand', cell: ({ startsAt }) => <DateText date={startsAt} style="instant" /> },
  { key: 'place', label: 'Lieu', cell: ({ place }) => place },
  {
    key: 'people',
    label: 'Inscrites',
    align: 'end',
    cell: ({ registered, places }) => (places === null ? String(registered) : `${registered} / ${places}`),
  },
  {
    key: 'state',
    label: 'État',
    cell: ({ cancelledAt, places, registered }) => {
      if (cancelledAt !== null) return <Status tone="problem" label="Annulée" />;
      return places !== null && registered >= places ? (
        <Status tone="attention" label="Complète" />
      ) : (
        <Status tone="ok" label="Places libres" />
      );
    },
  },
];

export async function drawSession(request: PageRequest): Promise<View | null> {
  const { ctx, params, query, form } = request;
  const session = await findSession(ctx, params['id'] ?? '');
  if (session === null) return null;
  const own = organisationOf(ctx.actor) === session.holderId;
  const writes = own && may(ctx.actor, 'session.write').allowed;
  const over = session.cancelledAt !== null || session.startsAt < ctx.now;
  const search = (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100);
  const people = over
    ? []
    : await listInvitable(ctx, { session: session.id, holder: session.holderId, search: foldForSearch(search) });
  const registered = await listRegistered(ctx, session.id);
  const path = `${home}/${session.id}`;
  const listed = people.length > 0 && form.values['reason'] === undefined;
  const body = (
    <>
      <PageHeading
        title={session.title}
        breadcrumb={trail}
        lead={session.holder ?? ''}
        actions={
          <>
            <ButtonLink href={`${path}/agenda.ics`} icon="calendar">
              Ajouter à mon agenda
            </ButtonLink>
            {writes && !over && (
              <ButtonLink href={`${path}/modifier`} icon="pencil">
                Modifier
              </ButtonLink>
            )}
          </>
        }
      />
      {!listed &&
        form.values['reason'] === undefined &&
        form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {session.cancelledAt !== null && (
        <Alert tone="attention" title="Cette information est annulée">
          {session.reason}
        </Alert>
      )}
      <Card title="Rendez-vous">
        <DefinitionList
          items={[
            { term: 'Quand', value: <DateText date={session.startsAt} style="instant" /> },
            { term: 'Durée', value: `${session.minutes}\u00A0min` },
            { term: 'Lieu', value: session.place },
            {
              term: 'Places',
              value:
                session.places === null
                  ? counted(session.registered, 'inscrite')
                  : `${session.registered} prises sur ${session.places}`,
            },
          ]}
        />
      </Card>
      <RegisteredList request={request} path={path} rows={registered} notes={writes} />
      {!over && (
        <Card title="Inscrire des personnes">
          <FilterBar
            url={search === '' ? path : `${path}?${new URLSearchParams({ q: search }).toString()}`}
            fields={['q']}
            submit="Rechercher"
          >
            <TextField
              filter
              name="q"
              label="Rechercher"
              placeholder="Nom ou prénom"
              autocomplete="off"
              state={{ values: { q: search }, errors: [] }}
            />
          </FilterBar>
          {people.length === 0 ? (
            <p class="soft">Personne à inscrire : seules paraissent vos personnes suivies par cette structure.</p>
          ) : (
            <Form
              action={`${path}/inscriptions`}
              formKey={request.key()}
              state={listed ? form : undefined}
              submit="Inscrire"
            >
              <CheckboxGroup
                name="people"
                label="Personnes"
                state={form}
                options={people.map(({ id, familyName, givenName, commune }) => ({
                  value: id,
                  label: `${familyName} ${givenName}`,
                  detail: commune,
                }))}
              />
            </Form>
          )}
        </Card>
      )}
      {writes && !over && (
        <Disclosure summary="Annuler cette information" open={form.values['reason'] !== undefined}>
          <Form
            action={`${path}/annuler`}
            formKey={request.key()}
            version={session.version}
            state={form.values['reason'] === undefined ? undefined : form}
            submit="Annuler l’information"
            danger
          >
            <TextField name="reason" label="Pourquoi" autocomplete="off" maxlength={300} state={form} />
          </Form>
        </Disclosure>
      )}
    </>
  );
  return { title: 'Information collective', body };
}

export async function answerSessionCalendar({ ctx, params }: PageRequest): Promise<Response | null> {
  const session = await findSession(ctx, params['id'] ?? '');
  if (session === null || session.cancelledAt !== null) return null;
  const { id, startsAt, minutes, title, place, version } = session;
  const file = appointmentFile(
    { id: `session-${id}`, startsAt, minutes, title, place, sequence: version - 1 },
    ctx.now,
  );
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="information-collective.ics"',
      'cache-control': 'no-store',
    },
  });
}
