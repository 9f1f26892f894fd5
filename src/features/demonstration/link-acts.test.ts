/** Each link of the demonstration has its history, on each side that holds it, in the order things happened. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeRows } from './exchanges.ts';
import { journalRows } from './journal.ts';

test('every link tells that it was proposed, and accepted when it was, to both sides', () => {
  const now = new Date('2026-11-21T09:00:00Z');
  const { links } = exchangeRows(now);
  const rows = journalRows(now, links).map(({ organisation_id: organisation, account_id: account, entry }) => ({
    organisation,
    account,
    ...(JSON.parse(String(entry)) as { action: string; subjectId: string; subjectType: string }),
  }));
  for (const link of links) {
    const of = rows.filter(({ subjectId }) => subjectId === link['id']);
    const told = (organisation: unknown) =>
      of.filter((row) => row.organisation === organisation).map(({ action }) => action);
    const [from, to] = [link['from_organisation_id'], link['to_organisation_id']];
    const after = link['revoked_at'] === null ? [] : ['link.revoked'];
    assert.ok(of.every(({ subjectType }) => subjectType === 'exchange-link'));
    assert.deepEqual(told(from), to === null ? ['link.created'] : ['link.created', 'link.accepted', ...after]);
    assert.deepEqual(told(to), to === null ? [] : ['link.accepted', ...after]);
    assert.equal(of.find(({ organisation }) => organisation === from)?.account, link['created_by']);
    const accepting = of.find(({ organisation, action }) => organisation === to && action === 'link.accepted');
    assert.equal(accepting?.account ?? null, link['accepted_by']);
  }
});
