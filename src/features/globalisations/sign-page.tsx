/** Signing an agreement, or refusing it and saying why; for oneself, or writing down the paper of who has no account. */
import { parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, TextField } from '#ui/form.tsx';
import { Alert, Button, Card, DefinitionList, PageHeading, Period } from '#ui/parts.tsx';
import { agreementTrail } from './list-page.tsx';
import { openAgreement } from './open-agreement.ts';
import { namesOf } from './side-queries.ts';
import { allowed } from './signatures-card.tsx';

export async function drawSign(request: PageRequest): Promise<View | null> {
  const { ctx, query, form, typed, refusal } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null) return null;
  const { agreement, signatures, lots, own } = opened;
  const named = String(form.values['signatory'] ?? query.get('pour') ?? '');
  const mayAnswer = signatures.filter((row) => allowed(row, opened));
  const row =
    named === ''
      ? (mayAnswer.find(({ organisationId }) => organisationId === own) ?? mayAnswer[0])
      : mayAnswer.find(({ organisationId }) => organisationId === named);
  if (row === undefined) return null;
  const asked = row.organisationId;
  if (!typed && (agreement.signedOn !== null || agreement.withdrawnAt !== null)) return null;
  const names = await namesOf(ctx, [asked, agreement.companyId]);
  const mine = asked === own;
  const conflict = refusal?.because === 'changed-meanwhile';
  const refusing = typed && form.values['signedOn'] === undefined;
  const blank = { values: { signedOn: parisDay(ctx.now) }, errors: [] };
  const signState = typed && !refusing ? form : blank;
  const refuseState = refusing ? form : { values: {}, errors: [] };
  const common = { formKey: request.key(), version: String(agreement.version), hidden: { signatory: asked } };
  const body = (
    <>
      <PageHeading
        title={mine ? 'Signer l’accord' : `Noter la réponse de ${names.get(asked) ?? ''}`}
        breadcrumb={[...agreementTrail, { href: `/globalisations/${agreement.id}`, label: 'L’accord' }]}
        lead={mine ? undefined : 'D’après le document que vous avez en main. Joignez-le à l’accord.'}
      />
      {conflict && (
        <Alert tone="attention" title="L’accord a changé pendant votre lecture">
          Relisez-le ci-dessous. Votre saisie est gardée : envoyez-la si elle reste juste.
        </Alert>
      )}
      <DefinitionList
        items={[
          { term: 'Entreprise', value: names.get(agreement.companyId) },
          { term: 'Motif', value: agreement.reason },
          { term: 'Durée', value: <Period from={agreement.fromDay} to={agreement.untilDay} /> },
          {
            term: 'Lots réunis',
            value: (
              <ul>
                {lots.map(({ number, title, object, buyer }) => (
                  <li>{`Lot ${number}, ${title}. ${object}, pour ${buyer}`}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Card title={mine ? 'Signer' : 'Elle a signé'}>
        <Form
          action={`/globalisations/${agreement.id}/signer`}
          state={signState}
          submit={mine ? 'Signer' : 'Noter sa signature'}
          {...common}
        >
          <DateField
            name="signedOn"
            label="Signé le"
            help="L’accord ne vaut que pour les heures faites après la dernière signature."
            state={signState}
          />
        </Form>
      </Card>
      <Card title={mine ? 'Refuser' : 'Elle a refusé'}>
        <Form
          action={`/globalisations/${agreement.id}/refuser`}
          state={refuseState}
          more={<Button kind="danger">{mine ? 'Refuser' : 'Noter son refus'}</Button>}
          {...common}
        >
          <TextField
            name="reason"
            label="Motif"
            help="Chaque organisation de l’accord le lira."
            maxlength={300}
            autocomplete="off"
            state={refuseState}
          />
        </Form>
      </Card>
    </>
  );
  return { title: 'Signer un accord de globalisation', body, width: 'form' };
}
