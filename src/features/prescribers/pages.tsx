/** One prescriber: what it is, who follows people there, and how to add it or take it off the list. */
import { formatPhone } from '#domain/phone.ts';
import { isSensitivePrescriber, prescriberKinds } from '#domain/prescriber-kinds.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, SelectField, SiretField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, Alert, Card, PageHeading, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { InviteCard } from './invite-card.tsx';
import { accountOfPrescriber } from './invite.ts';
import { ReferentFields } from './referent-page.tsx';
import type { PartnerRow, ReferentRow } from './queries.ts';
import { findPartner, listReferents } from './queries.ts';

const trail = [{ href: '/prescripteurs', label: 'Prescripteurs' }];
const kinds = Object.entries(prescriberKinds).map(([value, label]) => ({ value, label }));

export async function drawNewPrescriber(request: PageRequest): Promise<View> {
  const { form } = request;
  const body = (
    <>
      <PageHeading title="Ajouter un prescripteur" breadcrumb={trail} />
      <Form
        action="/prescripteurs/nouveau"
        formKey={request.key()}
        state={form}
        submit="Ajouter"
        cancel={{ href: '/prescripteurs', label: 'Annuler' }}
      >
        <SiretField name="siret" label="SIRET" state={form} />
        <TextField
          name="name"
          label="Nom"
          help="Vide, il vient de l’annuaire des entreprises."
          optional
          autocomplete="off"
          state={form}
        />
        <KindField state={form} />
      </Form>
    </>
  );
  return { title: 'Ajouter un prescripteur', body, width: 'form' };
}

export async function drawPrescriber(request: PageRequest): Promise<View | null> {
  const partner = await findPartner(request.ctx, request.params['id'] ?? '');
  if (partner === null) return null;
  const standing = await accountOfPrescriber(request.ctx, partner.prescriberId);
  const referents = await listReferents(request.ctx, partner.prescriberId);
  const path = `/prescripteurs/${partner.id}`;
  const active = partner.endedAt === null;
  const body = (
    <>
      <PageHeading
        title={partner.name}
        breadcrumb={trail}
        status={active ? <Status tone="ok" label="Actif" /> : <Status tone="neutral" label="Retiré" />}
        actions={
          active ? (
            <ActionButton action={`${path}/retirer`} formKey={request.key()} kind="quiet" icon="trash-2">
              Retirer de la liste
            </ActionButton>
          ) : (
            <ActionButton action={`${path}/remettre`} formKey={request.key()}>
              Remettre dans la liste
            </ActionButton>
          )
        }
      />
      <KindCard request={request} partner={partner} path={path} />
      <Table
        caption="Référents"
        rows={referents}
        rowId={({ id }) => id}
        url={request.url}
        columns={referentColumns}
        summary={<strong>Référents</strong>}
        empty={<p class="soft card-body">Aucun référent connu. Il s’ajoute seul à sa première proposition.</p>}
      />
      {active && <InviteCard request={request} path={path} standing={standing} />}
      {active && <ReferentForm request={request} path={path} />}
    </>
  );
  return { title: 'Un prescripteur', body, width: 'form' };
}

function KindCard({ request, partner, path }: { request: PageRequest; partner: PartnerRow; path: string }) {
  const typed = request.typed && request.form.values['kind'] !== undefined;
  const state = typed ? request.form : { values: { kind: partner.kind }, errors: [] };
  return (
    <Card title="Type">
      {isSensitivePrescriber(partner.kind) && (
        <Alert>
          Ce type dit pourquoi une personne est suivie : hors de l’équipe d’accompagnement, il s’écrit « Autre
          prescripteur », sans nom, et ne quitte jamais la structure.
        </Alert>
      )}
      <Form
        action={`${path}/modifier`}
        formKey={request.key()}
        version={partner.version}
        state={state}
        submit="Enregistrer"
      >
        <KindField state={state} />
      </Form>
    </Card>
  );
}

function KindField({ state }: { state: FormState }) {
  return <SelectField name="kind" label="Type de prescripteur" options={kinds} state={state} />;
}

function ReferentForm({ request, path }: { request: PageRequest; path: string }) {
  const typed = request.typed && request.form.values['name'] !== undefined;
  const state = typed ? request.form : { values: {}, errors: [] };
  return (
    <Card title="Ajouter un référent sans compte">
      <p class="soft">Les nouvelles de ses candidats lui parviennent par courriel, avec un lien sans mot de passe.</p>
      <Form action={`${path}/referents`} formKey={request.key()} state={state} submit="Ajouter le référent">
        <ReferentFields state={state} />
      </Form>
    </Card>
  );
}

const referentColumns = [
  {
    key: 'nom',
    label: 'Référent',
    primary: true,
    cell: ({ id, name, own, accountId }: ReferentRow) =>
      own && accountId === null ? <a href={`/referents/${id}`}>{name}</a> : name,
  },
  {
    key: 'joindre',
    label: 'Le joindre',
    cell: ({ email, phone }: ReferentRow) => [email, phone === '' ? '' : formatPhone(phone)].filter(Boolean).join(', '),
  },
  {
    key: 'compte',
    label: 'Compte',
    cell: ({ accountId }: ReferentRow) => (accountId === null ? 'Sans compte' : 'Avec un compte'),
  },
  { key: 'candidats', label: 'Candidats', cell: ({ candidates }: ReferentRow) => candidates },
];
