import { describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { CalendarAnswer, CalendarRequest } from '#ports/calendar-source.ts';
import {
  createOrganisation,
  createSeat,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { findCalendar, writeCalendar } from './calendars.data.ts';
import { readDueCalendars } from './read-calendars.ts';

const timeZone = 'Europe/Brussels';
const minute = 60_000;
const start = Date.UTC(2026, 11, 8, 8);

function event(from: string): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:${from}\r\nDURATION:PT1H\r\nSUMMARY:Dokter\r\nEND:VEVENT\r\nEND:VCALENDAR`;
}

/** An organisation with an expert's calendar, and a world in which time and the other side's answer can be set. */
async function createWorld() {
  const { id } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  const { id: seatId } = await createSeat(id, teamId);
  await withOrganisation(id, (scope) =>
    writeCalendar(scope, seatId, {
      url: 'https://agenda.example/1.ics',
      nextReadAt: epochMilliseconds(start),
    }),
  );
  const world = {
    now: start,
    answer: { kind: 'read', text: event('20261209T090000Z'), entityTag: '"1"' } as CalendarAnswer,
  };
  const requests: CalendarRequest[] = [];
  const tools = {
    clock: { now: () => world.now },
    calendarSource: {
      read: async (request: CalendarRequest) => {
        requests.push(request);
        return world.answer;
      },
    },
  };
  return {
    world,
    requests,
    readDue: () => readDueCalendars(tools, { id, timeZone }),
    listBusy: () =>
      withOrganisation(id, ({ db }) =>
        db.busyPeriod.findMany({ where: { seatId }, orderBy: { startAt: 'asc' } }),
      ),
    calendar: () => withOrganisation(id, (scope) => findCalendar(scope, seatId)),
  };
}

describe('reading the calendars that are due', () => {
  test('puts what is busy in the place of what was, and nothing of what for', async () => {
    const { world, readDue, listBusy } = await createWorld();
    expect(await readDue()).toBe(0);
    expect(await listBusy()).toMatchObject([
      { startAt: new Date('2026-12-09T09:00Z'), endAt: new Date('2026-12-09T10:00Z') },
    ]);
    expect(JSON.stringify(await listBusy())).not.toContain('Dokter');
    world.answer = { kind: 'read', text: event('20261210T090000Z'), entityTag: '"2"' };
    world.now += 15 * minute;
    await readDue();
    expect(await listBusy()).toMatchObject([{ startAt: new Date('2026-12-10T09:00Z') }]);
  });

  test('waits until they are due again, and asks with the tag of the day', async () => {
    const { world, requests, readDue, calendar } = await createWorld();
    await readDue();
    await readDue();
    expect(requests).toHaveLength(1);
    world.now += 15 * minute;
    world.answer = { kind: 'unchanged' };
    await readDue();
    expect(requests[1]).toMatchObject({ entityTag: '"1"' });
    expect((await calendar())?.lastReadAt).toBe(world.now);
    world.now += 24 * 60 * minute;
    await readDue();
    expect(requests[2]).toMatchObject({ entityTag: null });
  });

  test('keeps what was known when they cannot be read, and says why', async () => {
    const { world, readDue, listBusy, calendar } = await createWorld();
    await readDue();
    for (const answer of [
      { kind: 'failed', code: 'unreachable' } as const,
      { kind: 'read', text: '<html>', entityTag: null } as const,
    ]) {
      world.answer = answer;
      world.now += 15 * minute;
      expect(await readDue()).toBe(1);
      expect(await listBusy()).toHaveLength(1);
      expect((await calendar())?.failure).toBe(answer.kind === 'failed' ? 'unreachable' : 'notACalendar');
    }
    world.answer = { kind: 'read', text: event('20261209T090000Z'), entityTag: null };
    world.now += 15 * minute;
    await readDue();
    expect((await calendar())?.failure).toBeNull();
  });

  test('by two workers at once is done by one', async () => {
    const { requests, readDue } = await createWorld();
    await Promise.all([readDue(), readDue(), readDue()]);
    expect(requests).toHaveLength(1);
  });
});
