/** One member: her role, her last day, and what an administrator may do; when somebody saved meanwhile, both versions. */
import { formatShortDay } from '#domain/day.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { isPosition, positions } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { lastWriter } from '#db/audit.ts';
import { Form } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import {
  ActionButton,
  Alert,
  ButtonLink,
  Card,
  ConflictView,
  DateText,
  DefinitionList,
  PageHeading,
} from '#ui/parts.tsx';
import { LastDayField, membersTrail, PlaceFields } from './invite-page.tsx';
import { provenAccounts } from './list-query.ts';
import { State } from './list-page.tsx';
import type { MemberRow } from './queries.ts';
import { findMember } from './queries.ts';

export async function drawMember(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const { actor } = ctx;
  if (actor.kind !== 'member') return null;
  const member = await findMember(ctx, request.params['id'] ?? '');
  if (member === null) return null;
  const own = member.accountId === actor.account;
  const proven = (await provenAccounts(ctx, [member.accountId])).has(member.accountId);
  const form = placeFormOf(request, member);
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading title={member.name} breadcrumb={membersTrail} status={<State row={member} />} />
      {(own || !form.sent) && request.form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      <Card title="Compte">
        <DefinitionList
          items={[
            { term: 'Adresse', value: member.email },
            { term: 'Double authentification', value: proven ? 'Oui' : 'Non' },
            {
              term: 'Dernière connexion',
              value: member.lastSignInAt ? <DateText date={member.lastSignInAt} /> : 'Jamais',
            },
            ...(member.status === 'suspended'
              ? [{ term: 'Motif de la suspension', value: member.suspendedReason }]
              : []),
          ]}
        />
      </Card>
      {own && <Alert tone="info">C’est vous. Un autre administrateur peut changer votre rôle.</Alert>}
      {conflict && (
        <Conflict
          request={request}
          member={member}
          writer={await lastWriter(ctx, { subjectType: 'membership', subjectId: member.id })}
        />
      )}
      {!own && !conflict && <PlaceForm request={request} member={member} kind={actor.organisationKind} form={form} />}
      {!own && !conflict && <Doings request={request} member={member} />}
    </>
  );
  return { title: 'Un membre', body, width: 'form' };
}

interface PlaceState {
  /** This form was just sent and refused; another one of the page leaves it as it is. */
  sent: boolean;
  state: FormState;
  version: string;
}

function placeFormOf({ typed, form }: PageRequest, member: MemberRow): PlaceState {
  const { version } = form.values;
  if (!typed || version === undefined) {
    return { sent: false, state: { values: valuesOf(member), errors: [] }, version: String(member.version) };
  }
  return { sent: true, state: form, version: String(version) };
}

function PlaceForm(props: { request: PageRequest; member: MemberRow; kind: OrganisationKind; form: PlaceState }) {
  const { request, member, kind, form } = props;
  const { state, version } = form;
  return (
    <Form
      action={`/organisation/membres/${member.id}`}
      formKey={request.key()}
      version={version}
      state={state}
      submit="Enregistrer"
      cancel={{ href: '/organisation/membres', label: 'Annuler' }}
    >
      <PlaceFields kind={kind} state={state} />
      <LastDayField state={state} />
    </Form>
  );
}

function Doings({ request, member }: { request: PageRequest; member: MemberRow }) {
  const path = `/organisation/membres/${member.id}`;
  return (
    <Card title="Accès">
      <div class="row">
        {member.suspendedAt === null ? (
          <ButtonLink href={`${path}/suspendre`} kind="danger" icon="ban">
            Suspendre
          </ButtonLink>
        ) : (
          <ActionButton action={`${path}/retablir`} formKey={request.key()} icon="undo-2">
            Rétablir
          </ActionButton>
        )}
        <ButtonLink href={`/organisation/decisions/double-authentification/${member.id}`} icon="shield-check">
          Demander une nouvelle double authentification
        </ButtonLink>
      </div>
      <p class="soft">Pour un téléphone perdu. La demande est décidée par un autre administrateur.</p>
    </Card>
  );
}

const labels = { position: 'Rôle', administers: 'Administre', validUntil: 'Dernier jour d’accès' };

function Conflict({
  request,
  member,
  writer,
}: {
  request: PageRequest;
  member: MemberRow;
  writer: { name: string; at: Date };
}) {
  const current: Record<string, string | undefined> = valuesOf(member);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      yours: shownValue(name, String(mine[name] ?? '')),
      theirs: shownValue(name, current[name] ?? ''),
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  const path = `/organisation/membres/${member.id}`;
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={path}
      formKey={request.key()}
      version={member.version}
      values={mine}
      takeHref={path}
    />
  );
}

function shownValue(name: string, value: string): string {
  if (name === 'position' && isPosition(value)) return positions[value].label;
  if (name === 'administers') return value === 'oui' ? 'Oui' : 'Non';
  return name === 'validUntil' && /^\d{4}-\d\d-\d\d$/u.test(value) ? formatShortDay(value) : value;
}

/** A box that is not ticked has no value. */
function valuesOf({ position, administers, validUntil }: MemberRow) {
  return { position, ...(administers && { administers: 'oui' }), validUntil: validUntil ?? '' };
}
