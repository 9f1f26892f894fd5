/** What a form shows again after a refusal: the values as typed and one sentence per wrong field. */

export interface FieldError {
  field: string;
  text: string;
}

export interface FormState {
  values: Record<string, string | string[] | undefined>;
  errors: FieldError[];
}

export function valueOf(state: FormState, name: string): string {
  const value = state.values[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}

export function valuesOf(state: FormState, name: string): string[] {
  const value = state.values[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function errorOf(state: FormState, name: string): string | undefined {
  return state.errors.find((error) => error.field === name)?.text;
}
