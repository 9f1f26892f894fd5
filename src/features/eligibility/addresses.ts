/** Addresses found by the State's geocoder: asked before the transaction opens, or while somebody types. */
import type { Located, LocatedAddress } from '#services/geocoder.ts';
import type { PageRequest, Preparing } from '#http/route.ts';
import type { ResidenceInput } from './place-input.ts';

/** What was chosen is asked again: what a form proposes is not what the geocoder said. */
export async function askAddress({ house, input }: Preparing<ResidenceInput>): Promise<Located | null> {
  if (input === null) return null;
  const typed = input.address === '' ? input['address-texte'] : input.address;
  return typed === '' ? null : house.geocoder.locate(typed);
}

export async function proposeAddresses({ ctx, query }: PageRequest): Promise<Response> {
  const typed = (query.get('q') ?? '').slice(0, 200);
  const found: Located = typed.isWellFormed()
    ? await ctx.house.geocoder.locate(typed)
    : { ok: false, because: 'address-unknown' };
  const options = found.ok ? found.addresses.map(({ label }) => ({ value: label, label })) : [];
  return Response.json({ options }, { headers: { 'cache-control': 'no-store' } });
}

export function chosenAddress(located: Located | null, label: string): LocatedAddress | null {
  return located?.ok ? (located.addresses.find((address) => address.label === label) ?? null) : null;
}
