/** The forms that ask for a decision, or what to do when nobody else can decide. */
import type { Child } from 'hono/jsx';
import { decidersAmong, isDecidableInside } from '#domain/two-person.ts';
import type { PageRequest, View } from '#http/route.ts';
import { administratorsOf } from '#db/administrators.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { Alone } from './alone.tsx';
import { findOperators, findSubject } from './queries.ts';

const trail = [
  { href: '/organisation', label: 'Mon organisation' },
  { href: '/organisation/decisions', label: 'Décisions à deux' },
];

interface Asking {
  title: string;
  path: string;
  cancel: string;
  help: string;
  subject: string | null;
  effect: Child;
}

export async function drawResetRequest(request: PageRequest): Promise<View | null> {
  const subject = await findSubject(request.ctx, request.params['id'] ?? '');
  if (subject === null) return null;
  const member = `/organisation/membres/${subject.membership}`;
  return drawRequest(request, {
    title: 'Demander une nouvelle double authentification',
    path: `/organisation/decisions/double-authentification/${subject.membership}`,
    cancel: member,
    help: 'Dites aussi comment vous avez vérifié que c’est bien cette personne. Rien sur sa vie privée.',
    subject: subject.account,
    effect: `Si un autre administrateur accepte, ${subject.name} perd ses codes et ses clés d’accès, et ses sessions se ferment. Elle se connecte ensuite avec son mot de passe et en installe de nouveaux.`,
  });
}

export function drawClosingRequest(request: PageRequest): Promise<View | null> {
  return drawRequest(request, {
    title: 'Demander la fermeture de l’organisation',
    path: '/organisation/decisions/fermeture',
    cancel: '/organisation',
    help: 'Lu par les administrateurs de votre organisation.',
    subject: null,
    effect:
      'Si un autre administrateur accepte, toutes les sessions se ferment, les liens d’échange et les invitations s’arrêtent. Les données sont gardées le temps prévu. Les autres services du même numéro restent ouverts.',
  });
}

async function drawRequest(request: PageRequest, asking: Asking): Promise<View | null> {
  const { actor } = request.ctx;
  if (actor.kind !== 'member') return null;
  const administrators = await administratorsOf(request.ctx, [actor.organisation]);
  const { subject, title } = asking;
  const deciders = decidersAmong(administrators, { requester: actor.account, subject });
  const own = subject === actor.account;
  const asks = !own && deciders.length > 0;
  const alone = own ? !isDecidableInside(administrators, actor.account) : deciders.length === 0;
  const helpable = subject === null || administrators.some(({ account }) => account === subject);
  const body = (
    <>
      <PageHeading title={title} breadcrumb={trail} />
      {!asks && request.form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {own && (
        <Alert tone="info">
          Vous ne pouvez pas le demander pour vous-même. Adressez-vous à un autre administrateur.
        </Alert>
      )}
      {alone && <Alone operators={helpable ? await findOperators(request.ctx) : null} />}
      {asks && <RequestForm request={request} asking={asking} />}
    </>
  );
  return { title, body, width: 'form' };
}

function RequestForm({ request, asking }: { request: PageRequest; asking: Asking }) {
  return (
    <>
      <Alert tone="attention">{asking.effect}</Alert>
      <Form
        action={asking.path}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer la demande"
        cancel={{ href: asking.cancel, label: 'Annuler' }}
      >
        <TextField
          name="reason"
          label="Motif"
          help={asking.help}
          state={request.form}
          maxlength={300}
          autocomplete="off"
        />
      </Form>
    </>
  );
}
