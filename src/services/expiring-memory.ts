/** Remembers answers for a while, in a bounded space: the oldest leave first. */
import type { Clock } from './clock.ts';

export type ExpiringMemory<Value> = {
  recall(key: string): Value | undefined;
  remember(key: string, value: Value): void;
};

export function createExpiringMemory<Value>(options: {
  clock: Clock;
  days: number;
  maximum: number;
}): ExpiringMemory<Value> {
  const kept = new Map<string, { value: Value; until: number }>();
  return {
    recall(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      if (options.clock.now().getTime() < found.until) return found.value;
      kept.delete(key);
      return undefined;
    },
    remember(key, value) {
      kept.delete(key);
      kept.set(key, { value, until: options.clock.now().getTime() + options.days * 86_400_000 });
      const [oldest] = kept.keys();
      if (kept.size > options.maximum && oldest !== undefined) kept.delete(oldest);
    },
  };
}
