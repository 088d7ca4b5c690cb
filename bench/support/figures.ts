/** Median and 95th percentile in whole milliseconds, by nearest rank. */
export type Figures = { readonly medianMs: number; readonly p95Ms: number; readonly rounds: number };

export function figuresOf(milliseconds: readonly number[]): Figures {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;
  return {
    medianMs: Math.round(rank(0.5)),
    p95Ms: Math.round(rank(0.95)),
    rounds: sorted.length,
  };
}

/** Writes the result: a table for people, or JSON when asked for with --json. */
export function report(json: object, table: readonly Record<string, string | number>[]): void {
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(json)}\n`);
  else process.stdout.write(`\n${drawTable(table)}\n`);
}

/** What is going on, where it does not get into the JSON. */
export function say(words: string): void {
  process.stderr.write(`  ${words}\n`);
}

function drawTable(rows: readonly Record<string, string | number>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
