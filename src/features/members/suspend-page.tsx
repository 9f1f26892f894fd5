/** The form that suspends a member: what it does, why, and that it can be undone. */
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { membersTrail } from './invite-page.tsx';
import { findMember } from './queries.ts';

export async function drawSuspend(request: PageRequest): Promise<View | null> {
  const member = await findMember(request.ctx, request.params['id'] ?? '');
  if (member === null) return null;
  const path = `/organisation/membres/${member.id}`;
  const title = 'Suspendre un membre';
  const body = (
    <>
      <PageHeading
        title={`Suspendre ${member.name}`}
        breadcrumb={[...membersTrail, { href: path, label: member.name }]}
      />
      <Alert tone="attention">
        Ses sessions se ferment tout de suite et un courriel l’en informe, sans le motif. Vous pourrez rétablir son
        accès.
      </Alert>
      <Form
        action={`${path}/suspendre`}
        formKey={request.key()}
        state={request.form}
        submit="Suspendre"
        danger
        cancel={{ href: path, label: 'Annuler' }}
      >
        <TextField
          name="reason"
          label="Motif"
          help="Lu par les administrateurs de votre organisation. Rien sur la vie privée ni la santé."
          state={request.form}
          maxlength={200}
          autocomplete="off"
        />
      </Form>
    </>
  );
  return { title, body, width: 'form' };
}
