/** A company's own contact and delegation for one lot, by account or by link. */
import { parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { EmailField, Form, PhoneField, TextField } from '#ui/form.tsx';
import { Alert, Card, PageHeading } from '#ui/parts.tsx';
import { findOwnParty } from './own-queries.ts';
import type { OwnParty } from './own-queries.ts';
import { DelegationFields } from './party-page.tsx';

export async function drawOwnContact(request: PageRequest): Promise<View | null> {
  const { ctx, params, refusal } = request;
  const { token, id } = params;
  const typed = request.form.values['lot'];
  const lot = (typeof typed === 'string' ? typed : undefined) ?? request.query.get('lot') ?? undefined;
  const party = await findOwnParty(ctx, { id, lot });
  if (party === null) return null;
  const link = token === undefined ? null : `/declarer/${encodeURIComponent(token)}`;
  const home = link === null ? '/mes-marches' : `${link}/marche`;
  const path = link ?? `/mes-marches/${party.id}`;
  const hidden: Record<string, string> = link === null ? {} : { lot: party.lotId };
  const body = (
    <>
      <PageHeading
        title="Qui joindre, qui déclare"
        breadcrumb={[{ href: home, label: 'Ce que je dois' }]}
        lead={`${party.market}, lot ${party.lotNumber}`}
      />
      {refusal?.because === 'changed-meanwhile' && (
        <Alert tone="attention" title="Quelqu’un a changé ces coordonnées entre-temps">
          Rien n’a été enregistré. Votre saisie est gardée : vérifiez-la, puis enregistrez de nouveau.
        </Alert>
      )}
      <ContactCard request={request} party={party} path={path} hidden={hidden} />
      <DelegationCard request={request} party={party} path={path} hidden={hidden} />
    </>
  );
  return { title: 'Qui joindre, qui déclare', body, width: 'form' };
}

interface CardProps {
  request: PageRequest;
  party: OwnParty;
  path: string;
  /** Of several lots of one link, which. */
  hidden: Record<string, string>;
}

function ContactCard({ request, party, path, hidden }: CardProps) {
  const { contactName, contactEmail, contactPhone } = party;
  const sent = request.form.values['contactName'] !== undefined;
  const state = sent ? request.form : { values: { contactName, contactEmail, contactPhone }, errors: [] };
  return (
    <Card title="La personne à joindre">
      <p>Les rappels et les liens de déclaration lui sont envoyés.</p>
      <Form
        action={`${path}/contact`}
        formKey={request.key()}
        hidden={hidden}
        version={versionFor(request, { sent, party })}
        state={state}
        submit="Enregistrer le contact"
      >
        <TextField name="contactName" label="Nom" autocomplete="name" state={state} />
        <EmailField name="contactEmail" label="Adresse électronique" state={state} />
        <PhoneField name="contactPhone" label="Téléphone" optional state={state} />
      </Form>
    </Card>
  );
}

function DelegationCard({ request, party, path, hidden }: CardProps) {
  const { delegateName, delegateEmail, delegateUntil } = party;
  const sent = request.form.values['delegateName'] !== undefined;
  const stored = { delegateName, delegateEmail, delegateUntil: delegateUntil ?? '' };
  const state = sent ? request.form : { values: stored, errors: [] };
  const over = delegateUntil !== null && delegateUntil < parisDay(request.ctx.now);
  return (
    <Card title="Passer la main">
      <p>
        {over
          ? 'La délégation précédente est finie. Elle ne donne plus aucun accès.'
          : 'Cette personne reçoit un lien et déclare à votre place jusqu’au dernier jour indiqué. Videz les trois champs pour reprendre la main.'}
      </p>
      <Form
        action={`${path}/delegation`}
        formKey={request.key()}
        hidden={hidden}
        version={versionFor(request, { sent, party })}
        state={state}
        submit="Enregistrer la délégation"
      >
        <DelegationFields state={state} />
      </Form>
    </Card>
  );
}

/** After a conflict was told, the next sending is meant for the version now shown. */
function versionFor({ form, refusal }: PageRequest, { sent, party }: { sent: boolean; party: OwnParty }): string {
  const told = refusal?.because === 'changed-meanwhile';
  return String((sent && !told ? form.values['version'] : undefined) ?? party.version);
}
