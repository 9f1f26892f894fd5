/** The style sheet of an accent colour: made from the colour alone, so it tells nothing and is kept for a year. */
import { accentShades, readAccent } from '#domain/contrast.ts';
import type { PageRequest } from '#http/route.ts';

const names = {
  brand: '--brand',
  brandVivid: '--brand-vivid',
  onBrand: '--on-brand',
  brandWash: '--brand-wash',
} as const;

export async function answerAccentStyle({ query }: PageRequest): Promise<Response> {
  const accent = readAccent(query.get('v') ?? '');
  if (!accent.ok || accent.value === '')
    return new Response('', { status: 404, headers: { 'content-type': 'text/css; charset=utf-8' } });
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  };
  return new Response(accentStyle(accent.value), { headers });
}

export function accentStyle(accent: string): string {
  const { light, dark } = accentShades(accent);
  const lines = Object.entries(names).map(([shade, name]) => {
    const key = shade as keyof typeof names;
    return `${name}:light-dark(${light[key]},${dark[key]})`;
  });
  return `:root{${lines.join(';')}}`;
}
