import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { type ReadEvent, readWithIcalendar } from '../../../scripts/testing/icalendar.ts';
import { writeCalendarFile } from './calendar-entry.ts';
import { exampleTelling } from './example-telling.ts';

/** Appointments in zones and on days where clocks are easily got wrong: the instant, and what the clock on the wall shows. */
const cases = [
  ['Brussels in winter', 'Europe/Brussels', '2026-11-24T09:40Z', '2026-11-24T10:40'],
  ['Brussels in summer', 'Europe/Brussels', '2026-07-14T08:40Z', '2026-07-14T10:40'],
  ['Brussels before the skipped hour', 'Europe/Brussels', '2027-03-28T00:45Z', '2027-03-28T01:45'],
  ['Brussels after the skipped hour', 'Europe/Brussels', '2027-03-28T01:00Z', '2027-03-28T03:00'],
  ['Brussels in the first of the double hour', 'Europe/Brussels', '2026-10-25T00:30Z', '2026-10-25T02:30'],
  ['Brussels in the second of the double hour', 'Europe/Brussels', '2026-10-25T01:30Z', '2026-10-25T02:30'],
  ['New York in winter', 'America/New_York', '2026-11-24T15:40Z', '2026-11-24T10:40'],
  [
    'New York when only New York is in summer time',
    'America/New_York',
    '2027-03-15T14:40Z',
    '2027-03-15T10:40',
  ],
  ['New York in the double hour', 'America/New_York', '2026-11-01T06:30Z', '2026-11-01T01:30'],
  ['Kiritimati, a day ahead', 'Pacific/Kiritimati', '2026-11-23T20:40Z', '2026-11-24T10:40'],
] as const;

const writtenAt = epochMilliseconds(Date.parse('2026-10-01T08:00Z'));

function write(timeZone: string, at: string, appointment: Parameters<typeof exampleTelling>[0] = {}) {
  const startAt = epochMilliseconds(Date.parse(at));
  const telling = exampleTelling({
    sender: { timeZone },
    appointment: { startAt, endAt: addMinutes(startAt, 15), ...appointment.appointment },
  });
  return writeCalendarFile(telling, writtenAt).content;
}

function readWithIcalJs(content: string) {
  const component = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  const event = new ICAL.Event(component);
  return {
    startAt: event.startDate.toJSDate(),
    endAt: event.endDate.toJSDate(),
    uid: event.uid,
    sequence: event.sequence,
  };
}

const channels = ['video', 'phone', 'counter'] as const;
const moved = '2026-11-26T13:00Z';
const versions = [
  { calendarSequence: 0 },
  { calendarSequence: 1 },
  { calendarSequence: 1, channel: 'phone' },
  { calendarSequence: 2, state: 'cancelled' },
] as const;

let byZone: readonly (readonly ReadEvent[])[];
let byVersion: readonly (readonly ReadEvent[])[];
let byChannel: readonly (readonly ReadEvent[])[];

// The library may have to be fetched first.
beforeAll(async () => {
  const files = [
    ...cases.map(([, timeZone, at]) => ({ content: write(timeZone, at), timeZone })),
    ...versions.map((appointment, index) => ({
      content: write('Europe/Brussels', index === 0 ? cases[0][2] : moved, { appointment }),
      timeZone: 'Europe/Brussels',
    })),
    ...channels.map((channel) => ({
      content: write('Europe/Brussels', cases[0][2], { appointment: { channel } }),
      timeZone: 'Europe/Brussels',
    })),
  ];
  const found = await readWithIcalendar(files);
  byZone = found.slice(0, cases.length);
  byVersion = found.slice(cases.length, cases.length + versions.length);
  byChannel = found.slice(cases.length + versions.length);
}, 180_000);

describe.each(cases.map((each, index) => [...each, index] as const))(
  'an appointment in %s',
  (_where, timeZone, at, wall, index) => {
    test('is at the right instant, and at the right time on the wall, for icalendar', () => {
      expect(byZone[index]).toHaveLength(1);
      expect(byZone[index]?.[0]).toMatchObject({
        startAt: new Date(at).toISOString().replace('.000', ''),
        endAt: new Date(Date.parse(at) + 15 * 60_000).toISOString().replace('.000', ''),
        startsOnWall: wall,
        alarms: 1,
      });
    });

    test('is at the right instant for ical.js', () => {
      expect(readWithIcalJs(write(timeZone, at))).toMatchObject({
        startAt: new Date(at),
        endAt: new Date(Date.parse(at) + 15 * 60_000),
      });
    });
  },
);

test('a calendar follows a move, another channel and a cancellation: one entry, each time of a later sequence', () => {
  const events = byVersion.map(([event]) => event);
  expect(new Set(events.map((event) => event?.uid)).size).toBe(1);
  expect(events.map((event) => event?.method)).toEqual(['PUBLISH', 'PUBLISH', 'PUBLISH', 'CANCEL']);
  expect(events.map((event) => event?.startsOnWall)).toEqual([
    '2026-11-24T10:40',
    '2026-11-26T14:00',
    '2026-11-26T14:00',
    '2026-11-26T14:00',
  ]);
  expect(events.at(-1)).toMatchObject({ status: 'CANCELLED', alarms: 0 });
  const sequences = events.map((event) => event?.sequence ?? -1);
  expect(sequences[1]).toBeGreaterThan(sequences[0] as number);
  expect(sequences[3]).toBeGreaterThan(sequences[2] as number);
});

test('the entry says where: the link, that we call, or the address', () => {
  expect(byChannel.map(([event]) => event?.location)).toEqual([
    'Met video, via de link',
    'Met de telefoon: wij bellen u',
    'Graanmarkt 4, 9899 Leiebeke',
  ]);
});
