/** A stop that only the operator can lift: its message is one French sentence to print alone, without a stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** PostgreSQL's five-character code of an error, or Node's system code, or nothing. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
