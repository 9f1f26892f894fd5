/** The départements, as the map of the house knows them: the only measure of nearness, since communes have no coordinates here. */
import geometry from '#ui/charts/departments.json' with { type: 'json' };

const names = new Map(geometry.departments.map(({ code, name }) => [code, name]));

export const departmentOptions = geometry.departments.map(({ code, name }) => ({
  value: code,
  label: `${code} ${name}`,
}));

export function isDepartment(code: string): boolean {
  return names.has(code);
}

export function departmentName(code: string): string {
  const name = names.get(code);
  return name === undefined ? code : `${name} (${code})`;
}

export function departmentOfPostcode(postcode: string): string {
  const three = postcode.slice(0, 3);
  if (names.has(three)) return three;
  const corsica = postcode.startsWith('20') ? (Number(postcode.slice(0, 3)) >= 202 ? '2B' : '2A') : '';
  return corsica === '' ? postcode.slice(0, 2) : corsica;
}
