/** One visit: whom, where, when and by which rule, what was noted, and what may be done with it. */
import { may } from '#domain/access.ts';
import { accountOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { isOpenVisit, visitKinds, visitStanding } from '#domain/visit-state.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { AsideFrame } from '#ui/person-places.tsx';
import { VisitFacts } from './visit-facts.tsx';
import { NoteCard, NotesCard } from './note-card.tsx';
import { listNotes } from './note-queries.ts';
import type { VisitRow } from './queries.ts';
import { findVisit, nextVisit } from './queries.ts';
import { WaitingNotes } from './waiting-card.tsx';

export async function drawVisit(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const visit = await findVisit(ctx, params['id'] ?? '');
  if (visit === null) return null;
  await record(ctx, { action: 'visit.read', subjectType: 'person', subjectId: visit.personId });
  const writes = may(ctx.actor, 'visit.write').allowed;
  const notes = await listNotes(ctx, visit.id);
  const today = parisDay(ctx.now);
  const waiting = notes.filter(({ standing }) => standing === 'waiting');
  const typedNote = request.typed && form.values['outcome'] !== undefined && waiting.length === 0;
  const others = typedNote ? [] : form.errors;
  const body = (
    <>
      <PageHeading
        title={visitKinds[visit.kind]}
        breadcrumb={[{ href: '/visites', label: 'Visites' }]}
        status={<Status {...visitStanding(visit, today)} />}
        actions={writes && visit.archivedOn === null && <Actions request={request} visit={visit} />}
      />
      <AsideFrame since={visit.archivedOn}>
        {others.map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
        {writes && waiting.length > 0 && <WaitingNotes request={request} visit={visit} notes={notes} />}
        <VisitFacts
          visit={visit}
          linked={may(ctx.actor, 'person.read').allowed}
          evaluates={may(ctx.actor, 'evaluation.read').allowed}
        />
        {writes && waiting.length === 0 && (
          <NoteCard request={request} visit={visit} next={await nextVisit(ctx, visit)} typed={typedNote} />
        )}
        {may(ctx.actor, 'pathway.read').allowed &&
          (notes.length === 0 ? <EmptyState title="Rien n’est encore noté." /> : <NotesCard notes={notes} />)}
      </AsideFrame>
    </>
  );
  return { title: 'Visite', body, width: 'form' };
}

function Actions({ request, visit }: { request: PageRequest; visit: VisitRow }) {
  const path = `/visites/${visit.id}`;
  return (
    <>
      {isOpenVisit(visit.state) && visit.accountId !== accountOf(request.ctx.actor) && (
        <ActionButton action={`${path}/prendre`} formKey={request.key()} icon="user">
          Je m’en charge
        </ActionButton>
      )}
      {isOpenVisit(visit.state) && (
        <ActionButton
          action={`${path}/annuler`}
          formKey={request.key()}
          hidden={{ version: String(visit.version) }}
          kind="quiet"
        >
          Annuler la visite
        </ActionButton>
      )}
      {visit.state === 'cancelled' && (
        <ActionButton action={`${path}/remettre`} formKey={request.key()} icon="undo-2">
          Remettre
        </ActionButton>
      )}
    </>
  );
}
