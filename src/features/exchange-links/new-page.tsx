/** The form that proposes a link, and the page that gives its code once. */
import { addYears, parisDay } from '#domain/day.ts';
import { pairingPolicy } from '#domain/exchange-link.ts';
import { formatSiret } from '#domain/siret.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, DateField, FieldPair, Form, FormSection, SiretField, TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, DateText, DefinitionList, PageHeading, SecretOnce } from '#ui/parts.tsx';
import type { Proposed } from './propose.ts';

export const linkTrail = [{ href: '/liens', label: 'Liens d’échange' }];

export async function drawNewLink(request: PageRequest): Promise<View> {
  const { ctx, form: state } = request;
  const today = parisDay(ctx.now);
  const body = (
    <>
      <PageHeading
        title="Proposer un lien"
        lead="Vous fixez ici ce qui est partagé. Rien ne part avant l’accord de l’autre organisation."
        breadcrumb={linkTrail}
      />
      <Form
        action="/liens/nouveau"
        formKey={request.key()}
        state={state}
        submit="Créer le code d’échange"
        cancel={{ href: '/liens', label: 'Annuler' }}
      >
        <SiretField name="siret" label="SIRET de l’organisation invitée" state={state} />
        <TextField
          name="purpose"
          label="Objet du lien"
          help={'Par exemple «\u00A0Suivi des clauses du marché de voirie\u00A0». Rien sur une personne.'}
          state={state}
          maxlength={120}
        />
        <FieldPair>
          <DateField name="validFrom" label="Premier jour" state={state} value={today} />
          <DateField
            name="validUntil"
            label="Dernier jour"
            help="Celui de la convention."
            state={state}
            value={addYears(today, 1)}
          />
        </FieldPair>
        <FormSection
          title="Partager davantage"
          help="La fiche et les points de contact sont lus des deux côtés, sans les notes internes. Le reste demande votre accord."
        >
          <CheckboxField
            name="sharesAmounts"
            label="Montants des marchés"
            detail="L’organisation invitée lit vos montants."
            state={state}
          />
          <CheckboxField
            name="sharesNames"
            label="Noms des personnes"
            detail="Vous lisez les noms qu’elle saisit, si elle accepte ce lien."
            state={state}
          />
        </FormSection>
      </Form>
    </>
  );
  return { title: 'Proposer un lien', body, width: 'form' };
}

export function codeView({ link, code }: Proposed): View {
  const title = 'Code d’échange';
  const body = (
    <>
      <PageHeading title={title} breadcrumb={linkTrail} />
      <SecretOnce label="Code à remettre à l’organisation invitée" secret={code} />
      <Alert tone="attention" title="Remettez-le vous-même">
        <p>
          Donnez ce code à une personne que vous connaissez dans l’organisation invitée, par un moyen sûr. Guichet ne
          l’envoie jamais.
        </p>
      </Alert>
      <DefinitionList
        items={[
          {
            term: 'Organisation invitée',
            value: [link.invitedName, `SIRET ${formatSiret(link.invitedIdentifier)}`].filter(Boolean).join(', '),
          },
          { term: 'Objet', value: link.purpose },
          {
            term: 'Code valable jusqu’au',
            value: link.pairingExpiresAt && <DateText date={link.pairingExpiresAt} style="instant" />,
          },
          { term: 'Essais', value: `${pairingPolicy.tries} essais faux le bloquent` },
        ]}
      />
      <p>
        <ButtonLink href={`/liens/${link.id}`}>Voir le lien</ButtonLink>
      </p>
    </>
  );
  return { title, body, width: 'form' };
}
