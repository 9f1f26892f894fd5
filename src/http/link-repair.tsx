/** The doors of a link that died: one button, or one field, and one answer for everybody; a new link leaves for the known address. */
import { z } from 'zod';
import { readEmailAddress } from '#domain/email-address.ts';
import type { LinkPurpose } from '#domain/magic-links.ts';
import { magicLinks } from '#domain/magic-links.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { ThrottleClass } from '#domain/throttle.ts';
import { record } from '#db/audit.ts';
import { Form, TextField } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';
import { hashSecret } from '#services/random.ts';
import type { Context } from './context.ts';
import type { PageRequest, Route, View } from './route.ts';
import { action, page } from './route.ts';
import { spend } from './throttle.ts';

/** Somebody a new link may be sent to. */
export interface Reachable {
  /** What the link opens. */
  subject: string;
  organisation: string;
  recipient: string;
}

export interface Repair {
  purpose: LinkPurpose;
  /** "le poste", "la candidature". */
  opens: string;
  subjectType: string;
  /** Code of the journal. */
  asked: string;
  /** Whatever the age of the link; as the gate. */
  ofToken(ctx: Context, tokenHash: string): Promise<Reachable[]>;
  /** By the address that was written to; as the gate. */
  ofAddress(ctx: Context, email: string): Promise<Reachable[]>;
  post(ctx: Context, reachable: Reachable): Promise<void>;
}

const title = 'Recevoir un nouveau lien';
const tokenInput = z.object({ token: z.string().max(200) });
const contactInput = z.object({ contact: z.string().max(200).default('') });

/** Before the page of the link, whose pattern would take their place. */
export function repairRoutes(repair: Repair): Route[] {
  const gate = { permission: 'sign-in.enter', as: 'gate' } as const;
  const path = `${magicLinks[repair.purpose].path}/nouveau-lien`;
  const afterwards = () => ({ to: `${path}?envoye=1` });
  return [
    page({ ...gate, path, view: (request) => drawAsk(request, path) }),
    action({
      ...gate,
      path,
      once: false,
      input: contactInput,
      story: (ctx, input) => askLink(ctx, repair, input),
      afterwards,
      page: (request) => drawAsk(request, path),
    }),
    page({
      ...gate,
      path: `${path}/:token`,
      throttle: 'search',
      view: (request) => drawRepair(request, { path, repair }),
    }),
    action({
      ...gate,
      path: `${path}/:token`,
      once: false,
      input: tokenInput,
      story: (ctx, input) => repairLink(ctx, repair, input),
      afterwards,
      page: (request) => drawRepair(request, { path, repair }),
    }),
  ];
}

async function repairLink(ctx: Context, repair: Repair, { token }: { token: string }): Promise<Result<null>> {
  const wait = await counted(ctx, `${repair.purpose}-link:${token}`);
  if (wait !== null) return wait;
  await reach(ctx, repair, await repair.ofToken(ctx, hashSecret(token)));
  return done(null);
}

async function askLink(ctx: Context, repair: Repair, { contact }: { contact: string }): Promise<Result<null>> {
  if (contact.trim() === '') return refuse('contact-to-type', { field: 'contact' });
  const wait = await counted(ctx, `${repair.purpose}-contact:${contact.trim().toLowerCase()}`);
  if (wait !== null) return wait;
  const email = readEmailAddress(contact.trim());
  if (email.ok) await reach(ctx, repair, await repair.ofAddress(ctx, email.value.toLowerCase()));
  return done(null);
}

async function reach(ctx: Context, repair: Repair, found: readonly Reachable[]): Promise<void> {
  for (const reachable of found) {
    // Silent: a wait that shows only for those who are known would tell who is known.
    const holder = `${repair.purpose}-link:${reachable.subject}`;
    if ((await spend(ctx.db, { throttle: 'reset', holder, now: ctx.now })) > 0) continue;
    await repair.post(ctx, reachable);
    await record(ctx, {
      action: repair.asked,
      subjectType: repair.subjectType,
      subjectId: reachable.subject,
      organisation: reachable.organisation,
    });
  }
}

async function counted(ctx: Context, asked: string): Promise<Refusal | null> {
  const tries: { throttle: ThrottleClass; holder: string }[] = [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'reset', holder: asked },
  ];
  for (const each of tries) {
    const seconds = await spend(ctx.db, { ...each, now: ctx.now });
    if (seconds > 0) return { ...refuse('too-many-tries-wait', { details: { seconds } }), keep: true };
  }
  return null;
}

async function drawRepair(request: PageRequest, { path, repair }: { path: string; repair: Repair }): Promise<View> {
  const token = request.params['token'] ?? '';
  const body = (
    <>
      <h1>{title}</h1>
      <Alert tone="attention">{`Ce lien n’ouvre plus ${repair.opens}\u00A0: il a expiré, ou il n’est pas complet.`}</Alert>
      <p>Un nouveau lien part vers l’adresse déjà connue. Rien n’est perdu.</p>
      <Form
        action={`${path}/${encodeURIComponent(token)}`}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer un nouveau lien"
        submitIcon="send"
        blocked="l’envoi"
      />
      <p>
        {'Il n’arrive pas\u00A0? '}
        <a href={path}>Retrouver mon lien autrement</a>
      </p>
    </>
  );
  return { title, body, width: 'narrow', status: 410 };
}

async function drawAsk(request: PageRequest, path: string): Promise<View> {
  if (request.query.get('envoye') === '1' && !request.typed) return sentView(path);
  const body = (
    <>
      <h1>{title}</h1>
      <Form
        action={path}
        formKey={request.key()}
        state={request.form}
        submit="Envoyer un nouveau lien"
        submitIcon="send"
        blocked="l’envoi"
      >
        <TextField
          name="contact"
          label="Adresse électronique"
          help="Celle qui a reçu le premier lien, par exemple prenom.nom@exemple.fr."
          autocomplete="email"
          state={request.form}
        />
      </Form>
    </>
  );
  return { title, body, width: 'narrow' };
}

function sentView(path: string): View {
  const sent = 'Regardez vos courriels';
  const body = (
    <>
      <h1>{sent}</h1>
      <Alert tone="done">Si cette adresse nous est connue à ce titre, un nouveau lien vient de partir vers elle.</Alert>
      <p>{'Rien dans dix minutes\u00A0? Regardez dans les indésirables, puis appelez votre facilitateur.'}</p>
      <p>
        <a href={path}>Recommencer</a>
      </p>
    </>
  );
  return { title: sent, body, width: 'narrow' };
}
