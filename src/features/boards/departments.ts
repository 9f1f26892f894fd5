/** Names of the departments, as the map of the house knows them. */
import geometry from '#ui/charts/departments.json' with { type: 'json' };

const names = new Map(geometry.departments.map(({ code, name }) => [code, name]));

export const departments = geometry.departments.map(({ code, name }) => ({ code, name }));

export function departmentName(code: string): string | undefined {
  return names.get(code);
}

/** "44 Loire-Atlantique", or the code alone when the map does not know it. */
export function departmentLabel(code: string): string {
  return [code, names.get(code) ?? ''].filter(Boolean).join(' ');
}
