/** What was set for one rule at one place: each value with its days, its source, who set it, and what may still be done. */
import { formatShortDay } from '#domain/day.ts';
import { organisationOf } from '#domain/actor.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import type { RuleValue } from '#domain/typed-rule.ts';
import { ruleSentence } from '#domain/rule-sentence.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, ButtonLink, Card, Timeline } from '#ui/parts.tsx';
import type { RulePlace } from './place.ts';

export function SettingsHistory({
  request,
  rows,
  code,
  place,
  authors,
  houses,
}: {
  request: PageRequest;
  rows: readonly SettingRow[];
  code: SettableCode;
  place: RulePlace;
  authors: Map<string, string>;
  houses: Map<string, string>;
}) {
  const own = organisationOf(request.ctx.actor);
  return (
    <Card title="Historique des réglages" aside={place.title}>
      {rows.length === 0 ? (
        <p class="soft">Rien n’a été réglé à ce niveau.</p>
      ) : (
        <Timeline
          items={rows.map((row) => ({
            at: row.createdAt,
            who: authors.get(row.createdBy ?? '') ?? houses.get(row.organisationId) ?? 'Une autre organisation',
            what: `${ruleSentence(code, row.value as RuleValue)}, ${daysOf(row)}`,
            detail: <p class="soft">{`Source\u00A0: ${row.source}`}</p>,
            undo: row.organisationId === own && place.writes ? <Changes request={request} row={row} /> : undefined,
          }))}
        />
      )}
    </Card>
  );
}

function daysOf({ fromDay, untilDay, withdrawnAt }: SettingRow): string {
  const days =
    untilDay === null
      ? `depuis le ${formatShortDay(fromDay)}`
      : `du ${formatShortDay(fromDay)} au ${formatShortDay(untilDay)}`;
  return withdrawnAt === null ? days : `${days} (retiré, sans effet)`;
}

function Changes({ request, row }: { request: PageRequest; row: SettingRow }) {
  const path = `/regles/${row.id}`;
  const about = `\u00A0: réglage du ${formatShortDay(row.fromDay)}`;
  if (row.withdrawnAt !== null) {
    return (
      <ActionButton action={`${path}/remettre`} formKey={request.key()} size="small" kind="quiet" about={about}>
        Remettre
      </ActionButton>
    );
  }
  return (
    <div class="row">
      {row.untilDay === null ? (
        <ButtonLink href={`${path}/terminer`} size="small" about={about}>
          Terminer
        </ButtonLink>
      ) : (
        <ActionButton action={`${path}/rouvrir`} formKey={request.key()} size="small" about={about}>
          Rouvrir
        </ActionButton>
      )}
      <ActionButton action={`${path}/retirer`} formKey={request.key()} size="small" kind="quiet" about={about}>
        Retirer
      </ActionButton>
    </div>
  );
}
