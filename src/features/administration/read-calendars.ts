import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import {
  addMinutes,
  DAY_MILLISECONDS,
  type EpochMilliseconds,
  epochMilliseconds,
  type Interval,
} from '#journey/time.ts';
import type { CalendarFailure, CalendarSource } from '#ports/calendar-source.ts';
import type { Clock } from '#ports/clock.ts';
import { readBusyPeriods } from './busy-periods.ts';
import {
  claimDueCalendars,
  keepFailure,
  keepReading,
  keepUnchanged,
  type StoredCalendar,
} from './calendars.data.ts';

export type CalendarTools = { readonly clock: Clock; readonly calendarSource: CalendarSource };

/** How often a calendar is asked for. */
export const readEveryMinutes = 15;
/** As far ahead as any service can be booked. */
const daysAhead = 367;

type Place = { readonly id: OrganisationId; readonly timeZone: string };

/** Reads the calendars of an organisation's experts that are due. Gives how many could not be read. */
export async function readDueCalendars(tools: CalendarTools, { id, timeZone }: Place): Promise<number> {
  const now = epochMilliseconds(tools.clock.now());
  const due = await withOrganisation(id, (scope) =>
    claimDueCalendars(scope, now, addMinutes(now, readEveryMinutes)),
  );
  let failed = 0;
  for (const calendar of due) {
    const reading = await readCalendar(tools, calendar, timeZone);
    if (reading.kind === 'failed') failed += 1;
    await withOrganisation(id, async (scope) => {
      if (reading.kind === 'failed') return keepFailure(scope, calendar.id, reading.code);
      if (reading.kind === 'unchanged') return keepUnchanged(scope, calendar.id, now);
      return keepReading(scope, calendar, { ...reading, now });
    });
  }
  return failed;
}

export type Reading =
  | { readonly kind: 'read'; readonly busy: readonly Interval[]; readonly entityTag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: CalendarFailure };

/** Asks for one calendar and reads when its owner is busy, from yesterday to the end of what can be booked. */
export async function readCalendar(
  { clock, calendarSource }: CalendarTools,
  calendar: Pick<StoredCalendar, 'url' | 'entityTag' | 'lastReadAt'>,
  timeZone: string,
): Promise<Reading> {
  const now = epochMilliseconds(clock.now());
  const entityTag = isOfToday(calendar.lastReadAt, now) ? calendar.entityTag : null;
  const answer = await calendarSource.read({ url: calendar.url, entityTag });
  if (answer.kind !== 'read') return answer;
  const within = {
    startAt: epochMilliseconds(now - DAY_MILLISECONDS),
    endAt: epochMilliseconds(now + daysAhead * DAY_MILLISECONDS),
  };
  try {
    const busy = readBusyPeriods(answer.text, within, timeZone);
    return { kind: 'read', busy, entityTag: answer.entityTag };
  } catch {
    return { kind: 'failed', code: 'notACalendar' };
  }
}

/** Once a day all of it is read, though nothing changed: what repeats comes into reach day by day. */
function isOfToday(lastReadAt: EpochMilliseconds | null, now: EpochMilliseconds): boolean {
  const dayOf = (at: number) => Math.floor(at / DAY_MILLISECONDS);
  return lastReadAt !== null && dayOf(lastReadAt) === dayOf(now);
}
