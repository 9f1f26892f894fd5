/** The mark of a code: without the secret of the instance nobody finds the code back, though it is short. */
import type { House } from '#http/house.ts';
import { hashSecret } from '#services/random.ts';

export function codeMark({ sealer }: Pick<House, 'sealer'>, code: string): string {
  return hashSecret(sealer.sign({ value: code, context: 'person access code' }));
}
