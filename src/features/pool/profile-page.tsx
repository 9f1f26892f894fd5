/** The profile of one person in the pool: what she looks for and can do, in one short form. */
import { isLanguage, isTrainingLevel, languages, trainingLevels, yesNoUnknown } from '#domain/pool-words.ts';
import { romeCodes as allCodes, romeLabel } from '#domain/rome.ts';
import { lastWriter, record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import type { FormState } from '#ui/form.tsx';
import { CheckboxGroup, DateField, FieldPair, Form, SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, ConflictView, PageHeading, Status } from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import { departmentOfPostcode, departmentOptions } from './places.ts';
import type { PooledPerson, ProfileRow } from './queries.ts';
import { findPerson, findProfile } from './queries.ts';

const yesNo = Object.entries(yesNoUnknown).map(([value, label]) => ({ value, label }));
const everyTrade = allCodes.map((code) => `${code} ${romeLabel(code)}`);

export async function drawProfile(request: PageRequest): Promise<View | null> {
  const person = await findPerson(request.ctx, request.params['id'] ?? '');
  if (person === null) return null;
  await record(request.ctx, { action: 'pool.read', subjectType: 'person', subjectId: person.id });
  const profile = await findProfile(request.ctx, person.id);
  const state = request.typed ? request.form : { values: valuesOf(person, profile), errors: [] };
  const path = `/personnes/${person.id}/vivier`;
  const here = profile !== null && profile.removedAt === null;
  const body = (
    <>
      <PageHeading
        title="Profil pour le vivier"
        breadcrumb={[
          { href: '/vivier', label: 'Vivier' },
          { href: `/personnes/${person.id}`, label: `${person.familyName} ${person.givenName}` },
        ]}
        status={here ? <Status tone="ok" label="Au vivier" /> : <Status tone="neutral" label="Hors du vivier" />}
        actions={
          profile !== null && person.archivedOn === null && <InOrOut request={request} path={path} here={here} />
        }
      />
      <PersonFrame person={person} actor={request.ctx.actor} place="/vivier">
        {request.refusal?.because === 'changed-meanwhile' && profile !== null ? (
          await conflictOf(request, { person, profile, path })
        ) : person.eligible ? (
          <Form
            action={path}
            formKey={request.key()}
            version={String((request.typed ? request.form.values['version'] : undefined) ?? profile?.version ?? 0)}
            state={state}
            submit={here ? 'Enregistrer' : 'Inscrire au vivier'}
            cancel={{ href: `/personnes/${person.id}`, label: 'Annuler' }}
          >
            <ProfileFields state={state} codes={codesOf(state)} />
          </Form>
        ) : (
          <Alert tone="attention" title="Le vivier réunit les personnes éligibles">
            <ButtonLink href={`/personnes/${person.id}/eligibilite`}>Décider de l’éligibilité</ButtonLink>
          </Alert>
        )}
      </PersonFrame>
    </>
  );
  return { title: 'Profil pour le vivier', body, width: 'form' };
}

function InOrOut({ request, path, here }: { request: PageRequest; path: string; here: boolean }) {
  return here ? (
    <ActionButton action={`${path}/retirer`} formKey={request.key()} kind="quiet">
      Sortir du vivier
    </ActionButton>
  ) : (
    <ActionButton action={`${path}/remettre`} formKey={request.key()}>
      Remettre au vivier
    </ActionButton>
  );
}

function ProfileFields({ state, codes }: { state: FormState; codes: readonly string[] }) {
  return (
    <>
      {codes.length > 0 && (
        <CheckboxGroup
          name="romeCodes"
          label="Métiers cherchés"
          options={codes.map((code) => ({ value: code, label: romeLabel(code), detail: code }))}
          state={state}
        />
      )}
      <TextField
        name="trade"
        label={codes.length === 0 ? 'Métier cherché' : 'Ajouter un métier'}
        help="Un code ROME ou un nom, par exemple F1703 Maçonnerie."
        optional
        hints={everyTrade}
        autocomplete="off"
        state={state}
      />
      <FieldPair>
        <SelectField
          name="departmentCode"
          label="Département"
          optional
          placeholder="Non renseigné"
          options={departmentOptions}
          state={state}
        />
        <DateField name="availableFrom" label="Disponible à partir du" optional state={state} />
      </FieldPair>
      <FieldPair>
        <SelectField name="drivingLicence" label="Permis B" placeholder={null} options={yesNo} state={state} />
        <SelectField name="vehicle" label="Véhicule" placeholder={null} options={yesNo} state={state} />
      </FieldPair>
      <SelectField
        name="trainingLevel"
        label="Niveau de formation"
        optional
        placeholder="Non renseigné"
        options={Object.entries(trainingLevels).map(([value, label]) => ({ value, label }))}
        state={state}
      />
      <CheckboxGroup
        name="languages"
        label="Langues utiles au travail"
        optional
        options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        state={state}
      />
    </>
  );
}

async function conflictOf(
  request: PageRequest,
  { person, profile, path }: { person: PooledPerson; profile: ProfileRow; path: string },
) {
  const writer = await lastWriter(request.ctx, { subjectType: 'person', subjectId: person.id });
  const current = valuesOf(person, profile);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({ label, yours: shown(mine[name]), theirs: shown(current[name]) }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={path}
      formKey={request.key()}
      version={profile.version}
      values={mine}
      takeHref={path}
    />
  );
}

const labels = {
  romeCodes: 'Métiers cherchés',
  trade: 'Ajouter un métier',
  departmentCode: 'Département',
  availableFrom: 'Disponible à partir du',
  drivingLicence: 'Permis B',
  vehicle: 'Véhicule',
  trainingLevel: 'Niveau de formation',
  languages: 'Langues utiles au travail',
};

function shown(value: string | string[] | undefined): string {
  return [value ?? ''].flat().map(worded).join(', ');
}

function worded(value: string): string {
  if (isTrainingLevel(value)) return trainingLevels[value];
  if (isLanguage(value)) return languages[value];
  return Object.hasOwn(yesNoUnknown, value) ? yesNoUnknown[value as keyof typeof yesNoUnknown] : romeLabel(value);
}

function codesOf({ values }: FormState): string[] {
  return [values['romeCodes'] ?? []].flat().filter((code) => code !== '');
}

/** Before the first profile, what the prescriber said. */
function valuesOf(person: PooledPerson, profile: ProfileRow | null): FormState['values'] {
  if (profile === null) {
    return {
      romeCodes: person.wishCode === '' ? [] : [person.wishCode],
      departmentCode: departmentOfPostcode(person.postcode),
      availableFrom: person.wishedFrom ?? '',
      drivingLicence: 'unknown',
      vehicle: 'unknown',
    };
  }
  return {
    ...profile,
    personId: undefined,
    removedAt: undefined,
    version: undefined,
    availableFrom: profile.availableFrom ?? '',
    trainingLevel: profile.trainingLevel === null ? '' : String(profile.trainingLevel),
  };
}
