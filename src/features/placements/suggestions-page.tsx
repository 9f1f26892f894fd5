/** Who may suit a post, best first, each with the reasons; then what the company will read of the one chosen. */
import { initialsOf } from '#domain/candidate-words.ts';
import { formatShortDay } from '#domain/day.ts';
import type { Suggestion } from '#domain/suggestion.ts';
import { suggest, suggestionWeights } from '#domain/suggestion.ts';
import { romeLabel } from '#domain/rome.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextArea, TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, Table } from '#ui/table.tsx';
import { ruleOn } from './answer-days.ts';
import type { Post } from './offer-query.ts';
import { findChosenPost } from './offer-query.ts';
import type { PoolPerson } from './pool-profile.ts';
import { listPool } from './pool-query.ts';

const mostShown = 15;

interface Shown extends Suggestion {
  candidate: PoolPerson;
}

export async function drawSuggestions(request: PageRequest): Promise<View | null> {
  const { ctx, params, query, form } = request;
  const post = await findChosenPost(ctx, params['id'] ?? '');
  if (post === null) return null;
  const search = (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100);
  const { value: fullTime } = await ruleOn(ctx, post, 'full-time');
  const asked = String(form.values['person'] ?? query.get('personne') ?? '');
  const person = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(asked) ? asked : undefined;
  const pool = await listPool(ctx, {
    ...post,
    offer: post.id,
    fullYear: fullTime.year,
    search,
    ...(person !== undefined && { person }),
  });
  const ranked = suggest(post, pool) as Shown[];
  const chosen = person === undefined ? undefined : (ranked[0] ?? alone(pool[0]));
  const title = 'Choisir des candidats';
  const here = `/besoins/${post.id}/candidats${search === '' ? '' : `?${new URLSearchParams({ q: search }).toString()}`}`;
  const body = (
    <>
      <PageHeading
        title={title}
        breadcrumb={[
          { href: '/besoins', label: 'Besoins' },
          { href: `/besoins/${post.id}`, label: post.title },
        ]}
        lead={`${post.title}, ${post.commune}, à partir du ${formatShortDay(post.startsOn)}`}
      />
      {post.state !== 'open' && (
        <Alert tone="attention">{'Ce poste n’est plus ouvert\u00A0: rouvrez-le d’abord.'}</Alert>
      )}
      {chosen === undefined ? (
        <>
          {form.errors.map(({ text }) => (
            <Alert tone="problem">{text}</Alert>
          ))}
          <FilterBar url={here} fields={['q']} submit="Rechercher">
            <TextField
              filter
              name="q"
              label="Rechercher parmi les personnes suivies"
              placeholder="Nom ou prénom"
              autocomplete="off"
              state={{ values: { q: search }, errors: [] }}
            />
          </FilterBar>
          <Table
            caption="Personnes suggérées"
            rows={ranked.slice(0, mostShown)}
            columns={columnsFor(post)}
            rowId={({ candidate }) => candidate.id}
            url={here}
            {...(ranked.length > 0 && { summary: `Classement\u00A0: ${orderWords}` })}
            empty={
              <EmptyState title="Aucune personne ne convient." icon="users">
                Seules paraissent les personnes suivies, libres ou bientôt libres, que la clause peut compter.
              </EmptyState>
            }
          />
        </>
      ) : (
        <Presenting request={request} post={post} chosen={chosen} />
      )}
    </>
  );
  return { title, body, ...(chosen !== undefined && { width: 'form' as const }) };
}

const orderWords = `métier, trajet, disponibilité, éligibilité, puis qui a le moins travaillé\u00A0: ce qui lui manque pour une année à temps plein (${suggestionWeights.source}, ${formatShortDay(suggestionWeights.from)}).`;

/** Named by hand although the rule would not suggest her: shown without a rank. */
function alone(candidate: PoolPerson | undefined): Shown | undefined {
  return candidate === undefined ? undefined : { candidate, score: 0, reasons: [] };
}

function columnsFor(post: Post): Column<Shown>[] {
  return [
    {
      key: 'person',
      label: 'Personne',
      primary: true,
      cell: ({ candidate: { id, familyName, givenName, lastJob, commune } }) => (
        <>
          <a href={`/personnes/${id}`}>{`${familyName} ${givenName}`}</a>
          <small>{[lastJob, commune].filter(Boolean).join(', ')}</small>
        </>
      ),
    },
    {
      key: 'reasons',
      label: 'Pourquoi',
      cell: ({ reasons: [first, ...others] }) => (
        <>
          {first?.words}
          {others.map(({ words }) => (
            <small>{words}</small>
          ))}
        </>
      ),
    },
    { key: 'score', label: 'Points', align: 'end', cell: ({ score }) => String(score) },
    {
      key: 'present',
      label: 'Présenter',
      actions: true,
      cell: ({ candidate }) => (
        <ButtonLink
          href={`/besoins/${post.id}/candidats?personne=${candidate.id}`}
          size="small"
          about={`${candidate.givenName} ${candidate.familyName}`}
        >
          Présenter
        </ButtonLink>
      ),
    },
  ];
}

function Presenting({ request, post, chosen }: { request: PageRequest; post: Post; chosen: Shown }) {
  const { candidate, reasons } = chosen;
  const back = `/besoins/${post.id}/candidats`;
  return (
    <>
      <Card title={`${candidate.familyName} ${candidate.givenName}`}>
        <div class="row">
          {reasons.map(({ tone, words }) => (
            <Status tone={tone} label={words} />
          ))}
        </div>
        {reasons.length === 0 && <p>Cette personne n’est pas suggérée pour ce poste. Vérifiez son éligibilité.</p>}
      </Card>
      <Card title={`Ce que lira ${post.company ?? 'l’entreprise'}`}>
        <DefinitionList
          items={[
            { term: 'Initiales', value: initialsOf(candidate) },
            { term: 'Dernier métier', value: candidate.lastJob },
            { term: 'Commune', value: candidate.commune },
            {
              term: 'Disponible',
              value: candidate.availableOn === null ? 'À confirmer' : formatShortDay(candidate.availableOn),
            },
          ]}
        />
      </Card>
      <Form
        action={back}
        formKey={request.key()}
        hidden={{ person: candidate.id }}
        state={request.form}
        submit="Présenter à l’entreprise"
        submitIcon="send"
        blocked="l’envoi"
        cancel={{ href: back, label: 'Choisir quelqu’un d’autre' }}
      >
        <TextArea
          name="presentation"
          label="En quelques mots"
          help={`Ce qu’elle sait faire pour ce poste (${romeLabel(post.romeCode)}). Rien sur la santé, la famille ni la justice.`}
          optional
          rows={3}
          limit={400}
          state={request.form}
        />
      </Form>
    </>
  );
}
