/** What became of a proposal, newest first: the return that the referent is owed. */
import { feedbackSentence } from '#domain/referral-feedback.ts';
import { reasonLabel } from '#domain/referral-reasons.ts';
import { Card, Timeline } from '#ui/parts.tsx';
import type { News } from './own-queries.ts';

export function NewsCard({ news, sentOn }: { news: readonly News[]; sentOn: Date }) {
  return (
    <Card title="Ce qu’elle devient">
      <Timeline
        items={[
          ...news.map(({ what, reason, at }) => ({
            at,
            who: 'Structure de facilitation',
            what: `${feedbackSentence(what)}.`,
            why: reasonLabel(reason),
          })),
          { at: sentOn, who: 'Prescripteur', what: 'Proposition envoyée.' },
        ]}
      />
    </Card>
  );
}
