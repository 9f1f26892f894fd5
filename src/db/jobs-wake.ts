/** Calls that arrive while the work goes on are answered by one more turn, however many they are. */

export interface WakeUp {
  wake(): void;
  /** Starts no turn any more and waits for the one under way. */
  stop(): Promise<void>;
}

export function createWakeUp(work: () => Promise<void>, onTrouble: (error: unknown) => void): WakeUp {
  let turn: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function turns(): Promise<void> {
    again = false;
    await work().catch(onTrouble);
    if (again && !stopped) return turns();
    turn = null;
  }

  return {
    wake() {
      if (stopped) return;
      if (turn === null) turn = turns();
      else again = true;
    },
    async stop() {
      stopped = true;
      await turn;
    },
  };
}
