/** The short form of a person, new or existing; people who resemble her are shown side by side before creating. */
import { formatShortDay } from '#domain/day.ts';
import { parseTypedDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import { lastWriter, record } from '#db/audit.ts';
import type { Writer } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, EmailField, FieldPair, Form, PhoneField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Button, Card, ConflictView, PageHeading } from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import type { Lookalike, PersonRow } from './queries.ts';
import { findLookalikes, findPerson } from './queries.ts';

const trail = [{ href: '/personnes', label: 'Personnes' }];

export async function drawNewPerson(request: PageRequest): Promise<View> {
  const { ctx, form, refusal } = request;
  const alike = refusal?.because === 'person-lookalike' ? await findLookalikes(ctx, typedIdentity(form)) : [];
  const confirms = (
    <Button name="confirme" value="oui">
      C’est une autre personne, enregistrer
    </Button>
  );
  const body = (
    <>
      <PageHeading
        title="Nouvelle personne"
        breadcrumb={trail}
        lead="Le strict nécessaire pour commencer. Jamais de numéro de sécurité sociale."
      />
      {alike.length > 0 && <Lookalikes alike={alike} form={form} />}
      <Form
        action="/personnes/nouvelle"
        formKey={request.key()}
        state={form}
        submit={alike.length > 0 ? 'Vérifier de nouveau' : 'Enregistrer'}
        more={alike.length > 0 && confirms}
        cancel={{ href: '/personnes', label: 'Annuler' }}
      >
        <PersonFields state={form} />
      </Form>
    </>
  );
  return { title: 'Nouvelle personne', body, width: 'form' };
}

export async function drawEditPerson(request: PageRequest): Promise<View | null> {
  const person = await findPerson(request.ctx, request.params['id'] ?? '');
  if (person === null) return null;
  if (!request.typed) await record(request.ctx, { action: 'person.read', subjectType: 'person', subjectId: person.id });
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const writer = conflict ? await lastWriter(request.ctx, { subjectType: 'person', subjectId: person.id }) : null;
  const state = request.typed ? request.form : { values: valuesOf(person), errors: [] };
  const body = (
    <>
      <PageHeading
        title="Modifier l’identité"
        breadcrumb={[...trail, { href: `/personnes/${person.id}`, label: 'Fiche' }]}
      />
      <PersonFrame person={person} actor={request.ctx.actor} place="">
        {writer !== null ? (
          <Conflict request={request} person={person} writer={writer} />
        ) : (
          <Form
            action={`/personnes/${person.id}/modifier`}
            formKey={request.key()}
            version={String((request.typed ? request.form.values['version'] : undefined) ?? person.version)}
            state={state}
            submit="Enregistrer"
            cancel={{ href: `/personnes/${person.id}`, label: 'Annuler' }}
          >
            <PersonFields state={state} />
          </Form>
        )}
      </PersonFrame>
    </>
  );
  return { title: 'Modifier une personne', body, width: 'form' };
}

function PersonFields({ state }: { state: FormState }) {
  return (
    <>
      <FieldPair>
        <TextField name="familyName" label="Nom" autocomplete="off" state={state} />
        <TextField name="givenName" label="Prénom" autocomplete="off" state={state} />
      </FieldPair>
      <DateField name="birthDate" label="Date de naissance" optional state={state} />
      <TextField name="commune" label="Commune" optional autocomplete="off" state={state} />
      <EmailField name="email" label="Adresse électronique" optional autocomplete="off" state={state} />
      <PhoneField name="phone" label="Téléphone" optional autocomplete="off" state={state} />
    </>
  );
}

function Lookalikes({ alike, form }: { alike: readonly Lookalike[]; form: FormState }) {
  const typed = typedIdentity(form);
  return (
    <Card title="Est-ce l’une de ces personnes ?">
      <div class="table-scroll">
        <table class="plain-table">
          <caption class="visually-hidden">Votre saisie et les personnes proches</caption>
          <thead>
            <tr>
              <th scope="col">Fiche</th>
              <th scope="col">Nom</th>
              <th scope="col">Naissance</th>
              <th scope="col">Commune</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Votre saisie</th>
              <td>{`${typed.familyName} ${typed.givenName}`}</td>
              <td>{shownDay(typed.birthDate)}</td>
              <td>{String(form.values['commune'] ?? '') || 'Non renseignée'}</td>
            </tr>
            {alike.map((person) => (
              <tr>
                <th scope="row">
                  <a href={`/personnes/${person.id}`}>Ouvrir cette fiche</a>
                </th>
                <td>{`${person.familyName} ${person.givenName}`}</td>
                <td>{shownDay(person.birthDate)}</td>
                <td>{person.commune || 'Non renseignée'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function shownDay(day: string | null): string {
  return day === null ? 'Non renseignée' : formatShortDay(day);
}

function typedIdentity({ values }: FormState) {
  const birth = parseTypedDay(String(values['birthDate'] ?? ''));
  return {
    familyName: String(values['familyName'] ?? ''),
    givenName: String(values['givenName'] ?? ''),
    birthDate: birth.ok ? birth.value : null,
  };
}

function Conflict({ request, person, writer }: { request: PageRequest; person: PersonRow; writer: Writer }) {
  const current: Record<string, string> = valuesOf(person);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(fieldLabels)
    .map(([name, label]) => ({
      label,
      yours: shown(name, String(mine[name] ?? '')),
      theirs: shown(name, current[name] ?? ''),
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/personnes/${person.id}/modifier`}
      formKey={request.key()}
      version={person.version}
      values={mine}
      takeHref={`/personnes/${person.id}`}
    />
  );
}

const fieldLabels = {
  familyName: 'Nom',
  givenName: 'Prénom',
  birthDate: 'Date de naissance',
  commune: 'Commune',
  email: 'Adresse électronique',
  phone: 'Téléphone',
};

function shown(name: string, value: string): string {
  if (value === '') return value;
  if (name === 'phone') return formatPhone(value);
  const day = name === 'birthDate' ? parseTypedDay(value) : null;
  return day?.ok ? formatShortDay(day.value) : value;
}

function valuesOf({ familyName, givenName, birthDate, commune, email, phone }: PersonRow) {
  return { familyName, givenName, birthDate: birthDate ?? '', commune, email, phone };
}
