/** Notes a request that came otherwise than from an own space: first whom it is from, then what it asks. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { requestKinds } from '#domain/rights-request.ts';
import { foldForSearch } from '#domain/text.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { EmptyState, PageHeading } from '#ui/parts.tsx';
import { vias } from './input.ts';
import type { ChosenPerson } from './request-queries.ts';
import { findChosen, searchPeople } from './request-queries.ts';
import { privacyTrail } from './tabs.tsx';

export async function drawNewRequest(request: PageRequest): Promise<View> {
  const { ctx, query, form } = request;
  const named = form.values['personne'] ?? query.get('personne') ?? '';
  const person = await findChosen(ctx, typeof named === 'string' ? named : '');
  const body = (
    <>
      <PageHeading title="Noter une demande reçue" breadcrumb={privacyTrail} />
      {person === null ? await choosing(request) : <Asked request={request} person={person} />}
    </>
  );
  return { title: 'Noter une demande', body, width: 'form' };
}

async function choosing(request: PageRequest) {
  const typed = (request.query.get('q') ?? '').slice(0, 100);
  const found = await searchPeople(request.ctx, foldForSearch(typed));
  const state = { values: { q: typed }, errors: request.form.errors };
  return (
    <>
      <Form action="/donnees/demandes/nouvelle" method="get" submit="Chercher" submitIcon="search" state={state}>
        <TextField
          name="q"
          label="De qui vient la demande ?"
          help="Nom ou prénom, même en partie."
          autocomplete="off"
          state={state}
        />
      </Form>
      {typed !== '' && found.length === 0 && <EmptyState title="Personne de ce nom n’est suivi ici." />}
      {found.length > 0 && (
        <ul>
          {found.map(({ id, name, birthDate }) => (
            <li>
              <a href={`/donnees/demandes/nouvelle?personne=${id}`}>{name}</a>
              {birthDate !== null && `, ${formatShortDay(birthDate)}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Asked({ request, person }: { request: PageRequest; person: ChosenPerson }) {
  const { form } = request;
  return (
    <Form
      action="/donnees/demandes/nouvelle"
      formKey={request.key()}
      hidden={{ personne: person.id }}
      state={form}
      submit="Noter la demande"
      cancel={{ href: '/donnees', label: 'Annuler' }}
    >
      <p>
        Demande de <b>{person.name}</b>. Vérifiez son identité avant de répondre, sans garder de copie de sa pièce.
      </p>
      <RadioCards
        name="kind"
        label="Ce qu’elle demande"
        state={form}
        options={Object.entries(requestKinds).map(([value, { label, article }]) => ({ value, label, detail: article }))}
      />
      <SelectField
        name="via"
        label="Comment elle est arrivée"
        state={form}
        options={Object.entries(vias).map(([value, label]) => ({ value, label }))}
      />
      <DateField name="receivedOn" label="Reçue le" state={form} value={parisDay(request.ctx.now)} />
      <TextArea name="message" label="Son message" optional limit={2000} state={form} />
    </Form>
  );
}
