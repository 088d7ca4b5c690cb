import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { type AbsenceWorld, absenceTimes, openAbsenceWorld } from '../../../scripts/testing/absence-world.ts';
import { lookAtAbsence } from './look-at-absence.ts';
import { settleAbsence } from './settle-absence.ts';
import type { AffectedDecision } from './settle-affected.ts';
import { lookAtUnfit, settleUnfit } from './unfit-appointments.ts';

const { now, at, day } = absenceTimes;

let world: AbsenceWorld;
beforeEach(async () => {
  world = await openAbsenceWorld();
});
afterAll(closeDatabase);

const absent = () => ({ ...day, seatId: world.sick });
const look = () => lookAtAbsence(world.tools, world.supervisor, world.organisation, absent());
const settle = (decisions: readonly AffectedDecision[]) =>
  settleAbsence(world.tools, world.supervisor, world.organisation, {
    ...absent(),
    reason: 'illness',
    decisions,
  });

describe('the telephone', () => {
  const byPhone = { phone: '+32470123456', email: null };
  const allow = (channels: ('video' | 'phone')[]) =>
    world.inside(({ db }) =>
      db.service.updateMany({ where: { id: world.counter.serviceId }, data: { channels } }),
    );
  /** The team answers the telephone all day at every seat. */
  const answer = async () => {
    await world.inside(async ({ db, organisationId }) => {
      await db.openingHours.createMany({
        data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          organisationId,
          teamId: world.counter.teamId,
          weekday,
          channel: 'phone' as const,
          opensAtMinute: 0,
          closesAtMinute: 1440,
        })),
      });
      await db.seat.updateMany({ where: {}, data: { channels: ['video', 'phone'] } });
    });
  };

  test('is offered to who can be called, where the service is held on it, and is told and noted as chosen', async () => {
    await world.otherSeat();
    await answer();
    await allow(['video', 'phone']);
    const called = await world.book(0, world.sick, byPhone);
    const unknown = await world.book(15, world.sick, { phone: null });
    const preview = await look();
    expect(preview.ok && preview.value.appointments.map(({ byPhoneAt }) => byPhoneAt)).toEqual([at(0), null]);
    const result = await settle([
      { id: called, does: { startAt: at(0), channel: 'phone' } },
      { id: unknown, does: { startAt: at(15), channel: 'phone' } },
    ]);
    expect(result.ok && result.value.settled.map(({ done }) => done)).toEqual([
      { kind: 'byPhone', startAt: at(0) },
      { kind: 'notDone' },
    ]);
    const row = await world.inside(({ db }) => db.appointment.findFirstOrThrow({ where: { id: called } }));
    expect(row).toMatchObject({ channel: 'phone', startAt: new Date(at(0)), state: 'booked' });
    expect(row.seatId).not.toBe(world.sick);
    expect(world.enqueued.length).toBeGreaterThan(0);
  });

  test('is offered to nobody of a service that is not held on it', async () => {
    await world.otherSeat();
    await answer();
    await allow(['video']);
    await world.book(0, world.sick, byPhone);
    const preview = await look();
    expect(preview.ok && preview.value.appointments.map(({ byPhoneAt }) => byPhoneAt)).toEqual([null]);
  });
});

describe('appointments that no longer fit', () => {
  test('are shown with what could become of them and settled as was decided, and no others', async () => {
    const free = await world.otherSeat();
    const administrator = await createSeatedClerk(world.counter, { roles: ['administrator'] });
    const [stays, moves, goes, other] = [
      await world.book(0),
      await world.book(60),
      await world.book(120),
      await world.book(180),
    ];
    await world.book(60, free);
    await world.inside(({ db }) =>
      db.seat.updateMany({
        where: { id: { in: [world.sick, administrator.seatId] } },
        data: { retiredAt: new Date(now) },
      }),
    );
    const ids = [stays, moves, goes];
    const looked = await lookAtUnfit(world.tools, administrator.actor, world.organisation, ids);
    expect(looked.ok && looked.value.map(({ facts, plan }) => [facts.id, plan.outcome.kind])).toEqual([
      [stays, 'sameTime'],
      [moves, 'otherTime'],
      [goes, 'sameTime'],
    ]);
    const result = await settleUnfit(world.tools, administrator.actor, world.organisation, [
      { id: stays, does: 'sameTime' },
      { id: moves, does: { startAt: at(24 * 60) } },
      { id: goes, does: 'cancel' },
    ]);
    expect(result.ok && result.value.settled.map(({ done }) => done.kind)).toEqual([
      'sameTime',
      'moved',
      'cancelled',
    ]);
    expect(await world.read(stays)).toMatchObject({ seatId: free });
    expect(await world.read(moves)).toMatchObject({ seatId: free, startAt: new Date(at(24 * 60)) });
    expect(await world.read(goes)).toMatchObject({ state: 'cancelled' });
    expect(await world.read(other)).toMatchObject({ seatId: world.sick, state: 'booked' });
  });

  test('never stay where they do not fit, though staff could book there', async () => {
    const administrator = await createSeatedClerk(world.counter, { roles: ['administrator'] });
    const id = await world.book(0);
    await world.inside(({ db }) =>
      db.service.updateMany({ where: { id: world.counter.serviceId }, data: { channels: ['phone'] } }),
    );
    const looked = await lookAtUnfit(world.tools, administrator.actor, world.organisation, [id]);
    expect(looked.ok && looked.value.map(({ plan }) => plan.outcome.kind)).toEqual(['cancel']);
    expect(looked.ok && looked.value.map(({ plan }) => [plan.canStay, plan.otherTimes])).toEqual([
      [false, []],
    ]);
  });

  test('are for administrators alone', async () => {
    const id = await world.book(0);
    expect(await lookAtUnfit(world.tools, world.supervisor, world.organisation, [id])).toEqual({
      ok: false,
      failure: { code: 'forbidden' },
    });
    expect(
      (await settleUnfit(world.tools, world.supervisor, world.organisation, [{ id, does: 'cancel' }])).ok,
    ).toBe(false);
    expect(await world.read(id)).toMatchObject({ state: 'booked' });
  });
});
