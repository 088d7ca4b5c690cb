/**
 * One quick thing, measured often: milliseconds with two decimals, by nearest rank. The best is what it costs when nothing else runs: on
 * a machine that is shared, the others say more about who shares it.
 */
export type Reading = {
  readonly bestMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly calls: number;
};

export function readingOf(milliseconds: readonly number[]): Reading {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;
  return {
    bestMs: round(sorted[0] ?? Number.NaN),
    medianMs: round(rank(0.5)),
    p99Ms: round(rank(0.99)),
    calls: sorted.length,
  };
}

/** How many times as long as something bare that was measured in turn with it: what stays when a machine is slow or busy. */
export function ratioOf(reading: Reading, bare: Reading): number {
  return Math.round((reading.medianMs / bare.medianMs) * 10) / 10;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

/** Measures several things in turn, round after round, so that what else the machine does meets all of them alike. */
export async function measureInTurn<Name extends string>(
  things: Readonly<Record<Name, () => unknown>>,
  { rounds, callsPerRound }: { readonly rounds: number; readonly callsPerRound: number },
): Promise<Record<Name, Reading>> {
  const names = Object.keys(things) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let call = -callsPerRound; call < rounds * callsPerRound; call += 1) {
    for (const name of names) {
      const startedAt = performance.now();
      await things[name]();
      // The round before the first warms plans, caches and the compiler.
      if (call >= 0) times[name].push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries(names.map((name) => [name, readingOf(times[name])])) as Record<Name, Reading>;
}
