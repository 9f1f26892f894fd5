/** Reads the list of agreements a page at a time. */
import { sql } from 'kysely';
import type { SignatureDecision } from '#domain/agreement.ts';
import { isDay, parisDay } from '#domain/day.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import type { Context } from '#http/context.ts';
import type { AgreementRow } from './queries.ts';
import { agreementColumns } from './queries.ts';

export const agreementTabs = ['en-vigueur', 'a-signer', 'termines'] as const;
export type AgreementTab = (typeof agreementTabs)[number];
export const agreementsPerPage = 50;

export interface ListedAgreement extends AgreementRow {
  lots: number;
  decisions: SignatureDecision[];
  /** The reader's own organisation has still to answer. */
  mine: boolean;
}

export function listAgreements(
  { db, now }: Context,
  { tab, lot, market, ...query }: { tab: AgreementTab; lot: string | null; market: string | null } & KeysetQuery,
): Promise<KeysetPage<ListedAgreement>> {
  const today = parisDay(now);
  let rows = db
    .selectFrom('globalisation')
    .select(agreementColumns)
    .select((row) => [
      sql<number>`(select count(*)::int from globalisation_lot l where l.globalisation_id = globalisation.id)`.as(
        'lots',
      ),
      sql<SignatureDecision[]>`array(select s.decision from globalisation_signature s
        where s.globalisation_id = globalisation.id)`.as('decisions'),
      row
        .exists(
          row
            .selectFrom('globalisationSignature')
            .select('decision')
            .whereRef('globalisationSignature.globalisationId', '=', 'globalisation.id')
            .where('globalisationSignature.decision', '=', 'waiting')
            .where(sql<boolean>`organisation_id = current_organisation()`),
        )
        .$castTo<boolean>()
        .as('mine'),
    ]);
  const last = sql<string>`coalesce(ended_on, until_day)`;
  if (tab === 'en-vigueur') {
    rows = rows.where('withdrawnAt', 'is', null).where('signedOn', 'is not', null).where(last, '>=', today);
  } else if (tab === 'a-signer') {
    rows = rows.where('withdrawnAt', 'is', null).where('signedOn', 'is', null);
  } else {
    rows = rows.where((where) =>
      where.or([
        where('withdrawnAt', 'is not', null),
        where.and([where('signedOn', 'is not', null), where(last, '<', today)]),
      ]),
    );
  }
  if (lot !== null) {
    rows = rows.where('id', 'in', (from) =>
      from.selectFrom('globalisationLot').select('globalisationId').where('lotId', '=', lot),
    );
  }
  if (market !== null) {
    rows = rows.where('id', 'in', (from) =>
      from.selectFrom('globalisationLot').select('globalisationId').where('marketId', '=', market),
    );
  }
  return keysetPage(rows, {
    ...query,
    by: 'untilDay',
    id: 'globalisation.id',
    placeOf: (row) => ({ id: row.id, value: row.untilDay }),
    holds: (value) => isDay(value) && value >= '1000',
  });
}
