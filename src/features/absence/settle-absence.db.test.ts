import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { readServiceTime } from '#features/scheduling/find-times.ts';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import {
  createConversation,
  createNode,
  createParticipant,
  createPresence,
  createVisit,
} from '../../../prisma/factories/conversation-factories.ts';
import { createSeat, createTeam } from '../../../prisma/factories/organisation-factories.ts';
import { createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { type AbsenceWorld, absenceTimes, openAbsenceWorld } from '../../../scripts/testing/absence-world.ts';
import { lookAtAbsence } from './look-at-absence.ts';
import { settleAbsence } from './settle-absence.ts';
import type { AffectedDecision } from './settle-affected.ts';

let world: AbsenceWorld;
let counter: AbsenceWorld['counter'];
let organisation: AbsenceWorld['organisation'];
let supervisor: AbsenceWorld['supervisor'];
let sick: AbsenceWorld['sick'];
let tools: AbsenceWorld['tools'];
let enqueued: AbsenceWorld['enqueued'];
beforeEach(async () => {
  world = await openAbsenceWorld();
  ({ counter, organisation, supervisor, sick, tools, enqueued } = world);
});
afterAll(closeDatabase);

const { minute, now, at, day } = absenceTimes;
const inside: AbsenceWorld['inside'] = (work) => world.inside(work);
const otherSeat = () => world.otherSeat();
const book: AbsenceWorld['book'] = (...given) => world.book(...given);
const read = (id: AppointmentId) => world.read(id);
const look = (actor = supervisor, absent = { ...day, seatId: sick }) =>
  lookAtAbsence(tools, actor, organisation, absent);
const settle = (decisions: readonly AffectedDecision[], actor = supervisor) =>
  settleAbsence(tools, actor, organisation, { ...day, seatId: sick, reason: 'illness', decisions });
const countAbsences = () => inside(({ db }) => db.absence.count({ where: { seatId: sick } }));

/** The citizen of an appointment is in the waiting room, with the page open. */
async function wait(id: AppointmentId) {
  const conversation = await createConversation(organisation.id, counter.teamId, id);
  const { id: visitId } = await createVisit(organisation.id, id);
  await createParticipant(organisation.id, conversation.id, { visitId });
  const nodeId = await createNode(organisation.id, new Date(now + 60 * minute));
  await createPresence(organisation.id, { visitId, teamId: counter.teamId, nodeId });
}

/** Whether somebody new could have a time. */
async function askTime(minutes: number) {
  const { slug } = await inside(({ db }) =>
    db.service.findFirstOrThrow({ where: { id: counter.serviceId }, select: { slug: true } }),
  );
  const wish = {
    serviceSlugs: [slug],
    channel: 'video',
    locationId: null,
    needs: [],
    language: 'nl',
    audience: 'staff',
    replaces: null,
    holderKey: null,
  } as const;
  const { timeZone } = organisation;
  return inside((scope) =>
    readServiceTime(scope, { wish, timeZone, startAt: at(minutes), now: epochMilliseconds(now) }),
  );
}

describe('what would happen', () => {
  test('is shown for each appointment of the seat in the stretch, and nothing changes', async () => {
    const free = await otherSeat();
    const [stays, moves] = [await book(0), await book(60)];
    await book(60, free);
    await book(24 * 60);
    const preview = await look();
    expect(
      preview.ok && preview.value.appointments.map(({ facts, plan }) => [facts.id, plan.outcome.kind]),
    ).toEqual([
      [stays, 'sameTime'],
      [moves, 'otherTime'],
    ]);
    expect(await countAbsences()).toBe(0);
    expect(await read(moves)).toMatchObject({ seatId: sick, startAt: new Date(at(60)) });
  });

  test('never puts two of them on one seat, also where one seat must take a whole day', async () => {
    await otherSeat();
    for (let index = 0; index < 8; index += 1) await book(index * 15);
    const busy = (await otherSeat()) as SeatId;
    await book(0, busy);
    const preview = await look();
    const places =
      preview.ok &&
      preview.value.appointments.map(({ facts, plan: { outcome } }) =>
        outcome.kind === 'cancel'
          ? 'cancel'
          : `${outcome.seatId} ${outcome.kind === 'otherTime' ? outcome.startAt : facts.startAt}`,
      );
    expect(new Set(places || []).size).toBe(8);
  });

  test('is the same time at another seat also when times are offered at other minutes, or are of another length, by now', async () => {
    const free = await otherSeat();
    const half = { endAt: new Date(at(37)), occupiedUntilAt: new Date(at(40)) };
    const between = await book(7, sick, half);
    const short = await book(63, sick, { endAt: new Date(at(68)), occupiedUntilAt: new Date(at(68)) });
    await book(40, free);
    await book(68, free);
    const preview = await look();
    expect(
      preview.ok && preview.value.appointments.map(({ facts, plan }) => [facts.id, plan.outcome.kind]),
    ).toEqual([
      [between, 'sameTime'],
      [short, 'sameTime'],
    ]);
    const result = await settle([between, short].map((id) => ({ id, does: 'sameTime' as const })));
    expect(result.ok && result.value.settled.map(({ done }) => done.kind)).toEqual(['sameTime', 'sameTime']);
    expect(await read(between)).toMatchObject({ seatId: free, startAt: new Date(at(7)) });
  });

  test('names who waits right now, also past their time, and leaves them in the waiting room', async () => {
    const minutesAgo = (count: number) => (now - count * minute - at(0)) / minute;
    const [over, begun, gone] = [
      await book(minutesAgo(40)),
      await book(minutesAgo(10)),
      await book(minutesAgo(70)),
    ];
    await wait(over);
    await wait(begun);
    // Was in the waiting room, and closed the page.
    await createConversation(organisation.id, counter.teamId, gone);
    const today = {
      startAt: epochMilliseconds(now),
      endAt: epochMilliseconds(now + 600 * minute),
      seatId: sick,
    };
    const preview = await look(supervisor, today);
    expect(preview.ok && preview.value.waiting.map(({ id }) => id)).toEqual([over, begun]);
    expect(preview.ok && preview.value.appointments).toEqual([]);
    const decisions = [{ id: begun, does: 'cancel' as const }];
    await settleAbsence(tools, supervisor, organisation, { ...today, reason: 'illness', decisions });
    expect(await read(begun)).toMatchObject({ state: 'booked', seatId: sick });
    const tomorrow = await look();
    expect(tomorrow.ok && tomorrow.value.waiting).toEqual([]);
  });

  test('is decided for who did not come yet, also when their time began', async () => {
    const late = await book((now - 5 * minute - at(0)) / minute);
    const preview = await look(supervisor, { ...day, startAt: epochMilliseconds(now), seatId: sick });
    expect(preview.ok && preview.value.waiting).toEqual([]);
    expect(preview.ok && preview.value.appointments.map(({ facts }) => facts.id)).toEqual([late]);
  });

  test('is for a clerk to see of the own seat and of a colleague’s, for today, and of no other team', async () => {
    const { actor } = await createSeatedClerk(counter);
    expect(await look(actor)).toEqual({ ok: false, failure: { code: 'notFound' } });
    const today = { startAt: epochMilliseconds(now), endAt: epochMilliseconds(now + 60 * minute) };
    expect((await look(actor, { ...today, seatId: actor.seat?.id as SeatId })).ok).toBe(true);
    expect((await look(actor, { ...today, seatId: sick })).ok).toBe(true);
    const team = await createTeam(organisation.id);
    const elsewhere = await createSeat(organisation.id, team.id);
    expect((await look(actor, { ...today, seatId: elsewhere.id })).ok).toBe(false);
    const left = { ...actor, teamIds: [] };
    expect((await look(left, { ...today, seatId: sick })).ok).toBe(false);
  });

  test('is an administrator’s to see of every seat, and nobody’s with other tasks', async () => {
    const administrator = await createSeatedClerk(counter, { roles: ['administrator'] });
    expect((await look(administrator.actor)).ok).toBe(true);
    const auditor = await createSeatedClerk(counter, { roles: ['privacyOfficer'] });
    expect((await look(auditor.actor)).ok).toBe(false);
  });
});

describe('one action', () => {
  test('keeps, moves and cancels as was decided, tells who must know, and offers the seat to nobody', async () => {
    const free = await otherSeat();
    const [stays, moves, goes] = [await book(0), await book(60), await book(120)];
    const result = await settle([
      { id: stays, does: 'sameTime' },
      { id: moves, does: { startAt: at(24 * 60) } },
      { id: goes, does: 'cancel' },
    ]);
    expect(result.ok && result.value.settled.map(({ done }) => done)).toEqual([
      { kind: 'sameTime', seatName: 'Balie vrij' },
      { kind: 'moved', startAt: at(24 * 60) },
      { kind: 'cancelled' },
    ]);
    expect(result.ok && result.value.left).toEqual([]);
    expect(await read(stays)).toEqual({ seatId: free, startAt: new Date(at(0)), state: 'booked' });
    expect(await read(moves)).toMatchObject({ startAt: new Date(at(24 * 60)), state: 'booked' });
    expect(await read(goes)).toMatchObject({ state: 'cancelled' });
    const told = await inside(({ db }) =>
      db.message.findMany({ where: { id: { in: enqueued } }, select: { appointmentId: true, kind: true } }),
    );
    expect(told.map(({ appointmentId }) => appointmentId).sort()).toEqual([moves, goes].sort());
    const again = await look();
    expect(again.ok && again.value.appointments).toEqual([]);
    expect(await askTime(0)).toMatchObject({ answer: { kind: 'taken' } });
  });

  test('sent twice is done once', async () => {
    await otherSeat();
    const id = await book(0);
    await settle([{ id, does: 'sameTime' }]);
    const again = await settle([{ id, does: 'sameTime' }]);
    expect(again).toMatchObject({ ok: true, value: { settled: [], left: [], changedMeanwhile: 1 } });
    expect(await countAbsences()).toBe(1);
    const events = await inside(({ db }) =>
      db.event.findMany({ where: { stream: `appointment:${id}` }, select: { type: true } }),
    );
    expect(events).toEqual([{ type: 'appointment.reassigned' }]);
  });

  test('leaves as it was what cannot be done any more, and says so', async () => {
    const free = await otherSeat();
    const [taken, speaking, quiet] = [await book(0), await book(60), await book(120)];
    // Between the preview and the click: somebody got the other seat, a conversation began, and somebody booked.
    await book(0, free);
    const { actor: clerk } = await createSeatedClerk(counter);
    await createConversation(organisation.id, counter.teamId, speaking, {
      state: 'admitted',
      clerkId: clerk.staffMemberId,
      admittedAt: new Date(now),
    });
    await inside(({ db }) =>
      db.seat.updateMany({ where: { id: clerk.seat?.id as string }, data: { retiredAt: new Date(now) } }),
    );
    const booked = await book(180);
    const result = await settle([
      { id: taken, does: 'sameTime' },
      { id: speaking, does: 'cancel' },
      { id: quiet, does: { startAt: at(121) as EpochMilliseconds } },
    ]);
    expect(result.ok && result.value.settled.map(({ facts, done }) => [facts.id, done.kind])).toEqual([
      [taken, 'notDone'],
      [quiet, 'notDone'],
    ]);
    expect(result.ok && result.value.changedMeanwhile).toBe(1);
    expect(result.ok && result.value.left.map(({ id }) => id)).toEqual([taken, quiet, booked]);
    expect(await read(speaking)).toMatchObject({ state: 'booked', seatId: sick });
    expect(await read(quiet)).toMatchObject({ startAt: new Date(at(120)) });
  });

  test('touches no appointment of another seat, whatever was sent', async () => {
    const elsewhere = await book(0, await otherSeat());
    const result = await settle([{ id: elsewhere, does: 'cancel' }]);
    expect(result).toMatchObject({ ok: true, value: { settled: [], changedMeanwhile: 1 } });
    expect(await read(elsewhere)).toMatchObject({ state: 'booked' });
  });

  test('of two supervisors at once gives nobody’s seat to two', async () => {
    await otherSeat();
    const ids = [await book(0), await book(15), await book(30)];
    const second = await createSeat(organisation.id, counter.teamId);
    const third = await book(0, second.id);
    const [one, two] = await Promise.all([
      settle(ids.map((id) => ({ id, does: 'sameTime' as const }))),
      settleAbsence(tools, supervisor, organisation, {
        ...day,
        seatId: second.id,
        reason: 'illness',
        decisions: [{ id: third, does: 'sameTime' }],
      }),
    ]);
    expect(one.ok && two.ok).toBe(true);
    const rows = await inside(({ db }) =>
      db.appointment.findMany({ select: { seatId: true, startAt: true } }),
    );
    expect(new Set(rows.map(({ seatId, startAt }) => `${seatId} ${startAt.getTime()}`)).size).toBe(4);
  });
});
