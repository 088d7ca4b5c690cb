import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { changeStaffing, staffingForm } from './change-staffing.ts';
import { type ChangeRequest, makeChange } from './make-change.ts';
import { listStaffing } from './staffing.data.ts';
import { staffingPeriods } from './staffing.ts';

// Tuesday 1 December 2026.
const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tools = { clock, timeZone: 'Europe/Brussels', countFreeTimes: async () => 0 };
const look: ChangeRequest = { save: false, confirmation: null };
const save: ChangeRequest = { save: true, confirmation: null };

let counter: Counter;
let administrator: StaffActor;
let seatId: SeatId;

beforeEach(async () => {
  counter = await createCounter();
  administrator = (await createSeatedClerk(counter, { roles: ['administrator'] })).actor;
  seatId = (await createSeat(counter.organisation.id, counter.teamId)).id;
});

type Fields = Readonly<Record<string, string>>;

function change(fields: Fields = {}, request: ChangeRequest = save, actor = administrator) {
  const form = staffingForm.parse({
    seat: seatId,
    team: counter.teamId,
    from: '2026-12-07',
    staffed: 'week',
    day2: '9-12',
    ...fields,
  });
  return makeChange(tools, actor, changeStaffing(tools, form), request);
}

/** Sofie, at a moment of Brussels' winter. */
async function bookSofie(startAt: string) {
  const { organisation, teamId, serviceId } = counter;
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  await createAppointment(place, 'a secret of links that only tests know', {
    startAt: new Date(startAt),
    endAt: new Date(new Date(startAt).getTime() + 30 * 60_000),
  });
}

const readPeriods = () =>
  withOrganisation(counter.organisation.id, async (scope) =>
    staffingPeriods(await listStaffing(scope, seatId)),
  );

describe('another week for a period', () => {
  test('names the appointments of its dates that nobody would be there for, and saves once they were seen', async () => {
    await bookSofie('2026-12-08T13:00Z');
    await bookSofie('2026-12-22T13:00Z');
    const shown = await change({ until: '2026-12-13' }, look);
    expect(shown).toMatchObject({
      kind: 'shown',
      effect: { hits: [{ appointment: { citizenName: 'Sofie Van Daele' }, reason: 'notStaffed' }] },
    });
    expect(await readPeriods()).toMatchObject([{ isAlways: true, until: null }]);
    if (shown.kind !== 'shown') throw new Error('It was not shown.');
    expect((await change({ until: '2026-12-13' })).kind).toBe('shown');
    expect(
      await change({ until: '2026-12-13' }, { save: true, confirmation: shown.confirmation }),
    ).toMatchObject({ kind: 'done' });
    expect(await readPeriods()).toMatchObject([
      { isAlways: true, until: '2026-12-06' },
      { from: '2026-12-07', until: '2026-12-13', week: [{ weekday: 2, fromMinute: 540, untilMinute: 720 }] },
      { isAlways: true, from: '2026-12-14', until: null },
    ]);
  });

  test('without end hits what comes after it too, and is counted over four weeks', async () => {
    await bookSofie('2026-12-22T13:00Z');
    const counted: unknown[] = [];
    const counting = {
      ...tools,
      countFreeTimes: async (_scope: unknown, _team: unknown, period: unknown) => counted.push(period),
    };
    const form = staffingForm.parse({
      seat: seatId,
      team: counter.teamId,
      from: '2026-12-07',
      staffed: 'week',
      day2: '9-12',
    });
    expect(await makeChange(counting, administrator, changeStaffing(counting, form), look)).toMatchObject({
      effect: { hits: [{ reason: 'notStaffed' }], freeTimes: 1 },
    });
    const fourWeeks = { from: '2026-12-07', until: '2027-01-03' };
    expect(counted).toEqual([fourWeeks, fourWeeks]);
  });

  test('is in the log of the organisation and the team, by ids only', async () => {
    await change();
    const events = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'administration.staffingChanged' }, orderBy: { stream: 'asc' } }),
    );
    expect(events).toMatchObject([
      { stream: `organisation:${counter.organisation.id}`, payload: { seat: seatId, hits: 0 } },
      { stream: `team:${counter.teamId}` },
    ]);
  });

  test('of which nothing at all would be left is refused', async () => {
    await change({ from: '2026-12-01' });
    await withOrganisation(counter.organisation.id, ({ db }) =>
      db.seatStaffing.deleteMany({ where: { seatId, validUntil: { not: null } } }),
    );
    expect(await change({ from: '2026-12-01', day2: '' })).toEqual({
      kind: 'refused',
      refusal: { code: 'nobodyEver', field: 'day1' },
    });
  });

  test('that begins in the past, or at a seat of another team, is refused', async () => {
    expect(await change({ from: '2026-11-30' })).toMatchObject({
      refusal: { code: 'datePast', field: 'from' },
    });
    const { teamId } = await createCounter();
    expect(await change({ team: teamId as TeamId })).toMatchObject({ refusal: { code: 'gone' } });
    const stranger = (await createSeatedClerk(await createCounter(), { roles: ['administrator'] })).actor;
    expect(await change({}, save, stranger)).toMatchObject({ refusal: { code: 'gone' } });
    expect(await readPeriods()).toHaveLength(1);
  });

  test('is made by one of two at once; the other begins anew', async () => {
    const outcomes = await Promise.all([change(), change(), change()]);
    expect(outcomes.filter(({ kind }) => kind === 'done').length).toBeGreaterThan(0);
    expect(outcomes.filter(({ kind }) => kind === 'shown')).toHaveLength(0);
    const periods = await readPeriods();
    expect(periods).toHaveLength(2);
  });

  test.each([
    [{ until: '2026-12-06' }, 'dateOrder', 'until'],
    [{ day3: '9-12, 11-13' }, 'rangesOverlap', 'day3'],
    [{ from: '2026-02-30' }, 'dateWrong', 'from'],
  ])('with %o is refused: %s', (fields, code, field) => {
    const parsed = staffingForm.safeParse({
      seat: seatId,
      team: counter.teamId,
      from: '2026-12-07',
      staffed: 'week',
      ...fields,
    });
    expect(parsed.error?.issues[0]).toMatchObject({ message: code, path: [field] });
  });
});
