/** A person's certificates of hours: a new one for a period, and each ready to print with its number and its drawing. */
import { encode } from 'uqr';
import { formatDay, parisDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth, monthOf } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { certificateLines } from '#services/certificate-seal.ts';
import { FieldPair, Form, MonthField } from '#ui/form.tsx';
import { Breadcrumb, Card, Disclosure, PrintButton, QrCode } from '#ui/parts.tsx';
import { ownPage, spacePath } from './frame.tsx';
import { findMe } from './me.ts';
import type { OwnCertificate } from './queries.ts';
import { listCertificates, listOwnMonths } from './queries.ts';

export async function drawCertificates(request: PageRequest): Promise<View | null> {
  const shown = request.query.get('numero');
  if (shown !== null && !request.typed) return drawCertificate(request, shown);
  return ownPage(request, { title: 'Mon attestation d’heures' }, async (me) => {
    const certificates = await listCertificates(request.ctx, me.id);
    const months = (await listOwnMonths(request.ctx, me.id)).map(({ month }) => month);
    const today = monthOf(parisDay(request.ctx.now));
    const first = months.at(-1) ?? today;
    return (
      <>
        <p>
          Elle dit combien d’heures validées vous avez faites. Qui reçoit son numéro peut la vérifier sur Guichet, sans
          rien apprendre d’autre.
        </p>
        <Form
          action={spacePath(request, '/attestation')}
          formKey={request.key()}
          state={request.form}
          submit="Faire mon attestation"
          submitIcon="file-check"
          blocked="l’attestation"
        >
          <FieldPair>
            <MonthField name="du" label="Premier mois" state={request.form} value={first} />
            <MonthField name="au" label="Dernier mois" state={request.form} value={today} />
          </FieldPair>
        </Form>
        {certificates.length > 0 && (
          <Card title="Attestations déjà faites">
            <ul>
              {certificates.map(({ code, fromMonth, untilMonth, minutes }) => (
                <li>
                  <a href={spacePath(request, `/attestation?numero=${code}`)}>
                    {formatMinutes(minutes)}, de {formatMonth(fromMonth)} à {formatMonth(untilMonth)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </>
    );
  });
}

async function drawCertificate(request: PageRequest, code: string): Promise<View | null> {
  const me = await findMe(request.ctx);
  if (me === null) return null;
  const certificate = (await listCertificates(request.ctx, me.id)).find((one) => one.code === code);
  if (certificate === undefined) return null;
  const address = `${request.ctx.house.configuration.baseUrl}/attestation?numero=${certificate.code}`;
  const body = (
    <>
      <Breadcrumb
        items={[
          { href: spacePath(request), label: 'Mon espace' },
          { href: spacePath(request, '/attestation'), label: 'Attestations' },
        ]}
      />
      <article class="paper">
        <h1>Attestation d’heures d’insertion</h1>
        <p>
          {me.structure} atteste que <b>{`${me.givenName} ${me.familyName}`}</b>
          {me.birthDate !== null && `, né(e) le ${formatDay(me.birthDate)},`} a fait, au titre de clauses sociales de
          marchés publics :
        </p>
        <p class="paper-code">{formatMinutes(certificate.minutes)}</p>
        <p>
          de {formatMonth(certificate.fromMonth)} à {formatMonth(certificate.untilMonth)}, heures validées. Établie le{' '}
          {formatDay(certificate.issuedOn)}.
        </p>
        <Proof certificate={certificate} address={address} />
      </article>
      <p>
        <PrintButton label="Imprimer l’attestation" />
      </p>
    </>
  );
  return { title: 'Attestation d’heures', body, width: 'form' };
}

function Proof({ certificate, address }: { certificate: OwnCertificate; address: string }) {
  return (
    <div class="paper-with-code">
      <div>
        <p>
          <b>Numéro : {certificate.code}</b>
        </p>
        <p>
          Pour vérifier : visez le dessin, ou ouvrez <code>{address.split('?')[0]}</code> et tapez le numéro.
        </p>
        <Disclosure summary="Vérifier sans Internet">
          <p class="small">
            Ces lignes, une par ligne, sont signées (Ed25519) par la clé publiée à <code>/attestation/cle.pem</code> :
          </p>
          <pre class="small">{certificateLines(certificate)}</pre>
          <p class="small">
            Signature : <code>{certificate.signature}</code>
          </p>
        </Disclosure>
      </div>
      <QrCode modules={encode(address).data} label="Adresse de vérification de l’attestation" />
    </div>
  );
}
