/** What the State's register says of one's own SIRET, beside what is kept here; when it is silent, writing by hand stays open. */
import { formatDay } from '#domain/day.ts';
import type { IdentityPart } from '#domain/organisation-identity.ts';
import { differingParts } from '#domain/organisation-identity.ts';
import type { OrganisationIdentity } from '#domain/organisation-identity.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, Form } from '#ui/form.tsx';
import { Alert, ButtonLink, PageHeading } from '#ui/parts.tsx';
import { activityText } from './card-page.tsx';
import { findOwnOrganisation } from './queries.ts';
import type { OrganisationRow } from './queries.ts';
import type { RegisterAnswer } from './register.ts';

const title = 'Actualiser depuis l’annuaire';

export async function drawRefresh(request: PageRequest, answer: RegisterAnswer): Promise<View | null> {
  const own = await findOwnOrganisation(request.ctx);
  if (own === null) return null;
  const body = (
    <>
      <PageHeading
        title={title}
        lead="Ce que l’annuaire des entreprises dit autrement que votre fiche. Décochez ce que vous gardez."
        breadcrumb={[{ href: '/organisation', label: 'Mon organisation' }]}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {answer.ok ? <Proposal request={request} own={own} answer={answer} /> : <Silence because={answer.because} />}
    </>
  );
  return { title, body, width: 'form' };
}

const silences = {
  'register-unreachable':
    'L’annuaire des entreprises ne répond pas. Réessayez plus tard, ou modifiez la fiche à la main.',
  'register-unknown':
    'Cet établissement n’est pas dans l’annuaire des entreprises. La fiche peut être tenue à la main.',
  'no-siret':
    'Cette organisation n’a pas de numéro SIRET juste\u00A0: l’annuaire ne la connaît pas. La fiche peut être tenue à la main.',
} as const;

function Silence({ because }: { because: keyof typeof silences }) {
  return (
    <>
      <Alert tone="attention">{silences[because]}</Alert>
      <p>
        <ButtonLink href="/organisation/modifier" icon="pencil">
          Modifier à la main
        </ButtonLink>
      </p>
    </>
  );
}

function Proposal({
  request,
  own,
  answer,
}: {
  request: PageRequest;
  own: OrganisationRow;
  answer: Extract<RegisterAnswer, { ok: true }>;
}) {
  const { company, proposed } = answer;
  const parts = differingParts(own, proposed);
  return (
    <>
      {company.state === 'closed' && (
        <Alert tone="attention" title="Établissement fermé dans l’annuaire">
          {company.closedOn === undefined
            ? 'Vérifiez le numéro SIRET.'
            : `Fermé le ${formatDay(company.closedOn)}. Vérifiez le numéro SIRET.`}{' '}
          Vous pouvez continuer.
        </Alert>
      )}
      {parts.length === 0 && <Alert tone="done">La fiche dit la même chose que l’annuaire.</Alert>}
      <Form
        action="/organisation/actualiser"
        formKey={request.key()}
        version={own.version}
        submit={parts.length === 0 ? 'Noter comme vérifiée aujourd’hui' : 'Prendre ce qui est coché'}
        cancel={{ href: '/organisation', label: 'Annuler' }}
      >
        {parts.map((part) => (
          <CheckboxField
            name={part}
            label={`${labels[part]}\u00A0: ${texts[part](proposed) || 'vide'}`}
            detail={`Ici\u00A0: ${texts[part](own) || 'vide'}`}
            checked
            optional
          />
        ))}
      </Form>
    </>
  );
}

const labels: Record<IdentityPart, string> = { name: 'Nom', address: 'Adresse', activity: 'Activité' };

const texts: Record<IdentityPart, (identity: OrganisationIdentity) => string> = {
  name: ({ name }) => name,
  address: ({ street, postcode, city }) => [street, `${postcode} ${city}`.trim()].filter(Boolean).join(', '),
  activity: activityText,
};
