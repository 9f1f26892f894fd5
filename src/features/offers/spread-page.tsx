/** Who is told of a post: the prescribers of its territory are ticked already; and which they are, chosen once. */
import { organisationOf } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { CheckboxGroup, Form, TextField } from '#ui/form.tsx';
import type { Option } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { listTold } from './candidates-queries.ts';
import { placeWords } from './offer-words.ts';
import { findOffer } from './queries.ts';
import type { PrescriberRow } from './spread-queries.ts';
import { listPrescribers } from './spread-queries.ts';
import { listAudience } from './audience-queries.ts';

export async function drawSpread(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const offer = await findOffer(ctx, params['id'] ?? '');
  if (offer === null || organisationOf(ctx.actor) !== offer.facilitatorId) return null;
  const all = await listPrescribers(ctx);
  const audience = await listAudience(ctx);
  const local = audience
    .filter(({ departmentCode }) => departmentCode === offer.departmentCode)
    .map(({ organisationId }) => organisationId);
  const told = new Set((await listTold(ctx, offer.id)).map(({ name }) => name));
  const path = `/besoins/${offer.id}`;
  const body = (
    <>
      <PageHeading
        title="Diffuser ce poste"
        breadcrumb={[
          { href: '/besoins', label: 'Besoins' },
          { href: path, label: offer.title },
        ]}
        lead={`${offer.title}, ${placeWords(offer)}`}
      />
      {local.length === 0 && offer.departmentCode !== '' && (
        <Alert tone="info">
          {`Aucun prescripteur n’est encore choisi pour le ${offer.departmentCode}. `}
          <a href={`/besoins/prescripteurs?departement=${offer.departmentCode}`}>Les choisir une fois pour toutes</a>
        </Alert>
      )}
      {offer.state !== 'open' && (
        <Alert tone="attention">{'Ce poste n’est plus ouvert\u00A0: rouvrez-le d’abord.'}</Alert>
      )}
      {all.length === 0 ? (
        <EmptyState title="Aucun prescripteur dans votre liste.">
          <a href="/prescripteurs/nouveau">Ajouter un prescripteur</a>
        </EmptyState>
      ) : (
        <Form
          action={`${path}/diffuser`}
          formKey={request.key()}
          state={request.form}
          submit="Envoyer"
          submitIcon="send"
          blocked="l’envoi"
          cancel={{ href: path, label: 'Annuler' }}
        >
          <CheckboxGroup
            name="prescribers"
            label="Prescripteurs"
            help="Chacun reçoit un courriel avec un lien pour répondre sans mot de passe. Aucun nom n’y figure."
            values={local}
            state={request.form}
            options={all.map((one) => optionOf(one, told.has(one.name)))}
          />
        </Form>
      )}
    </>
  );
  return { title: 'Diffuser un poste', body, width: 'form' };
}

export async function drawAudience(request: PageRequest): Promise<View> {
  const { ctx, query, form } = request;
  const all = await listPrescribers(ctx);
  const audience = await listAudience(ctx);
  const departments = [...Map.groupBy(audience, ({ departmentCode }) => departmentCode)];
  const asked = String(
    form.values['departmentCode'] ?? query.get('departement') ?? departments[0]?.[0] ?? '',
  ).toUpperCase();
  const chosen = audience
    .filter(({ departmentCode }) => departmentCode === asked)
    .map(({ organisationId }) => organisationId);
  const body = (
    <>
      <PageHeading
        title="Prescripteurs par territoire"
        breadcrumb={[{ href: '/besoins', label: 'Besoins' }]}
        lead="Choisis une fois, ils sont cochés d’avance à chaque diffusion et voient vos informations collectives."
      />
      {departments.length > 0 && (
        <Card
          title="Vos territoires"
          actions={
            <ButtonLink href="/besoins/prescripteurs?departement=" size="small" icon="plus">
              Autre territoire
            </ButtonLink>
          }
        >
          <ul>
            {departments.map(([code, rows]) => (
              <li>
                <a href={`/besoins/prescripteurs?departement=${code}`}>{`Département ${code}`}</a>
                {`\u00A0: ${counted(rows.length, 'prescripteur')}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Form action="/besoins/prescripteurs" formKey={request.key()} state={form} submit="Enregistrer">
        <TextField
          name="departmentCode"
          label="Département"
          help="Son numéro, par exemple 44."
          size="short"
          autocomplete="off"
          value={asked}
          state={form}
        />
        <CheckboxGroup
          name="prescribers"
          label="Prescripteurs"
          values={chosen}
          state={form}
          options={nearestFirst(all, asked).map((one) => optionOf(one, false))}
        />
      </Form>
    </>
  );
  return { title: 'Prescripteurs par territoire', body, width: 'form' };
}

function optionOf({ id, name, city, addresses }: PrescriberRow, told: boolean): Option {
  const details = [city, addresses.length === 0 ? 'sans adresse' : '', told ? 'déjà prévenu' : ''].filter(Boolean);
  return { value: id, label: name, detail: details.join(', ') };
}

function nearestFirst(all: readonly PrescriberRow[], department: string): PrescriberRow[] {
  const near = ({ postcode }: PrescriberRow) => (department !== '' && postcode.startsWith(department) ? 0 : 1);
  return [...all].sort((one, other) => near(one) - near(other));
}
