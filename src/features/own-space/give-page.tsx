/** The facilitator opens an own space to a person: a link by mail, or a sheet to hand over. */
import { encode } from 'uqr';
import { formatDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { throughGate } from '#http/through-gate.ts';
import {
  ActionButton,
  Alert,
  Breadcrumb,
  ButtonLink,
  Card,
  DateText,
  PageHeading,
  PrintButton,
  QrCode,
} from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import { findGivenTo, findLiveCode, hasLiveLink } from './giving-queries.ts';
import type { GivenTo } from './giving-queries.ts';
import type { Sheet } from './give.ts';
import { Information } from './information.tsx';

function trailOf(person: GivenTo) {
  return [
    { href: '/personnes', label: 'Personnes' },
    { href: `/personnes/${person.id}`, label: 'Fiche' },
  ];
}

export async function drawGive(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const person = await findGivenTo(ctx, request.params['id'] ?? '');
  if (person === null) return null;
  const code = await findLiveCode(ctx, person.id);
  const live = code !== null || (await throughGate(ctx, (gate) => hasLiveLink(gate, person.id)));
  const path = `/personnes/${person.id}/acces`;
  const body = (
    <>
      <PageHeading
        title="Son espace personnel"
        breadcrumb={trailOf(person)}
        lead="Elle y voit ses heures, ses contrats, ses contacts, et exerce ses droits. Sans compte ni mot de passe."
      />
      <PersonFrame person={person} actor={ctx.actor} place="/acces">
        {form.errors.map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
        <Card
          title="Par courriel"
          actions={
            person.email !== '' && (
              <ActionButton action={`${path}/courriel`} formKey={request.key()} kind="primary" icon="send">
                Envoyer le lien
              </ActionButton>
            )
          }
        >
          {person.email === '' ? (
            <p>
              Aucune adresse sur sa fiche. <a href={`/personnes/${person.id}/modifier`}>Ajouter son adresse</a>
            </p>
          ) : (
            <p>
              Un lien personnel part vers {person.email}. Il s’ouvre pendant 30 jours ; perdu, il se renvoie tout seul.
            </p>
          )}
        </Card>
        <Card
          title="Sur papier"
          actions={
            <>
              {person.birthDate !== null && (
                <ActionButton action={`${path}/feuille`} formKey={request.key()} icon="printer">
                  {code === null ? 'Faire sa feuille' : 'Faire une nouvelle feuille'}
                </ActionButton>
              )}
            </>
          }
        >
          {person.birthDate === null ? (
            <p>
              Le code va avec sa date de naissance.{' '}
              <a href={`/personnes/${person.id}/modifier`}>Ajouter sa date de naissance</a>
            </p>
          ) : code === null ? (
            <p>Une feuille à lui remettre, avec un code court. Elle sert un an.</p>
          ) : (
            <p>
              Feuille faite le <DateText date={code.createdAt} />, valable jusqu’au <DateText date={code.expiresOn} />.{' '}
              {code.lastUsedAt === null ? 'Pas encore utilisée.' : <UsedOn date={code.lastUsedAt} />}
            </p>
          )}
        </Card>
        {live && <Withdraw path={path} formKey={request.key()} />}
      </PersonFrame>
    </>
  );
  return { title: 'Espace personnel', body, width: 'form' };
}

/** Whatever opens her space today: a link sent by mail, or a sheet. */
function Withdraw({ path, formKey }: { path: string; formKey: string }) {
  return (
    <p>
      <ActionButton
        action={`${path}/retirer`}
        formKey={formKey}
        kind="danger"
        confirm={{
          title: 'Retirer l’accès\u00A0?',
          text: 'Son code et ses liens n’ouvriront plus rien. Vous pourrez en donner d’autres.',
          label: 'Retirer l’accès',
        }}
      >
        Retirer l’accès
      </ActionButton>
    </p>
  );
}

function UsedOn({ date }: { date: Date }) {
  return (
    <>
      Utilisée le <DateText date={date} />.
    </>
  );
}

/** Shown once, to be printed and handed over; the notice is on its back. */
export function sheetView(
  { person, code, expiresOn }: Sheet,
  { path, baseUrl }: { path: string; baseUrl: string },
): View {
  const address = `${baseUrl}/mon-espace`;
  const body = (
    <>
      <Breadcrumb items={trailOf(person)} />
      <p class="row">
        <PrintButton label="Imprimer la feuille" />
        <ButtonLink href={path}>J’ai remis la feuille</ButtonLink>
      </p>
      <article class="paper">
        <h1>Votre espace Guichet</h1>
        <p>
          Remis par {person.structure} à {person.givenName} {person.familyName}.
        </p>
        <div class="paper-with-code">
          <ol>
            <li>
              Ouvrez <b>{address}</b>, ou visez le dessin.
            </li>
            <li>
              Tapez votre code : <br />
              <span class="paper-code">{code}</span>
            </li>
            <li>Tapez votre date de naissance.</li>
          </ol>
          <QrCode modules={encode(address).data} label="Adresse de l’espace personnel" />
        </div>
        <p>
          Ce code est à vous seul. Il sert jusqu’au {formatDay(expiresOn)}. Perdu ? Demandez une autre feuille
          {person.structurePhone === '' ? '' : ` au ${formatPhone(person.structurePhone)}`}.
        </p>
        <Information />
      </article>
    </>
  );
  return { title: 'Feuille à remettre', body, width: 'form' };
}
