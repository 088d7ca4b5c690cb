import { Temporal } from 'temporal-polyfill';
import { toZonedDateTime } from '#journey/local-time.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type EpochMilliseconds, toEpoch } from '#journey/time.ts';

/** Why a text is not a moment that can be chosen. */
export type MomentError =
  /** Not written as a moment, or a date or time that no calendar has. */
  | 'not-a-date'
  /** The clock on the wall never shows it: it is skipped in spring, or the offset is not the zone's. */
  | 'does-not-exist'
  /** The clock shows it twice and the offset that tells which is missing. */
  | 'exists-twice'
  | 'past';

// In a query string that was typed by hand, "+" arrives as a space.
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?:([+\- ])(\d{2}:\d{2}))?$/;

/**
 * Reads a moment chosen in a form or an address: wall time in the zone, `2026-11-24T10:40`. In the hour that exists
 * twice the offset must say which passing is meant, `2026-10-25T02:30+01:00`; elsewhere it may, and must be right.
 * A moment equal to `now` is not past.
 */
export function parseMoment(
  text: string,
  zone: string,
  now: EpochMilliseconds,
): Result<EpochMilliseconds, { readonly code: MomentError }> {
  const [, wallText, sign, offsetDigits] = MOMENT.exec(text) ?? [];
  const wall = wallText === undefined ? undefined : readWallTime(wallText);
  if (wall === undefined) return fail({ code: 'not-a-date' });
  const passings = passingsOf(wall, zone);
  const offset = offsetDigits && `${sign === '-' ? '-' : '+'}${offsetDigits}`;
  const meant = offset ? passings.filter((passing) => passing.offset === offset) : passings;
  const [passing, second] = meant;
  if (passing === undefined) return fail({ code: 'does-not-exist' });
  if (second !== undefined) return fail({ code: 'exists-twice' });
  const at = toEpoch(passing);
  return at < now ? fail({ code: 'past' }) : succeed(at);
}

/** Writes a moment on a whole minute as `parseMoment` reads it: with the offset only where it is needed. */
export function writeMoment(at: EpochMilliseconds, zone: string): string {
  const moment = toZonedDateTime(at, zone);
  const twice = passingsOf(moment.toPlainDateTime(), zone).length > 1;
  return moment.toString({
    smallestUnit: 'minute',
    offset: twice ? 'auto' : 'never',
    timeZoneName: 'never',
  });
}

function readWallTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    return undefined;
  }
}

/** The moments at which the clock in the zone shows a time: one, none in a gap, two in a fold, in order. */
function passingsOf(wall: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime[] {
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!first.toPlainDateTime().equals(wall)) return [];
  return first.epochMilliseconds === last.epochMilliseconds ? [first] : [first, last];
}
