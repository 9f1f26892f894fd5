/** The choice of the organisation one works in: one at a time, no union of rights. */
import { isPosition, positions } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { frenchDate } from '#ui/french.ts';
import { Form, RadioCards } from '#ui/form.tsx';
import { EmptyState, PageHeading } from '#ui/parts.tsx';
import type { MembershipRow, Suspension } from './queries.ts';
import { findProfile, listMemberships, listSuspensions } from './queries.ts';
import { Suspensions } from './suspensions.tsx';

const title = 'Choisir mon organisation';

export async function drawOrganisationChoice(request: PageRequest): Promise<View> {
  const { ctx, form, query } = request;
  const memberships = await listMemberships(ctx);
  const suspensions = await listSuspensions(ctx);
  if (memberships.length === 0) return nowhere((await findProfile(ctx)).email, suspensions);
  const typed = form.values['suite'];
  const suite = (typeof typed === 'string' ? typed : query.get('suite')) ?? '/';
  const current = 'membership' in ctx.actor ? ctx.actor.membership : undefined;
  const body = (
    <>
      <PageHeading
        title={title}
        lead="Vous travaillez pour une organisation à la fois. L’en-tête de chaque page la rappelle."
      />
      <Form
        action="/compte/organisation"
        formKey={request.key()}
        hidden={{ suite }}
        state={form}
        submit="Travailler ici"
        cancel={current === undefined ? undefined : { href: '/', label: 'Annuler' }}
      >
        <RadioCards
          name="membership"
          label="Organisation"
          state={form}
          value={current ?? memberships[0]?.id}
          options={memberships.map((membership) => ({
            value: membership.id,
            label: nameOf(membership),
            detail: detailOf(membership),
          }))}
        />
      </Form>
      <Suspensions rows={suspensions} />
    </>
  );
  return { title, body, width: 'form' };
}

function nameOf({ organisationName, serviceName }: MembershipRow): string {
  return serviceName === '' ? organisationName : `${organisationName} – ${serviceName}`;
}

function detailOf({ position, administers, validUntil }: MembershipRow): string {
  const label = isPosition(position) ? positions[position].label : position;
  const role = administers && !/administration/iu.test(label) ? `${label}, administre l’organisation` : label;
  return validUntil === null ? role : `${role}, jusqu’au ${frenchDate(validUntil)}`;
}

function nowhere(email: string, suspensions: readonly Suspension[]): View {
  const body = (
    <>
      <PageHeading title={title} />
      <Suspensions rows={suspensions} />
      <EmptyState title="Votre compte n’ouvre encore aucune organisation." icon="building-2">
        Demandez à un administrateur de votre organisation de vous inviter à l’adresse {email}. L’invitation arrive par
        courriel et vaut sept jours. Si vous travailliez déjà ici, votre accès est suspendu ou arrivé à son terme : la
        même personne peut le rétablir.
      </EmptyState>
    </>
  );
  return { title, body, width: 'form' };
}
