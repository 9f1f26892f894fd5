/** One referent without an account: corrected, or ended when somebody else follows her candidates. */
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, FieldPair, Form, PhoneField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, ConflictView, PageHeading, Status } from '#ui/parts.tsx';
import type { OwnReferent } from './referent.ts';
import { findReferent } from './referent.ts';

export async function drawReferent(request: PageRequest): Promise<View | null> {
  const referent = await findReferent(request.ctx, request.params['id'] ?? '');
  if (referent === null) return null;
  const path = `/referents/${referent.id}`;
  const active = referent.endedAt === null;
  const body = (
    <>
      <PageHeading
        title={referent.name}
        breadcrumb={[
          { href: '/prescripteurs', label: 'Prescripteurs' },
          { href: `/prescripteurs/${referent.partnerId}`, label: referent.prescriber },
        ]}
        lead="Les nouvelles de ses candidats lui parviennent par courriel, avec un lien sans mot de passe."
        status={active ? <></> : <Status tone="neutral" label="Retiré" />}
        actions={
          active ? (
            <ActionButton action={`${path}/retirer`} formKey={request.key()} kind="quiet" icon="trash-2">
              Ne suit plus personne
            </ActionButton>
          ) : (
            <ActionButton action={`${path}/remettre`} formKey={request.key()} icon="undo-2">
              Remettre
            </ActionButton>
          )
        }
      />
      {request.refusal?.because === 'changed-meanwhile' ? (
        await conflictOf(request, referent)
      ) : (
        <Form
          action={`${path}/modifier`}
          formKey={request.key()}
          version={String((request.typed ? request.form.values['version'] : undefined) ?? referent.version)}
          state={request.typed ? request.form : { values: valuesOf(referent), errors: [] }}
          submit="Enregistrer"
          cancel={{ href: `/prescripteurs/${referent.partnerId}`, label: 'Annuler' }}
        >
          <ReferentFields state={request.typed ? request.form : { values: valuesOf(referent), errors: [] }} />
        </Form>
      )}
    </>
  );
  return { title: 'Un référent', body, width: 'form' };
}

export function ReferentFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField name="name" label="Nom" autocomplete="off" state={state} />
      <FieldPair>
        <EmailField name="email" label="Adresse électronique" optional autocomplete="off" state={state} />
        <PhoneField name="phone" label="Téléphone" optional autocomplete="off" state={state} />
      </FieldPair>
    </>
  );
}

function valuesOf({ name, email, phone }: OwnReferent) {
  return { name, email, phone };
}

const labels = { name: 'Nom', email: 'Adresse électronique', phone: 'Téléphone' } as const;

/** Both versions, field by field: nothing is lost. */
async function conflictOf(request: PageRequest, referent: OwnReferent) {
  const writer = await lastWriter(request.ctx, { subjectType: 'referent', subjectId: referent.id });
  const current: Record<string, string> = valuesOf(referent);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({ label, yours: String(mine[name] ?? ''), theirs: current[name] ?? '' }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/referents/${referent.id}/modifier`}
      formKey={request.key()}
      version={referent.version}
      values={mine}
      takeHref={`/referents/${referent.id}`}
    />
  );
}
