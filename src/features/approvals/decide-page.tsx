/** One request: what is asked, by whom, why; and, for another administrator, the decision. */
import { approvalLabels, approvalStanding } from '#domain/approval.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, RadioCards } from '#ui/form.tsx';
import { Alert, Card, DateText, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { approvalText } from './list-page.tsx';
import type { ShownApproval } from './queries.ts';
import { findApproval, findSubject } from './queries.ts';

const trail = [
  { href: '/organisation', label: 'Mon organisation' },
  { href: '/organisation/decisions', label: 'Décisions à deux' },
];

export async function drawDecision(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const { actor } = ctx;
  const approval = await findApproval(ctx, request.params['id'] ?? '');
  if (approval === null || actor.kind !== 'member') return null;
  const title = approvalLabels[approval.action];
  const subject = approval.action === 'second-factor-reset' ? await findSubject(ctx, approval.subjectId) : null;
  const open = approvalStanding(approval, ctx.now) === 'waiting';
  const barred = approval.requestedBy === actor.account || subject?.account === actor.account;
  const decides = open && !barred;
  const body = (
    <>
      <PageHeading title={approvalText(approval)} breadcrumb={trail} />
      {!decides && request.form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      <Card>
        <DefinitionList
          items={[
            { term: 'Demandée par', value: approval.requesterName },
            { term: 'Le', value: <DateText date={approval.requestedAt} style="instant" /> },
            { term: 'Motif', value: approval.reason },
            { term: 'À décider avant le', value: <DateText date={approval.expiresAt} style="instant" /> },
          ]}
        />
      </Card>
      {!open && <Alert tone="info">Cette demande n’attend plus de décision.</Alert>}
      {open && barred && (
        <Alert tone="info">
          Une autre personne doit décider : vous avez fait cette demande, ou elle vous concerne.
        </Alert>
      )}
      {decides && <DecisionForm request={request} approval={approval} />}
    </>
  );
  return { title, body, width: 'form' };
}

const effects = {
  'second-factor-reset': 'Les codes, les clés d’accès et les sessions de cette personne disparaissent.',
  'organisation-closing': 'Tout le monde est déconnecté, vous aussi. Seule l’exploitation de l’instance peut rouvrir.',
};

function DecisionForm({ request, approval }: { request: PageRequest; approval: ShownApproval }) {
  return (
    <Form
      action={`/organisation/decisions/${approval.id}`}
      formKey={request.key()}
      version={approval.version}
      state={request.form}
      submit="Décider"
      cancel={{ href: '/organisation/decisions', label: 'Annuler' }}
    >
      <RadioCards
        name="decision"
        label="Votre décision"
        state={request.form}
        options={[
          { value: 'approve', label: 'Accepter', detail: effects[approval.action] },
          {
            value: 'refuse',
            label: 'Refuser',
            detail: 'Rien ne change. La personne qui a demandé est prévenue.',
          },
        ]}
      />
    </Form>
  );
}
