/** The form that opens another service under the same SIRET, and says that whoever opens it gets no right in it. */
import { firstPositionsOf } from '#domain/membership.ts';
import { organisationKinds, positions } from '#domain/position.ts';
import { serviceKindsOf } from '#domain/service.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form, FormSection, RadioCards, SelectField, TextField } from '#ui/form.tsx';
import { Alert, EmptyState, LinkToPass, PageHeading } from '#ui/parts.tsx';
import { findOwnOrganisation } from './queries.ts';
import type { OrganisationRow } from './queries.ts';

const title = 'Ouvrir un autre service';

export async function drawNewService(request: PageRequest): Promise<View | null> {
  const own = await findOwnOrganisation(request.ctx);
  if (own === null) return null;
  const opens = own.identifier !== null && serviceKindsOf(own.kind).length > 0;
  const body = (
    <>
      <PageHeading title={title} breadcrumb={[{ href: '/organisation', label: 'Mon organisation' }]} />
      {opens ? (
        <ServiceForm request={request} own={own} />
      ) : (
        <EmptyState title="Cette organisation n’ouvre pas d’autre service." icon="ban">
          Il faut un numéro SIRET. Écrivez à l’exploitation de l’instance.
        </EmptyState>
      )}
    </>
  );
  return { title, body, width: 'form' };
}

export function drawLinkToPass(link: string): View {
  const back = '/organisation';
  const trail = [{ href: back, label: 'Mon organisation' }];
  const body = <LinkToPass title="Service ouvert" trail={trail} link={link} back={back} />;
  return { title: 'Service ouvert', body, width: 'form' };
}

function ServiceForm({ request, own }: { request: PageRequest; own: OrganisationRow }) {
  const kinds = serviceKindsOf(own.kind);
  const { form } = request;
  return (
    <>
      <Alert tone="info">
        Vous n’aurez aucun droit dans ce service : ses membres et ses données lui sont propres. La personne invitée
        l’administre.
      </Alert>
      <Form
        action="/organisation/services/nouveau"
        formKey={request.key()}
        state={form}
        submit="Ouvrir et inviter"
        cancel={{ href: '/organisation', label: 'Annuler' }}
      >
        <FormSection title="Le service">
          <RadioCards
            name="kind"
            label="Ce que fait ce service"
            state={form}
            options={kinds.map((kind) => ({ value: kind, label: organisationKinds[kind] }))}
          />
          <TextField
            name="serviceName"
            label="Nom du service"
            help="Par exemple Insertion et emploi, ou Commande publique."
            state={form}
            maxlength={100}
            autocomplete="off"
          />
        </FormSection>
        <FormSection title="Sa première administration">
          <EmailField
            name="email"
            label="Adresse électronique"
            help="Elle reçoit une invitation valable 7 jours."
            autocomplete="off"
            state={form}
          />
          <SelectField
            name="position"
            label="Rôle"
            help="Un rôle du type choisi plus haut."
            state={form}
            options={kinds.flatMap((kind) =>
              firstPositionsOf(kind).map((position) => ({
                value: position,
                label: positions[position].label,
                group: organisationKinds[kind],
              })),
            )}
          />
        </FormSection>
      </Form>
    </>
  );
}
