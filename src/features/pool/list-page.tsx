/** The pool: who is eligible, free and looking for such a job, near, with what it takes; its address is the search. */
import { may } from '#domain/access.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { isTrainingLevel, languageLabels, languages, trainingLevels } from '#domain/pool-words.ts';
import { romeCredit, romeLabel } from '#domain/rome.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, DateField, Form, SelectField, TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, Disclosure, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, withQuery } from '#ui/table.tsx';
import type { PoolFilters } from './filters.ts';
import { isFiltered, poolFilterNames, readPoolFilters } from './filters.ts';
import { departmentName, departmentOptions } from './places.ts';
import type { ListedProfile } from './queries.ts';
import { listPool, listPoolTrades, profilesPerPage } from './queries.ts';

export async function drawPool(request: PageRequest): Promise<View> {
  const { ctx, url } = request;
  const filters = readPoolFilters(request.query);
  const today = parisDay(ctx.now);
  const columns = columnsFor(today);
  const { after, before } = readTableQuery(request.query, columns);
  const listed = await listPool(ctx, { filters, after, before, size: profilesPerPage });
  const trades = await listPoolTrades(ctx);
  const body = (
    <>
      <PageHeading
        title="Vivier"
        lead="Les personnes éligibles et disponibles que suit votre structure."
        actions={<ButtonLink href="/plateformes">Plateforme de recrutement</ButtonLink>}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Filters filters={filters} url={url} trades={trades} />
      <Table
        caption="Vivier"
        rows={listed.rows}
        columns={columns}
        rowId={({ personId }) => personId}
        url={url}
        empty={<Empty filters={filters} />}
        next={listed.next}
        previous={listed.previous}
      />
      {may(ctx.actor, 'view.keep').allowed && (
        <Disclosure summary="Enregistrer cette recherche">
          <Form
            action="/vues"
            formKey={request.key()}
            hidden={{ address: withQuery(url, { apres: null, avant: null }) }}
            submit="Enregistrer"
          >
            <TextField
              name="name"
              label="Nom de la vue"
              help="Elle s’ajoute à votre menu, avec ses filtres. Exemple : « Maçons avec permis, 44 »."
              autocomplete="off"
            />
          </Form>
        </Disclosure>
      )}
      <p class="soft">
        La proximité se lit au département : Guichet ne connaît pas encore les coordonnées des communes. Métiers :{' '}
        {romeCredit}.
      </p>
    </>
  );
  return { title: 'Vivier', body };
}

function Filters(props: { filters: PoolFilters; url: string; trades: readonly { code: string; count: number }[] }) {
  const { filters, url, trades } = props;
  const state = {
    values: {
      metier: filters.trade,
      departement: filters.department,
      disponible: filters.readyOn ?? '',
      niveau: filters.level === null ? '' : String(filters.level),
      langue: filters.language,
      ...(filters.licence && { permis: 'oui' }),
      ...(filters.vehicle && { vehicule: 'oui' }),
      ...(filters.atWork && { contrat: 'oui' }),
    },
    errors: [],
  };
  const all = (options: readonly { value: string; label: string }[], label = 'Tous') => [
    { value: '', label },
    ...options,
  ];
  return (
    <FilterBar url={url} fields={poolFilterNames} submit="Chercher">
      <SelectField
        filter
        name="metier"
        label="Métier"
        placeholder={null}
        options={all(trades.map(({ code, count }) => ({ value: code, label: `${romeLabel(code)} (${count})` })))}
        state={state}
      />
      <SelectField
        filter
        name="departement"
        label="Département"
        placeholder={null}
        options={all(departmentOptions)}
        state={state}
      />
      <DateField filter name="disponible" label="Disponible le" state={state} />
      <SelectField
        filter
        name="niveau"
        label="Niveau au moins"
        placeholder={null}
        options={all(Object.entries(trainingLevels).map(([value, label]) => ({ value, label })))}
        state={state}
      />
      <SelectField
        filter
        name="langue"
        label="Langue"
        placeholder={null}
        options={all(
          Object.entries(languages).map(([value, label]) => ({ value, label })),
          'Toutes',
        )}
        state={state}
      />
      <CheckboxField filter name="permis" label="Permis B" state={state} />
      <CheckboxField filter name="vehicule" label="Véhicule" state={state} />
      <CheckboxField filter name="contrat" label="Aussi en contrat" state={state} />
    </FilterBar>
  );
}

function columnsFor(today: string): Column<ListedProfile>[] {
  return [
    {
      key: 'personne',
      label: 'Personne',
      primary: true,
      cell: ({ personId, familyName, givenName, commune, departmentCode }) => (
        <>
          <a href={`/personnes/${personId}`}>{`${familyName} ${givenName}`}</a>
          <small>
            {[commune, departmentCode === '' ? '' : departmentName(departmentCode)].filter(Boolean).join(', ')}
          </small>
        </>
      ),
    },
    {
      key: 'metiers',
      label: 'Métiers',
      cell: ({ romeCodes }) =>
        romeCodes.length === 0 ? (
          <span class="soft">À préciser</span>
        ) : (
          romeCodes.map((code, place) => (
            <>
              {place > 0 && <br />}
              {romeLabel(code)}
            </>
          ))
        ),
    },
    {
      key: 'disponible',
      label: 'Disponible',
      cell: ({ availableFrom }) =>
        availableFrom === null || availableFrom <= today ? 'Dès maintenant' : `le ${formatShortDay(availableFrom)}`,
    },
    { key: 'atouts', label: 'Atouts', cell: assets },
    {
      key: 'eligible',
      label: 'Éligible jusqu’au',
      cell: ({ until }) => (until === null ? 'Sans terme' : formatShortDay(until)),
    },
    {
      key: 'actions',
      label: 'Actions',
      actions: true,
      cell: ({ personId, familyName, givenName }) => (
        <ButtonLink href={`/personnes/${personId}/vivier`} size="small" about={`${familyName} ${givenName}`}>
          Profil
        </ButtonLink>
      ),
    },
  ];
}

/** What helps to get the job; what is unknown is not said. */
function assets({ drivingLicence, vehicle, trainingLevel, languages: spoken }: ListedProfile): string {
  const level = trainingLevel === null ? '' : String(trainingLevel);
  return [
    drivingLicence === 'yes' ? 'Permis B' : '',
    vehicle === 'yes' ? 'Véhicule' : '',
    isTrainingLevel(level) ? trainingLevels[level] : '',
    languageLabels(spoken).join(', '),
  ]
    .filter(Boolean)
    .join('. ');
}

function Empty({ filters }: { filters: PoolFilters }) {
  if (isFiltered(filters)) {
    return (
      <EmptyState
        title="Personne ne répond à tous ces critères."
        icon="search"
        actions={<a href="/vivier">Tout le vivier</a>}
      >
        Retirez un critère : le métier et le département laissent souvent assez de monde.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Le vivier est vide." actions={<a href="/orientations?vue=eligibilite">Voir les propositions</a>}>
      Une personne y entre une fois éligible, avec son profil.
    </EmptyState>
  );
}
