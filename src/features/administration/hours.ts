import type { Channel } from '#journey/appointment-wish.ts';
import type { LocationId, SeatId } from '#journey/ids.ts';
import { addDays, type LocalDate, type Weekday } from '#journey/local-time.ts';
import { holdsOn, type WeeklyStretch } from './fit.ts';

/** What opening can be for; the product books no chat. */
export const openChannels = ['video', 'phone', 'counter'] as const satisfies readonly Channel[];
export type OpenChannel = (typeof openChannels)[number];

/** A stretch of opening of one channel of a team. */
export type Hours = WeeklyStretch & {
  readonly channel: Channel;
  /** Only of the counter; null is every building. */
  readonly locationId: LocationId | null;
  /** The only seats that are open then; none is all of the team's. */
  readonly seatIds: readonly SeatId[];
};
export type StoredHours = Hours & { readonly id: string };

/** For which dates an edit is meant: every week from a date, that one date, or as the stretch itself holds. */
export type EditScope =
  | { readonly kind: 'asItIs' }
  | { readonly kind: 'from'; readonly date: LocalDate }
  | { readonly kind: 'only'; readonly date: LocalDate };

export type HoursEdit = {
  readonly scope: EditScope;
  readonly weekday: Weekday;
  /** What stands in place of the old stretch: one per channel; none takes it away. */
  readonly wanted: readonly Pick<
    Hours,
    'channel' | 'locationId' | 'seatIds' | 'fromMinute' | 'untilMinute'
  >[];
};

/** What must be written for an edit: rows that go, and rows that come. */
export type HoursPlan = { readonly remove: readonly string[]; readonly add: readonly Hours[] };

/**
 * Plans an edit of a stretch, or of none for a new one. A change from a date on leaves the weeks before it as they were; a change of one
 * date leaves the weeks before and after it. So what was true of the past stays true.
 */
export function planHours(old: StoredHours | null, { scope, weekday, wanted }: HoursEdit): HoursPlan {
  const valid = validityOf(old, scope);
  const add = wanted.map((stretch) => ({ ...stretch, weekday, ...valid }));
  if (old === null) return { remove: [], add };
  return { remove: [old.id], add: [...remainders(old, scope), ...add] };
}

function validityOf(old: StoredHours | null, scope: EditScope): Pick<Hours, 'validFrom' | 'validUntil'> {
  if (scope.kind === 'only') return { validFrom: scope.date, validUntil: scope.date };
  if (scope.kind === 'asItIs')
    return { validFrom: old?.validFrom ?? null, validUntil: old?.validUntil ?? null };
  // A stretch that was for one date only, made weekly, goes on without end.
  const wasOneDate = old !== null && old.validFrom !== null && old.validFrom === old.validUntil;
  return { validFrom: scope.date, validUntil: wasOneDate ? null : (old?.validUntil ?? null) };
}

/** What of the old stretch goes on to hold. */
function remainders({ id: _id, ...old }: StoredHours, scope: EditScope): Hours[] {
  if (scope.kind === 'asItIs') return [];
  const before = { ...old, validUntil: addDays(scope.date, -1) };
  const after = { ...old, validFrom: addDays(scope.date, 1) };
  const parts = scope.kind === 'from' ? [before] : [before, after];
  return parts.filter((part) => hasWeekday(part));
}

/** Whether the weekday comes at least once between the two dates. */
function hasWeekday({ validFrom, validUntil }: Hours): boolean {
  return validFrom === null || validUntil === null || validFrom <= validUntil;
}

/** The first two stretches of one channel at one place that hold at the same time; null when there are none. */
export function findOverlap(hours: readonly Hours[]): { readonly one: Hours; readonly other: Hours } | null {
  for (const [index, one] of hours.entries()) {
    const other = hours.slice(index + 1).find((candidate) => overlap(one, candidate));
    if (other !== undefined) return { one, other };
  }
  return null;
}

function overlap(one: Hours, other: Hours): boolean {
  return (
    one.channel === other.channel &&
    one.locationId === other.locationId &&
    one.weekday === other.weekday &&
    one.fromMinute < other.untilMinute &&
    other.fromMinute < one.untilMinute &&
    (one.validFrom ?? '') <= (other.validUntil ?? '9999') &&
    (other.validFrom ?? '') <= (one.validUntil ?? '9999')
  );
}

/** The stretches of a usual week: those that hold without end. */
export function usualWeek<H extends Hours>(hours: readonly H[]): H[] {
  return hours.filter(({ validUntil }) => validUntil === null);
}

/** The stretches that hold on a date. */
export function hoursOn<H extends Hours>(hours: readonly H[], date: LocalDate, weekday: number): H[] {
  return hours.filter((stretch) => stretch.weekday === weekday && holdsOn(stretch, date));
}

/** For how many minutes anything at all is open. */
export function openMinutes(hours: readonly Hours[]): number {
  let total = 0;
  let reached = 0;
  for (const { fromMinute, untilMinute } of [...hours].sort((a, b) => a.fromMinute - b.fromMinute)) {
    total += Math.max(0, untilMinute - Math.max(fromMinute, reached));
    reached = Math.max(reached, untilMinute);
  }
  return total;
}
