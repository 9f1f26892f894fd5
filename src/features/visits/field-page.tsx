/** The visits of the day, on a telephone: each noted where it stands, with or without network, with or without scripts. */
import { randomUUID } from 'node:crypto';
import { parisDay } from '#domain/day.ts';
import { visitKinds, visitStanding } from '#domain/visit-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, Card, Disclosure, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { FieldNote } from './field-note.tsx';
import type { FieldVisit } from './field-queries.ts';
import { listDue, listNotedToday } from './field-queries.ts';
import { dayWithName } from './day-words.ts';
import { listReceivedKeys } from './note-queries.ts';

export async function drawField(request: PageRequest): Promise<View> {
  const { ctx } = request;
  const today = parisDay(ctx.now);
  const due = await listDue(ctx);
  const noted = await listNotedToday(ctx);
  const received = await listReceivedKeys(ctx);
  const owner = ctx.actor.kind === 'member' ? ctx.actor.membership : '';
  const body = (
    <>
      <PageHeading
        title="Visites du jour"
        lead={dayWithName(today)}
        breadcrumb={[{ href: '/visites', label: 'Visites' }]}
      />
      <div
        class="stack"
        data-visits
        data-owner={owner}
        data-key={request.key()}
        data-received={received.join(' ')}
        data-day={today}
      >
        <div class="stack" data-visits-queue hidden></div>
        {due.length === 0 && (
          <EmptyState
            title="Aucune visite à noter aujourd’hui."
            icon="circle-check"
            actions={<ButtonLink href="/visites?vue=a-venir">Voir les visites à venir</ButtonLink>}
          />
        )}
        {due.map((visit, place) => (
          <FieldCard request={request} visit={visit} today={today} open={place === 0} />
        ))}
        {noted.length > 0 && <Noted visits={noted} today={today} />}
        <p class="soft">
          Sans réseau, cette page s’ouvre quand même et vos notes attendent sur ce téléphone. Elles partent dès qu’elle
          est ouverte avec du réseau. La déconnexion efface tout.
        </p>
      </div>
    </>
  );
  return { title: 'Visites du jour', body, width: 'form', installable: true };
}

function FieldCard(props: { request: PageRequest; visit: FieldVisit; today: string; open: boolean }) {
  const { request, visit, today, open } = props;
  const { id, kind, dueOn, givenName, initial, job, company, place } = visit;
  return (
    <section class="card" id={`visite-${id}`}>
      <div class="card-head">
        <h2>{`${givenName} ${initial}.`}</h2>
        <Status {...visitStanding(visit, today)} />
      </div>
      <div class="card-body">
        <p>
          {[company, place].filter(Boolean).join(', ')}
          <br />
          <span class="soft">
            {[visitKinds[kind], job, dueOn < today ? `prévue ${dayWithName(dueOn)}` : ''].filter(Boolean).join(' · ')}
          </span>
        </p>
        <Disclosure summary="Noter la visite" open={open}>
          <FieldNote visit={visit} formKey={request.key()} noteKey={randomUUID()} today={today} />
        </Disclosure>
      </div>
    </section>
  );
}

function Noted({ visits, today }: { visits: readonly FieldVisit[]; today: string }) {
  return (
    <Card title="Notées aujourd’hui">
      <ul class="entries">
        {visits.map((visit) => (
          <li class="row">
            <a href={`/visites/${visit.id}`}>{`${visit.givenName} ${visit.initial}.`}</a>
            <span class="soft">{visitKinds[visit.kind]}</span>
            <Status {...visitStanding(visit, today)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
