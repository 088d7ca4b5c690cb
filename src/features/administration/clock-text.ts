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

/** A stretch of a day, in minutes since midnight. */
export type MinuteRange = { readonly fromMinute: number; readonly untilMinute: number };

/** Why stretches of a day cannot be read: they are written in another way, or two are at the same time. */
export type RangesProblem = 'rangesWrong' | 'rangesOverlap';

/** Reads stretches of a day as people write them: `9.00-12.00, 13.00-16.30`, in order. Nothing is none; null for what is none, or overlaps. */
export function parseClockRanges(written: string): MinuteRange[] | null {
  const read = readClockRanges(written);
  return typeof read === 'string' ? null : read;
}

/** The same, with why not. */
export function readClockRanges(written: string): MinuteRange[] | RangesProblem {
  const parts = written
    .split(/[,;]|\ben\b|\bet\b|\band\b|\bund\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ranges = parts.flatMap((part) => {
    const [from, until, ...more] = part.split(/[-–]/).map(parseClock);
    return from == null || until == null || more.length > 0 || from >= until
      ? []
      : [{ fromMinute: from, untilMinute: until }];
  });
  const sorted = ranges.sort((a, b) => a.fromMinute - b.fromMinute);
  const overlaps = sorted.some(
    (range, index) => index > 0 && range.fromMinute < (sorted[index - 1] as MinuteRange).untilMinute,
  );
  if (ranges.length < parts.length) return 'rangesWrong';
  return overlaps ? 'rangesOverlap' : sorted;
}

/** Stretches of a day for a field: what `parseClockRanges` reads. */
export function writeClockRanges(ranges: readonly MinuteRange[]): string {
  return ranges
    .map(({ fromMinute, untilMinute }) => `${writeClock(fromMinute)}-${writeClock(untilMinute)}`)
    .join(', ');
}
