/** Round steps for an axis, so that its numbers are easy to read. */

export interface Scale {
  top: number;
  steps: number[];
}

export function roundScale(highest: number, wanted = 3): Scale {
  if (!(highest > 0)) return { top: 1, steps: [0, 1] };
  const rough = highest / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => rough <= factor * power) ?? 10);
  const count = Math.ceil(highest / step);
  return { top: count * step, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
