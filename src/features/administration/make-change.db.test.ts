import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, StaffRole } from '#journey/actor.ts';
import type { TeamId } from '#journey/ids.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createLocation, createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { addClosingDay, addPublicHolidays } from './change-closing-days.ts';
import { changeHours, type HoursWish } from './change-hours.ts';
import { changeSeat, seatForm } from './change-seat.ts';
import { listHours } from './hours.data.ts';
import { type Change, makeChange } from './make-change.ts';
import { listMisfits } from './misfits.ts';
import { listSeats } from './seats.data.ts';

const timeZone = 'Europe/Brussels';
/** A Tuesday. */
const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tuesday = '2026-12-08' as LocalDate;
const tools = { clock, timeZone, countFreeTimes: async () => 0 };
const look = { save: false, confirmation: null };
const save = { save: true, confirmation: null };
const firstPage = { teamId: null, after: null };

let counter: Counter;
let administrator: StaffActor;

async function actorWith(roles: StaffRole[]): Promise<StaffActor> {
  return (await createSeatedClerk(counter, { roles })).actor;
}

beforeEach(async () => {
  counter = await createCounter();
  administrator = await actorWith(['administrator']);
});

/** Sofie, on Tuesday 8 December from 10.00 to 10.30. */
async function bookSofie() {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const startAt = new Date('2026-12-08T09:00Z');
  const appointment = await createAppointment(place, 'a secret of links that only tests know', {
    startAt,
    endAt: new Date('2026-12-08T09:30Z'),
  });
  return { ...appointment, seatId };
}

const readHours = (teamId: TeamId = counter.teamId) =>
  withOrganisation(counter.organisation.id, (scope) => listHours(scope, teamId));
const readEvents = () =>
  withOrganisation(counter.organisation.id, ({ db }) =>
    db.event.findMany({ where: { type: { startsWith: 'administration.' } }, orderBy: { stream: 'asc' } }),
  );

async function wishFor(change: Partial<HoursWish> = {}): Promise<HoursWish> {
  const [old] = (await readHours()).filter(({ weekday }) => weekday === 2);
  return {
    teamId: counter.teamId,
    hoursId: old?.id ?? null,
    weekday: 2,
    scope: { kind: 'only', date: tuesday },
    channels: ['video'],
    locationId: null,
    seatIds: [],
    fromMinute: 660,
    untilMinute: 720,
    ...change,
  };
}

describe('a change that is only looked at', () => {
  test('names whom it hits, and leaves everything as it was', async () => {
    const { id } = await bookSofie();
    const before = await readHours();
    const outcome = await makeChange(tools, administrator, changeHours(tools, await wishFor()), look);
    expect(outcome).toMatchObject({
      kind: 'shown',
      effect: { hits: [{ appointment: { id, citizenName: 'Sofie Van Daele' }, reason: 'closed' }] },
    });
    expect(await readHours()).toEqual(before);
    expect(await readEvents()).toEqual([]);
  });
});

describe('a change that hits appointments', () => {
  test('is saved only once they were shown; they stay booked and are listed', async () => {
    const { id, reference } = await bookSofie();
    const change = changeHours(tools, await wishFor());
    const shown = await makeChange(tools, administrator, change, save);
    if (shown.kind !== 'shown') throw new Error('It was saved unseen.');
    expect(
      await makeChange(tools, administrator, change, { save: true, confirmation: 'of something else' }),
    ).toMatchObject({
      kind: 'shown',
    });
    expect(
      await makeChange(tools, administrator, change, { save: true, confirmation: shown.confirmation }),
    ).toMatchObject({
      kind: 'done',
    });
    expect(await listMisfits(tools, administrator, firstPage)).toMatchObject({
      misfits: [{ appointment: { reference }, reason: 'closed' }],
    });
    const state = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.appointment.findFirst({ where: { id }, select: { state: true } }),
    );
    expect(state).toEqual({ state: 'booked' });
  });

  test('asks again when somebody booked meanwhile', async () => {
    await bookSofie();
    const change = changeHours(tools, await wishFor());
    const shown = await makeChange(tools, administrator, change, save);
    if (shown.kind !== 'shown') throw new Error('It was saved unseen.');
    await bookSofie();
    const again = await makeChange(tools, administrator, change, {
      save: true,
      confirmation: shown.confirmation,
    });
    expect(again).toMatchObject({ kind: 'shown', effect: { hits: [{}, {}] } });
  });

  test('says so for a holiday, a closure of the team, and a seat that is retired', async () => {
    const { seatId } = await bookSofie();
    const name = { nl: 'x', fr: 'x', en: 'x', de: 'x' };
    const seat = seatForm.parse({
      id: seatId,
      team: counter.teamId,
      name: 'Balie',
      position: 2,
      channels: ['video'],
      use: 'retired',
    });
    const changes: [Change, string][] = [
      [addClosingDay({ date: tuesday, name }), 'holiday'],
      [addClosingDay({ date: tuesday, team: counter.teamId, name }), 'closure'],
      [changeSeat(seat, false), 'seatRetired'],
    ];
    for (const [change, reason] of changes) {
      expect(await makeChange(tools, administrator, change, look)).toMatchObject({
        kind: 'shown',
        effect: { hits: [{ reason }] },
      });
    }
    expect(
      await makeChange(
        tools,
        administrator,
        addPublicHolidays({ country: 'BE', year: 2026, dates: ['2026-12-25' as LocalDate] }),
        save,
      ),
    ).toMatchObject({ kind: 'done', effect: { hits: [] } });
  });
});

describe('a saved change', () => {
  test('is in the log of the organisation and the team, by ids only', async () => {
    const wish = await wishFor({ hoursId: null, channels: ['phone'] });
    expect(await makeChange(tools, administrator, changeHours(tools, wish), save)).toMatchObject({
      kind: 'done',
    });
    expect(await readEvents()).toMatchObject([
      {
        stream: `organisation:${counter.organisation.id}`,
        actorId: administrator.staffMemberId,
        payload: { team: counter.teamId, hits: 0 },
      },
      { stream: `team:${counter.teamId}`, type: 'administration.hoursChanged' },
    ]);
  });

  test('of hours that overlap is refused with where, and of two at once one is', async () => {
    const overlapping = await wishFor({ hoursId: null });
    expect(await makeChange(tools, administrator, changeHours(tools, overlapping), save)).toEqual({
      kind: 'refused',
      refusal: { code: 'hoursOverlap', field: 'from', at: '0.00 – 24.00' },
    });
    const wish = await wishFor({ hoursId: null, channels: ['phone'] });
    const outcomes = await Promise.all(
      [wish, wish, wish].map((each) => makeChange(tools, administrator, changeHours(tools, each), save)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(2);
  });

  test.each<StaffRole[]>([['clerk'], ['supervisor'], ['expert', 'privacyOfficer']])(
    'is for administrators, not for %s',
    async (...roles) => {
      const actor = await actorWith(roles);
      expect(await makeChange(tools, actor, changeHours(tools, await wishFor()), save)).toEqual({
        kind: 'forbidden',
      });
      expect(await listMisfits(tools, actor, firstPage)).toBeNull();
    },
  );

  test('that leaves a seat closed names who is booked there; a seat of another team is refused', async () => {
    const { seatId } = await bookSofie();
    const [first] = await withOrganisation(counter.organisation.id, (scope) =>
      listSeats(scope, counter.teamId),
    );
    const whole = { fromMinute: 0, untilMinute: 1440 };
    const others = await wishFor({ ...whole, seatIds: first ? [first.id] : [] });
    expect(await makeChange(tools, administrator, changeHours(tools, others), look)).toMatchObject({
      effect: { hits: [{ reason: 'seatClosed' }] },
    });
    const hers = await wishFor({ ...whole, seatIds: [seatId] });
    expect(await makeChange(tools, administrator, changeHours(tools, hers), save)).toMatchObject({
      kind: 'done',
    });
    expect((await readHours()).filter(({ seatIds }) => seatIds.includes(seatId))).toHaveLength(1);
    const { id: strange } = await createSeat(
      counter.organisation.id,
      (await createCounter(counter.organisation)).teamId,
    );
    const theirs = await wishFor({ ...whole, seatIds: [strange] });
    expect(await makeChange(tools, administrator, changeHours(tools, theirs), save)).toEqual({
      kind: 'refused',
      refusal: { code: 'gone' },
    });
  });

  test('with a building that is not there, or not ours, is refused', async () => {
    const theirs = await createCounter();
    const { id: location } = await createLocation(theirs.organisation.id);
    const wish = await wishFor({ hoursId: null, channels: ['counter'], locationId: location });
    expect(await makeChange(tools, administrator, changeHours(tools, wish), save)).toEqual({
      kind: 'refused',
      refusal: { code: 'gone' },
    });
    const reversed = await wishFor({
      hoursId: null,
      channels: ['counter'],
      fromMinute: 720,
      untilMinute: 660,
    });
    expect(await makeChange(tools, administrator, changeHours(tools, reversed), save)).toEqual({
      kind: 'refused',
      refusal: { code: 'wrong' },
    });
  });

  test('never reaches another organisation', async () => {
    const mine = administrator;
    const before = await readHours();
    const [seat] = await withOrganisation(counter.organisation.id, (scope) => listSeats(scope));
    const wish = await wishFor();
    const theirs = counter;
    counter = await createCounter();
    const stranger = await actorWith(['administrator']);
    expect(await makeChange(tools, stranger, changeHours(tools, wish), save)).toMatchObject({
      kind: 'refused',
    });
    const form = seatForm.parse({
      id: seat?.id,
      team: theirs.teamId,
      name: 'X',
      position: 9,
      channels: ['video'],
    });
    expect(await makeChange(tools, stranger, changeSeat(form, false), save)).toMatchObject({
      kind: 'refused',
    });
    counter = theirs;
    expect(mine.organisationId).toBe(theirs.organisation.id);
    expect(await readHours()).toEqual(before);
  });
});
