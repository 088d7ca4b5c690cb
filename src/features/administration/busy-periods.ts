import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import {
  DAY_MILLISECONDS,
  epochMilliseconds,
  type Interval,
  mergeIntervals,
  toEpoch,
} from '#journey/time.ts';

/** Rules that repeat more often than this, all together, are no working calendar. */
const mostRepeats = 20_000;
/** A repetition that began longer before the stretch that is asked for is over: passed by without a closer look. */
const longestMilliseconds = 60 * DAY_MILLISECONDS;

/**
 * When a calendar says that its owner is not free (RFC 5545), within a stretch of time, in as few intervals as possible. What for is
 * never read. Events that are cancelled or transparent count as free; one of whole days lasts from midnight to midnight in the
 * organisation's zone; a wall time of no zone is one of the organisation's.
 * @throws Error when the text is no iCalendar
 */
export function readBusyPeriods(text: string, within: Interval, timeZone: string): Interval[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  if (calendar.name !== 'vcalendar') throw new Error('No VCALENDAR');
  const context = { within, timeZone, repeatsLeft: mostRepeats };
  const busy = [...readEvents(calendar, context), ...readFreeBusy(calendar)];
  const clipped = busy.map(({ startAt, endAt }) => ({
    startAt: epochMilliseconds(Math.max(startAt, within.startAt)),
    endAt: epochMilliseconds(Math.min(endAt, within.endAt)),
  }));
  return mergeIntervals(clipped.filter(({ startAt, endAt }) => startAt < endAt));
}

type Context = { readonly within: Interval; readonly timeZone: string; repeatsLeft: number };

function readEvents(calendar: ICAL.Component, context: Context): Interval[] {
  const components = calendar.getAllSubcomponents('vevent');
  const exceptions = components.filter((component) => component.hasProperty('recurrence-id'));
  const uidOf = (component: ICAL.Component) => component.getFirstPropertyValue('uid');
  return components.flatMap((component) => {
    if (!component.hasProperty('dtstart')) return [];
    // A changed occurrence is read with its series; one whose series is not there stands by itself.
    if (component.hasProperty('recurrence-id')) {
      const hasSeries = components.some(
        (each) => !each.hasProperty('recurrence-id') && uidOf(each) === uidOf(component),
      );
      return hasSeries || isFree(component) ? [] : readOnce(component, context);
    }
    const own = exceptions.filter((exception) => uidOf(exception) === uidOf(component));
    const event = new ICAL.Event(component, { exceptions: own, strictExceptions: true });
    if (event.isRecurring()) return readSeries(event, context);
    return isFree(component) ? [] : readOnce(component, context);
  });
}

function isFree(component: ICAL.Component): boolean {
  const says = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return says('status') === 'CANCELLED' || says('transp') === 'TRANSPARENT';
}

function readOnce(component: ICAL.Component, context: Context): Interval[] {
  const { startDate, endDate } = new ICAL.Event(component);
  return [toInterval(component, { startDate, endDate }, context)];
}

function readSeries(event: ICAL.Event, context: Context): Interval[] {
  const busy: Interval[] = [];
  const repeats = event.iterator();
  while (context.repeatsLeft > 0) {
    context.repeatsLeft -= 1;
    const next = repeats.next();
    if (next == null) break;
    const day = Date.UTC(next.year, next.month - 1, next.day);
    if (day < context.within.startAt - longestMilliseconds) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const regular = toMoment(next, zoneOf(event.component, 'dtstart'), context.timeZone);
    if (regular >= context.within.endAt) break;
    if (!isFree(item.component)) busy.push(toInterval(item.component, { startDate, endDate }, context));
  }
  return busy;
}

type Stretch = { readonly startDate: ICAL.Time; readonly endDate: ICAL.Time };

function toInterval(
  component: ICAL.Component,
  { startDate, endDate }: Stretch,
  { timeZone }: Context,
): Interval {
  const startZone = zoneOf(component, 'dtstart');
  const endZone = component.hasProperty('dtend') ? zoneOf(component, 'dtend') : startZone;
  return {
    startAt: toMoment(startDate, startZone, timeZone),
    endAt: toMoment(endDate, endZone, timeZone),
  };
}

/** The zone that a property names; null when it names none. */
function zoneOf(component: ICAL.Component, name: string): string | null {
  const zone = component.getFirstProperty(name)?.getFirstParameter('tzid');
  return zone === undefined || zone === '' ? null : zone;
}

/**
 * A zone of the world's own list goes by its rules; another one by what the file itself says of it (VTIMEZONE), as Outlook's do; without
 * either, a wall time is the organisation's.
 */
function toMoment(time: ICAL.Time, zone: string | null, timeZone: string) {
  if (time.zone === ICAL.Timezone.utcTimezone) return epochMilliseconds(time.toUnixTime() * 1000);
  const { year, month, day, hour, minute, second } = time;
  if (time.isDate) return toEpoch(Temporal.PlainDate.from({ year, month, day }).toZonedDateTime(timeZone));
  const isDescribed =
    time.zone !== null && time.zone !== ICAL.Timezone.localTimezone && time.zone.component != null;
  if (zone !== null && !isKnownZone(zone) && isDescribed) return epochMilliseconds(time.toUnixTime() * 1000);
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second: Math.min(second, 59) });
  return toEpoch(wall.toZonedDateTime(zone !== null && isKnownZone(zone) ? zone : timeZone));
}

const knownZones = new Map<string, boolean>();

function isKnownZone(zone: string): boolean {
  const known = knownZones.get(zone);
  if (known !== undefined) return known;
  let isKnown = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    isKnown = false;
  }
  if (knownZones.size < 1000) knownZones.set(zone, isKnown);
  return isKnown;
}

/** A calendar that gives free and busy time only. FBTYPE says BUSY unless it says something else (RFC 5545, section 3.2.9). */
function readFreeBusy(calendar: ICAL.Component): Interval[] {
  return calendar.getAllSubcomponents('vfreebusy').flatMap((component) =>
    component.getAllProperties('freebusy').flatMap((property) => {
      if (String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') return [];
      return property.getValues().flatMap((period) =>
        period instanceof ICAL.Period
          ? [
              {
                startAt: epochMilliseconds(period.start.toUnixTime() * 1000),
                endAt: epochMilliseconds(period.getEnd().toUnixTime() * 1000),
              },
            ]
          : [],
      );
    }),
  );
}
