/** Anybody verifies a certificate by its number: true or false, the period and the hours; nothing of whom. */
import { sql } from 'kysely';
import { formatDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { certificatePublicKey, isCertificateSigned } from '#services/certificate-seal.ts';
import { readCode } from '#services/random.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';

interface Stated {
  code: string;
  fromMonth: string;
  untilMonth: string;
  minutes: number;
  issuedOn: Day;
  signature: string;
}

export async function drawVerify({ ctx, query }: PageRequest): Promise<View> {
  const typed = (query.get('numero') ?? '').slice(0, 60);
  const stated = typed.trim() === '' ? null : await findTrue(ctx, readCode(typed));
  const state = { values: { numero: typed }, errors: [] };
  const body = (
    <>
      <PageHeading title="Vérifier une attestation d’heures" lead="Le numéro est écrit en bas de l’attestation." />
      <Form action="/attestation" method="get" submit="Vérifier" submitIcon="check" state={state}>
        <TextField
          name="numero"
          label="Numéro de l’attestation"
          help="Douze lettres ou chiffres, par exemple 7K3M-9QXD-2F4T."
          autocomplete="off"
          size="middle"
          state={state}
        />
      </Form>
      {typed.trim() !== '' && (stated === null ? <Unknown /> : <Genuine stated={stated} />)}
      <p>
        <ButtonLink href="/attestation/cle.pem" kind="quiet" icon="key-round">
          Clé publique de signature
        </ButtonLink>
      </p>
    </>
  );
  return { title: 'Vérifier une attestation', body, width: 'narrow' };
}

export async function answerPublicKey({ ctx }: PageRequest): Promise<Response> {
  return new Response(certificatePublicKey(ctx.house.configuration.secret.reveal()), {
    headers: { 'content-type': 'application/x-pem-file' },
  });
}

/** Known here, and signed by this instance: a line changed in the database is false. */
async function findTrue({ db, house }: Context, code: string): Promise<Stated | null> {
  const found = await sql<Stated>`select code, from_month, until_month, minutes, issued_on, signature
    from hours_certificate where code = ${code}`.execute(db);
  const stated = found.rows[0];
  const { secret, formerSecrets } = house.configuration;
  const secrets = [secret, ...formerSecrets].map((one) => one.reveal());
  return stated !== undefined && isCertificateSigned(secrets, stated) ? stated : null;
}

function Genuine({ stated }: { stated: Stated }) {
  return (
    <Card>
      <Alert tone="done" title="Cette attestation est vraie">
        Guichet l’a établie le {formatDay(stated.issuedOn)}.
      </Alert>
      <DefinitionList
        items={[
          { term: 'Heures validées', value: formatMinutes(stated.minutes) },
          { term: 'Période', value: `de ${formatMonth(stated.fromMonth)} à ${formatMonth(stated.untilMonth)}` },
        ]}
      />
      <p class="soft">Comparez avec le papier. Guichet ne dit pas à qui elle appartient.</p>
    </Card>
  );
}

function Unknown() {
  return (
    <Alert tone="problem" title="Cette attestation n’est pas vraie">
      Guichet n’a établi aucune attestation sous ce numéro. Vérifiez chaque signe.
    </Alert>
  );
}
