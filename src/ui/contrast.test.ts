/** The colours keep their contrast in both modes; a token changed without care fails here. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = readFileSync(new URL('css/tokens.css', import.meta.url), 'utf8');
const modes = ['light', 'dark'] as const;

const pairs: [text: string, ground: string, needed: number][] = [
  ...['--paper', '--sheet', '--hollow', '--brand-wash', '--attention-wash', '--problem-wash', '--ok-wash'].map(
    (ground): [string, string, number] => ['--text', ground, 7],
  ),
  ...['--paper', '--sheet', '--hollow', '--brand-wash'].map((ground): [string, string, number] => [
    '--text-soft',
    ground,
    4.5,
  ]),
  ...['--paper', '--sheet', '--hollow', '--brand-wash', '--attention-wash'].map((ground): [string, string, number] => [
    '--brand',
    ground,
    4.5,
  ]),
  ['--brand-vivid', '--brand-wash', 4.5],
  ['--on-brand', '--brand', 4.5],
  ['--on-brand', '--brand-vivid', 4.5],
  ['--info', '--info-wash', 4.5],
  ['--text', '--info-wash', 7],
  ['--ok', '--ok-wash', 4.5],
  ['--attention', '--attention-wash', 4.5],
  ['--problem', '--problem-wash', 4.5],
  ['--problem', '--sheet', 4.5],
  ['--problem', '--paper', 4.5],
  ['--line-strong', '--sheet', 3],
  ['--line-strong', '--paper', 3],
  ['--brand', '--line', 3],
  ['--attention', '--line', 3],
  ['--mark', '--line', 3],
  ['--focus', '--sheet', 3],
  ['--focus', '--paper', 3],
  ['--focus', '--hollow', 3],
];

for (const mode of modes) {
  for (const [text, ground, needed] of pairs) {
    test(`${mode}: ${text} on ${ground} keeps ${needed}`, () => {
      const found = contrast(color(text, mode), color(ground, mode));
      assert.ok(found >= needed, `${found.toFixed(2)} is below ${needed}`);
    });
  }
}

test('the formula agrees with the known pairs', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#0f5257', '#ffffff').toFixed(2), '8.88');
});

test('what alerts and messages say never takes the colour of an organisation', () => {
  const rules = readFileSync(new URL('css/parts.css', import.meta.url), 'utf8').match(
    /\.(?:alert|message)[^{}]*\{[^}]*\}/gu,
  );
  assert.ok((rules ?? []).length > 10);
  for (const rule of rules ?? []) assert.doesNotMatch(rule, /--(?:on-)?brand/u);
});

function color(name: string, mode: (typeof modes)[number]): string {
  const match = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, 'u').exec(source);
  const found = match?.[mode === 'light' ? 1 : 2];
  assert.ok(found, `${name} is a colour of both modes`);
  return found;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(first: string, second: string): number {
  const [high = 0, low = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
