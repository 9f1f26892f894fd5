/** The three doors of the same declaration: a link by mail, an account of the company, and a facilitator in its place. */
import { organisationOf } from '#domain/actor.ts';
import type { Month } from '#domain/month.ts';
import { isMonth } from '#domain/month.ts';
import { listLinkParts } from '#db/link-lots.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest } from '#http/route.ts';
import type { DeclarantLot } from './declaration-queries.ts';
import { findDeclarantLot, findDeclaration, listDeclarantLots } from './declaration-queries.ts';

export type DoorKind = 'link' | 'account' | 'facilitator';

export interface DeclaringDoor {
  kind: DoorKind;
  lot: DeclarantLot;
  /** Path of its pages for this lot. */
  path: string;
  /** What each address and form of this door repeats. */
  repeats: Record<string, string>;
  /** The month that was named, if any. */
  asked: Month | null;
  /** When a link stops opening. */
  until: Date | null;
}

export interface DoorKey {
  kind: DoorKind;
  id?: string | undefined;
  company?: string | undefined;
  token?: string | undefined;
  /** Among the lots of a link, another than the one it was sent for. */
  lot?: string | undefined;
}

/** null: there is nothing behind it for this actor. */
export async function openDoor(ctx: Context, key: DoorKey): Promise<DeclaringDoor | null> {
  if (key.kind === 'link') return openLink(ctx, key);
  return key.kind === 'account' ? openAccount(ctx, key.id ?? '') : openPlace(ctx, key);
}

/** The same door as a page sees it: what was typed wins over the address. */
export async function doorOfPage(request: PageRequest, kind: DoorKind): Promise<DeclaringDoor | null> {
  const { ctx, params, query, form } = request;
  const named = (name: string) => firstOf(form.values[name]) ?? query.get(name) ?? undefined;
  const { token, id } = params;
  const door = await openDoor(ctx, { kind, token, id, company: named('entreprise'), lot: named('lot') });
  const month = named('mois');
  if (door === null || month === undefined) return door;
  return isMonth(month) ? { ...door, asked: month } : null;
}

export function addressOf({ path, repeats }: DeclaringDoor, month: Month, more: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ ...repeats, mois: month, ...more }).toString()}`;
}

async function openLink(ctx: Context, { token = '', lot }: DoorKey): Promise<DeclaringDoor | null> {
  const doors = await linkDoors(ctx, { token, lot });
  return doors[0] ?? null;
}

/** Every lot the link opens, the one it was sent for first; or the lot that is named. */
async function linkDoors(
  ctx: Context,
  { token, lot }: { token: string; lot?: string | undefined },
): Promise<DeclaringDoor[]> {
  const { actor } = ctx;
  if (actor.kind !== 'link' || actor.organisation === null) return [];
  const company = actor.organisation;
  const parts = await listLinkParts(ctx);
  const own = parts.find(({ named }) => named)?.lotId;
  const ids = new Set(parts.map(({ lotId }) => lotId).filter((id) => lot === undefined || id === lot));
  const lots = await listDeclarantLots(ctx, company, [...ids]);
  const path = `/declarer/${encodeURIComponent(token)}`;
  return [...ids].flatMap((id) => {
    const found = lots.find(({ lotId }) => lotId === id);
    const repeats: Record<string, string> = id === own ? {} : { lot: id };
    return found === undefined ? [] : [{ kind: 'link', lot: found, path, repeats, asked: null, until: actor.until }];
  });
}

/** The doors beside this one: other lots of the same link. */
export async function siblingDoors(ctx: Context, door: DeclaringDoor, token: string): Promise<DeclaringDoor[]> {
  if (door.kind !== 'link') return [];
  return (await linkDoors(ctx, { token })).filter(({ lot }) => lot.lotId !== door.lot.lotId);
}

/** By the number of a declaration, or by the lot's for a month nobody has opened yet. */
async function openAccount(ctx: Context, id: string): Promise<DeclaringDoor | null> {
  const company = organisationOf(ctx.actor);
  if (company === null) return null;
  const declaration = await findDeclaration(ctx, id);
  if (declaration !== null && declaration.companyId !== company) return null;
  const lot = await findDeclarantLot(ctx, { lot: declaration?.lotId ?? id, company });
  if (lot === null) return null;
  const path = `/declarations/${lot.lotId}`;
  return { kind: 'account', lot, path, repeats: {}, asked: declaration?.month ?? null, until: null };
}

async function openPlace(ctx: Context, { id = '', company = '' }: DoorKey): Promise<DeclaringDoor | null> {
  if (!/^[0-9a-f-]{36}$/u.test(company)) return null;
  const lot = await findDeclarantLot(ctx, { lot: id, company });
  if (lot === null) return null;
  return {
    kind: 'facilitator',
    lot,
    path: `/lots/${lot.lotId}/saisie`,
    repeats: { entreprise: company },
    asked: null,
    until: null,
  };
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
