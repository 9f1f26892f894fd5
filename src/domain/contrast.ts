/** Colours people can read: the contrast of two colours, and the shades an accent takes in both themes. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** Source: WCAG 2.2, 1.4.3 (contrast of text, level AA), taken up by RGAA 4.1, criterion 3.2. */
export const leastContrast = 4.5;

export type AccentRefusal = 'accent-unreadable' | 'accent-contrast';

export interface Shades {
  brand: string;
  brandVivid: string;
  onBrand: string;
  brandWash: string;
}

/** Source: design.md, surfaces of the "papier et pétrole" theme on which the brand colour is written. */
const surfaces = {
  light: ['#ffffff', '#f7f6f3', '#f0efeb'],
  dark: ['#12181a', '#1a2224', '#20292b'],
} as const;
const white = '#ffffff';
const black = '#000000';
const ink = '#12181a';

/** "#0f5257" from what was typed; nothing typed is no accent. */
export function readAccent(typed: string): Result<string, AccentRefusal> {
  const text = typed.trim().toLowerCase().replace(/^#?/u, '#');
  if (text === '#') return done('');
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/u.exec(text);
  const colour =
    short === null
      ? text
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`;
  if (!isColour(colour)) return refuse('accent-unreadable');
  const ratio = contrast(colour, white);
  if (ratio >= leastContrast) return done(colour);
  return refuse('accent-contrast', { details: { ratio: frenchRatio(ratio) } });
}

/** Source: WCAG 2.2, definitions of contrast ratio and relative luminance. */
export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Darker or lighter by small steps until it reads on every surface of its theme; an accepted accent always gets there. */
export function accentShades(accent: string): { light: Shades; dark: Shades } {
  const lightWash = mixed(accent, white, 0.1);
  const light = readable(accent, { towards: black, on: [...surfaces.light, lightWash] });
  const darkWash = mixed(accent, '#1a2224', 0.22);
  const dark = readable(accent, { towards: white, on: [...surfaces.dark, darkWash] });
  return {
    light: { brand: light, brandVivid: mixed(black, light, 0.3), onBrand: white, brandWash: lightWash },
    dark: { brand: dark, brandVivid: mixed(white, dark, 0.35), onBrand: ink, brandWash: darkWash },
  };
}

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/u.test(text);
}

function readable(colour: string, { towards, on }: { towards: string; on: readonly string[] }): string {
  for (let step = 0; step < 50; step++) {
    const shade = mixed(towards, colour, step / 50);
    if (on.every((surface) => contrast(shade, surface) >= leastContrast)) return shade;
  }
  return towards;
}

/** So much of the first colour over the second. */
function mixed(over: string, under: string, share: number): string {
  const low = channels(under);
  const parts = channels(over).map((high, index) => Math.round(high * share + (low[index] ?? 0) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

/** Rounded down: a colour just short of the bound must not read as reaching it. */
function frenchRatio(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1).replace('.', ',');
}
