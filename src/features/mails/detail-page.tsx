/** One letter: where it stands, why it did not leave, and its text when it was kept here. */
import { withoutSecrets } from '#domain/magic-links.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, Card, DateText, DefinitionList, PageHeading, Status } from '#ui/parts.tsx';
import { titleOf } from './catalogue.ts';
import { mailStates } from './list-query.ts';
import type { MailRow } from './list.ts';
import { findMail } from './list.ts';
import { problemSentence } from './problems.ts';

export async function drawMail({ ctx, params, form, key }: PageRequest): Promise<View | null> {
  const mail = await findMail(ctx, { id: params['id'] ?? '' });
  if (mail === null) return null;
  const state = mailStates[mail.status];
  const body = (
    <>
      <PageHeading
        title={mail.subject || titleOf(mail.template)}
        breadcrumb={[{ href: '/organisation/courriels', label: 'Courriels' }]}
        status={<Status tone={state.tone} label={state.label} />}
      />
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {mail.lastProblem !== '' && (
        <Alert tone={mail.status === 'failed' ? 'problem' : 'attention'}>{problemSentence(mail.lastProblem)}</Alert>
      )}
      <DefinitionList items={details(mail)} />
      {mail.status === 'failed' && (
        <ActionButton action={`/organisation/courriels/${mail.id}/renvoyer`} formKey={key()} kind="primary">
          Renvoyer
        </ActionButton>
      )}
      {mail.keptBody !== null && (
        <Card title="Texte du courriel">
          {paragraphs(ctx.house.demo ? mail.keptBody : withoutSecrets(mail.keptBody)).map((lines) => (
            <p>{withLinks(lines)}</p>
          ))}
        </Card>
      )}
      {mail.status === 'sent' && <p class="soft">Le texte n’est pas conservé une fois le courriel parti.</p>}
    </>
  );
  return { title: 'Courriel', body, width: 'form' };
}

function details(mail: MailRow) {
  const waits = mail.status === 'waiting' || mail.status === 'sending';
  return [
    { term: 'Destinataire', value: mail.recipient },
    { term: 'Demandé le', value: <DateText date={mail.createdAt} style="instant" /> },
    ...(mail.sentAt === null
      ? []
      : [
          {
            term: mail.status === 'kept' ? 'Gardé le' : 'Envoyé le',
            value: <DateText date={mail.sentAt} style="instant" />,
          },
        ]),
    ...(waits ? [{ term: 'Prochain essai', value: <DateText date={mail.nextAttemptAt} style="instant" /> }] : []),
    { term: 'Essais', value: String(mail.attempts) },
  ];
}

function paragraphs(text: string): string[][] {
  return text.split('\n\n').map((paragraph) => paragraph.split('\n'));
}

function withLinks(lines: readonly string[]) {
  return lines.map((line, place) => (
    <>
      {place > 0 && <br />}
      {/^https?:\/\/\S+$/u.test(line) && !line.endsWith('…') ? <a href={line}>{line}</a> : line}
    </>
  ));
}
