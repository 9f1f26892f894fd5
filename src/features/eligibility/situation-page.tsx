/** Where a person lives and whether it is a priority district, her level of training, her numbers: what the criteria ask once for all. */
import { organisationOf } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { districtWords } from '#domain/district-vintage.ts';
import { eligibilityRule } from '#domain/eligibility-rules.ts';
import { formatPersonalNumber, numberKinds } from '#domain/personal-numbers.ts';
import type { NumberKind } from '#domain/personal-numbers.ts';
import { trainingWords } from '#domain/training-level.ts';
import { record } from '#db/audit.ts';
import { districtOf } from '#db/districts.ts';
import type { DistrictOfHome } from '#db/districts.ts';
import { eligibilityBook } from '#db/eligibility-book.ts';
import type { PageRequest, View } from '#http/route.ts';
import type { Located } from '#services/geocoder.ts';
import type { FormState } from '#ui/form.tsx';
import { Combobox, Form, RadioCards, SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import type { NumberRow, ResidenceRow } from './place-queries.ts';
import { findProfile, findResidence, listNumbers } from './place-queries.ts';
import { findPerson } from './queries.ts';
import { trainingOptions } from './situation-fields.tsx';

export async function drawSituation(request: PageRequest, located: Located | null | undefined): Promise<View | null> {
  const { ctx, form, typed } = request;
  const person = await findPerson(ctx, request.params['id'] ?? '');
  if (person === null) return null;
  await record(ctx, { action: 'eligibility.reasons-read', subjectType: 'person', subjectId: person.id });
  const path = `/personnes/${person.id}`;
  const today = parisDay(ctx.now);
  const residence = await findResidence(ctx, person.id);
  const district = await districtOf(ctx, { home: residence, day: today });
  const profile = await findProfile(ctx, person.id);
  const numbers = await listNumbers(ctx, person.id);
  const book = await eligibilityBook(ctx, organisationOf(ctx.actor));
  const of = (field: string): FormState =>
    typed && form.values[field] !== undefined ? form : { values: {}, errors: [] };
  const body = (
    <>
      <PageHeading
        title="Adresse, niveau et numéros"
        breadcrumb={[
          { href: '/personnes', label: 'Personnes' },
          { href: path, label: `${person.familyName} ${person.givenName}` },
          { href: `${path}/eligibilite`, label: 'Éligibilité' },
        ]}
        lead="Demandés une fois, relus à chaque décision. Lecture réservée à ceux qui décident."
      />
      <PersonFrame person={person} actor={ctx.actor} place="/situation">
        <Residence
          request={request}
          path={path}
          residence={residence}
          district={district}
          located={located ?? null}
          state={of('address-texte')}
        />
        <Card title="Niveau de formation">
          {profile?.training != null && <p>{trainingWords(profile.training)}.</p>}
          <Form action={`${path}/niveau`} formKey={request.key()} state={of('training')} submit="Enregistrer le niveau">
            <SelectField
              name="training"
              label="Niveau"
              help="Le niveau III d’avant 2019 n’est pas le niveau 3 d’aujourd’hui : choisissez dans la bonne liste."
              value={profile?.training == null ? '' : `${profile.training.scale}:${profile.training.value}`}
              options={trainingOptions()}
              state={of('training')}
            />
          </Form>
        </Card>
        <Numbers
          request={request}
          path={path}
          numbers={numbers}
          lengths={eligibilityRule(book, 'france-travail-number', today).lengths}
          state={of('number')}
        />
      </PersonFrame>
    </>
  );
  return { title: 'Adresse, niveau et numéros', body, width: 'form' };
}

function Residence(props: {
  request: PageRequest;
  path: string;
  residence: ResidenceRow | null;
  district: DistrictOfHome;
  located: Located | null;
  state: FormState;
}) {
  const { request, path, residence, district, located, state } = props;
  const matches = located?.ok ? located.addresses.map(({ label }) => ({ value: label, label })) : undefined;
  return (
    <Card title="Adresse">
      {residence !== null && (
        <>
          <DefinitionList
            items={[
              { term: 'Adresse', value: residence.label },
              { term: 'Commune', value: `${residence.commune} (${residence.communeCode})` },
              { term: 'Quartier prioritaire', value: districtSentence(district, residence) },
              { term: 'Vérifiée', value: `${residence.source}, le ${formatShortDay(parisDay(residence.checkedAt))}` },
            ]}
          />
          <ActionButton action={`${path}/adresse/retirer`} formKey={request.key()} kind="quiet" size="small" icon="x">
            Retirer l’adresse
          </ActionButton>
        </>
      )}
      <Form
        action={`${path}/adresse`}
        formKey={request.key()}
        state={state}
        submit={residence === null ? 'Enregistrer l’adresse' : 'Changer l’adresse'}
      >
        <Combobox
          name="address"
          label="Adresse complète"
          help="Numéro, rue et commune. Exemple : 12 rue des Tilleuls, Nantes."
          source="/adresses/propositions"
          matches={matches}
          state={state}
        />
      </Form>
    </Card>
  );
}

function districtSentence({ answer, code, name, vintage, source }: DistrictOfHome, { precise }: ResidenceRow): string {
  if (vintage === null) return 'Inconnu.';
  const list = `liste de ${vintage}${source === '' ? '' : `, ${source}`}`;
  if (answer === 'yes') return `${districtWords.yes}\u00A0: ${name} (${code}), ${list}.`;
  if (answer === 'no') return `${districtWords.no}, ${list}.`;
  if (!precise) return `Inconnu\u00A0: l’adresse n’est pas trouvée au numéro près (${list}).`;
  return `Inconnu\u00A0: les contours officiels de cette commune ne sont pas importés (${list}).`;
}

function Numbers(props: {
  request: PageRequest;
  path: string;
  numbers: readonly NumberRow[];
  lengths: readonly number[];
  state: FormState;
}) {
  const { request, path, numbers, lengths, state } = props;
  const kinds = Object.keys(numberKinds) as NumberKind[];
  return (
    <Card title="Numéros">
      {numbers.length > 0 && (
        <DefinitionList
          items={numbers.map(({ kind, value }) => ({
            term: numberKinds[kind],
            value: (
              <>
                {formatPersonalNumber(kind, value)}{' '}
                <ActionButton
                  action={`${path}/numeros/retirer`}
                  formKey={request.key()}
                  hidden={{ kind }}
                  kind="quiet"
                  size="small"
                  about={numberKinds[kind]}
                >
                  Retirer
                </ActionButton>
              </>
            ),
          }))}
        />
      )}
      <Form action={`${path}/numeros`} formKey={request.key()} state={state} submit="Enregistrer le numéro">
        <RadioCards
          name="kind"
          label="Numéro"
          value="pass-iae"
          state={state}
          options={kinds.map((kind) => ({ value: kind, label: numberKinds[kind] }))}
        />
        <TextField
          name="number"
          label="Valeur"
          help={`PASS IAE\u00A0: 12\u00A0chiffres. France Travail\u00A0: ${lengths.join(' ou ')} caractères. Jamais le numéro de sécurité sociale.`}
          autocomplete="off"
          size="middle"
          state={state}
        />
      </Form>
    </Card>
  );
}
