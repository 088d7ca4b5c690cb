/** Reads a time of day as people write it: `9`, `9.30`, `09:30`, `9u30`, `9 h 30`. Minutes since midnight; 24.00 is its end. Null for what is none. */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2})(?:\s?[.:uh]\s?(\d{2})?)?$/i.exec(text.trim().replace(/\s*(uur|uhr)$/i, ''));
  if (match === null) return null;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= 1440 ? minute : null;
}

/** A time of day for a field or a block: `9.00`. */
export function writeClock(minute: number): string {
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;
}
