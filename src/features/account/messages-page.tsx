/** The history of messages shown after each deed, with the undo buttons still open. */
import { organisationOf } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Card, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { StatusTone } from '#ui/parts.tsx';
import { AccountTabs } from './account-tabs.tsx';
import type { NoticeRow } from './security-queries.ts';
import { listNotices } from './security-queries.ts';

const tones: Record<NoticeRow['tone'], { tone: StatusTone; label: string }> = {
  done: { tone: 'ok', label: 'Fait' },
  info: { tone: 'neutral', label: 'À savoir' },
  problem: { tone: 'problem', label: 'Problème' },
};

export async function drawMessages(request: PageRequest): Promise<View> {
  const { ctx } = request;
  const notices = await listNotices(ctx, organisationOf(ctx.actor));
  const body = (
    <>
      <PageHeading
        title="Messages"
        lead="Ce qui vous a été dit après chaque action. Une action réversible s’annule ici pendant un jour."
      />
      <AccountTabs current="/messages" />
      {notices.length === 0 ? (
        <EmptyState title="Aucun message encore.">Vos prochaines actions laisseront ici leur trace.</EmptyState>
      ) : (
        <Card title="Les plus récents d’abord">
          <ul>
            {notices.map((notice) => (
              <li>
                <Line notice={notice} request={request} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
  return { title: 'Messages', body };
}

function Line({ notice, request }: { notice: NoticeRow; request: PageRequest }) {
  const { tone, message, createdAt, undoAction } = notice;
  return (
    <div class="row">
      <Status {...tones[tone]} />
      <span>
        {message}{' '}
        <span class="soft">
          <DateText date={createdAt} style="instant" />
        </span>
      </span>
      {undoAction !== null && (
        <ActionButton action={undoAction} formKey={request.key()} size="small" icon="undo-2" about={` : ${message}`}>
          Annuler
        </ActionButton>
      )}
    </div>
  );
}
