/** What a story or a rule answers: a value, or one refusal that somebody can correct. */

export type RefusalDetails = Record<string, string | number>;

export interface Done<Value> {
  ok: true;
  value: Value;
}

export interface Refusal<Because extends string = string> {
  ok: false;
  because: Because;
  field?: string;
  details?: RefusalDetails;
  /** Further reasons found at the same time, so that all can be corrected in one go. */
  others?: readonly Refusal[];
  /** What the story wrote before refusing stays, such as the count of a failed try. */
  keep?: true;
}

export type Result<Value, Because extends string = string> = Done<Value> | Refusal<Because>;

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

/** An undefined field or detail leaves no key behind, so a refusal compares and serialises the same way. */
export function refuse<Because extends string>(
  because: Because,
  more: { field?: string | undefined; details?: RefusalDetails | undefined } = {},
): Refusal<Because> {
  const refused: Refusal<Because> = { ok: false, because };
  if (more.field !== undefined) refused.field = more.field;
  if (more.details !== undefined) refused.details = more.details;
  return refused;
}
