/** What this feature asks of the one that counts hours; the two are joined by the route table. */
import type { Result } from '#domain/result.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import type { Context } from '#http/context.ts';

/** A lot, a whole market, or every lot the structure leads on. */
export interface RecountScope {
  market: string | null;
  lot: string | null;
}

export interface RecountPreview {
  validated: number;
  submitted: number;
  partial: boolean;
}

export interface Recounting {
  preview(ctx: Context, asked: { scope: RecountScope; change: SettingRow }): Promise<RecountPreview>;
  outdated(ctx: Context, asked: { scope: RecountScope; code: string }): Promise<number>;
  recount(ctx: Context, asked: { scope: RecountScope; code: string }): Promise<Result<{ lines: number }>>;
}
