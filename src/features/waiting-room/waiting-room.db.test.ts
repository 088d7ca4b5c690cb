import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, OrganisationId, VisitId } from '#journey/ids.ts';
import type { VisitView } from '#journey/live-views.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createNode,
  createStaffSession,
  createVisit,
} from '../../../prisma/factories/conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { arrive } from './arrive.ts';
import { depart, departFrom } from './depart.ts';
import { loadVisitView } from './visit-view.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 24, 9, 30);

let organisation: Awaited<ReturnType<typeof createOrganisation>>;
let organisationId: OrganisationId;
let teamId: Awaited<ReturnType<typeof createTeam>>['id'];
let serviceId: Awaited<ReturnType<typeof createService>>['id'];
let nodeId: string;

beforeAll(async () => {
  organisation = await createOrganisation();
  organisationId = organisation.id;
});

// A team, and so a waiting room, of its own for every test.
beforeEach(async () => {
  teamId = (await createTeam(organisationId)).id;
  serviceId = (await createService(organisationId, teamId)).id;
  nodeId = await createNode(organisationId, new Date(start + 86_400_000));
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

/** A citizen with an appointment some minutes from `start`, who opened the link. */
async function invite(
  startMinute = 0,
  overrides: Parameters<typeof createAppointment>[2] = {},
): Promise<{ appointmentId: AppointmentId; visitId: VisitId }> {
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: appointmentId } = await createAppointment(
    { organisationId, teamId, seatId, serviceIds: [serviceId] },
    'a secret of links that only tests know',
    { startAt: new Date(start + startMinute * minute), ...overrides },
  );
  const { id: visitId } = await createVisit(organisationId, appointmentId);
  return { appointmentId, visitId };
}

const come = (visitId: VisitId, now = start, at = nodeId) =>
  arrive({ organisationId, visitId, nodeId: at, now });
const go = (visitId: VisitId, now = start, from = nodeId) =>
  depart({ organisationId, visitId, nodeId: from, now });
const load = (visitId: VisitId, now = start) => inside((scope) => loadVisitView(scope, visitId, now));
const see = async (visitId: VisitId, now = start) => (await load(visitId, now))?.view as VisitView;

async function sitDown(name: string) {
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id } = await createStaffMember(organisationId, [teamId], { name });
  await createStaffSession(organisationId, id, {
    host: organisation.host,
    seatId,
    expiresAt: new Date(start + 86_400_000),
  });
  return { id, seatId };
}

const readEventTypes = async (stream: string) =>
  (await inside(({ db }) => db.event.findMany({ where: { stream }, orderBy: { number: 'asc' } }))).map(
    ({ type }) => type,
  );

describe('arriving', () => {
  test('opens the conversation with its services, gives a place outside the door, and tells team and citizen', async () => {
    const { appointmentId, visitId } = await invite();
    await come(visitId);
    const conversation = await inside(({ db }) =>
      db.conversation.findFirstOrThrow({
        where: { appointmentId },
        include: { services: true, participants: true },
      }),
    );
    expect(conversation).toMatchObject({
      state: 'waiting',
      teamId,
      services: [{ serviceId, outcome: null }],
      participants: [{ visitId, role: 'citizen', state: 'waiting' }],
    });
    expect(await readEventTypes(`appointment:${appointmentId}`)).toEqual(['visit.arrived']);
    expect(await readEventTypes(`team:${teamId}`)).toEqual(['visit.arrived']);
    expect(await see(visitId)).toMatchObject({
      call: { conversationId: conversation.id, roomName: conversation.roomName, admitted: false },
    });
  });

  test('of citizen and helper at once makes one conversation', async () => {
    const { appointmentId, visitId } = await invite();
    const helpers = await Promise.all(
      ['An', 'Bo', 'Cas'].map((companionName) =>
        createVisit(organisationId, appointmentId, { role: 'companion', companionName }),
      ),
    );
    await Promise.all([visitId, ...helpers.map(({ id }) => id)].map((id) => come(id)));
    expect(await inside(({ db }) => db.conversation.count({ where: { appointmentId } }))).toBe(1);
    expect(await readEventTypes(`appointment:${appointmentId}`)).toHaveLength(4);
  });

  test('again, on this node or another, is told to nobody and keeps the time of arrival', async () => {
    const { appointmentId, visitId } = await invite();
    await come(visitId);
    const other = await createNode(organisationId);
    await come(visitId, start + minute, other);
    await come(visitId, start + 2 * minute, other);
    expect(await readEventTypes(`appointment:${appointmentId}`)).toEqual(['visit.arrived']);
    const presence = await inside(({ db }) => db.presence.findFirstOrThrow({ where: { visitId } }));
    expect(presence).toMatchObject({ nodeId: other, arrivedAt: new Date(start) });
  });

  test.each([
    ['before the waiting room opens', -31 * minute, {}],
    ['long after the end', (15 + 121) * minute, {}],
    ['for an appointment on the phone', 0, { channel: 'phone' as const }],
    ['for a cancelled appointment', 0, { state: 'cancelled' as const, cancelledAt: new Date(start) }],
  ])('does not happen %s', async (_when, offset, overrides) => {
    const { appointmentId, visitId } = await invite(0, overrides);
    await come(visitId, start + offset);
    expect(await inside(({ db }) => db.presence.count({ where: { visitId } }))).toBe(0);
    expect(await inside(({ db }) => db.conversation.count({ where: { appointmentId } }))).toBe(0);
    expect(await readEventTypes(`team:${teamId}`)).toEqual([]);
  });

  test('does not happen with a device that yielded', async () => {
    const { visitId } = await invite();
    await inside(({ db }) =>
      db.visit.updateMany({ where: { id: visitId }, data: { yieldedAt: new Date(start) } }),
    );
    await come(visitId);
    expect(await inside(({ db }) => db.presence.count({ where: { visitId } }))).toBe(0);
    expect(await load(visitId)).toBeNull();
  });
});

describe('departing', () => {
  test('is told once, and not when the page is connected to another node by now', async () => {
    const { appointmentId, visitId } = await invite();
    await come(visitId);
    const other = await createNode(organisationId);
    await come(visitId, start, other);
    await go(visitId);
    expect(await readEventTypes(`appointment:${appointmentId}`)).toEqual(['visit.arrived']);
    await go(visitId, start, other);
    await go(visitId, start, other);
    expect(await readEventTypes(`appointment:${appointmentId}`)).toEqual(['visit.arrived', 'visit.departed']);
    expect((await load(visitId))?.arrived).toBe(false);
  });

  test('of everybody at a dead node is told once, though two nodes clear it at the same time', async () => {
    const people = [await invite(), await invite(), await invite()] as const;
    const living = await createNode(organisationId);
    for (const [index, { visitId }] of people.entries())
      await come(visitId, start, index === 0 ? living : nodeId);
    const counts = await Promise.all([
      departFrom(organisationId, [nodeId], start),
      departFrom(organisationId, [nodeId], start),
    ]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    const types = await readEventTypes(`team:${teamId}`);
    expect(types.filter((type) => type === 'visit.departed')).toHaveLength(2);
  });
});

describe('the page of a visit', () => {
  test('goes through its stages by time and says when the next one comes', async () => {
    const { visitId } = await invite();
    expect(await load(visitId, start - 200 * minute)).toMatchObject({
      view: { stage: 'prepare', waiting: null, expected: null, call: null },
      refreshAt: start - 180 * minute,
      attends: false,
    });
    expect(await load(visitId, start - 40 * minute)).toMatchObject({
      view: { stage: 'prepare', waiting: null, expected: { at: start, delayMinutes: 0 } },
      refreshAt: start - 39 * minute,
      attends: false,
    });
    expect(await load(visitId, start - 30.5 * minute)).toMatchObject({ refreshAt: start - 30 * minute });
    expect(await load(visitId, start - 30 * minute)).toMatchObject({
      view: { stage: 'wait' },
      attends: true,
    });
    expect(await load(visitId, start + 90_000)).toMatchObject({ refreshAt: start + 2 * minute });
    expect(await load(visitId, start + 135 * minute)).toMatchObject({
      view: { stage: 'missed', waiting: null },
      refreshAt: null,
      attends: false,
    });
  });

  test('counts a place among those who are there, by agreed time and then by arrival', async () => {
    const [late, early, same] = [await invite(20), await invite(0), await invite(20)] as const;
    await come(same.visitId, start);
    await come(late.visitId, start + minute);
    expect((await see(late.visitId)).waiting).toMatchObject({ place: 2, nearFront: true });
    await come(early.visitId, start + 2 * minute);
    expect((await see(early.visitId)).waiting).toMatchObject({ place: 1, nearFront: true });
    expect((await see(same.visitId)).waiting).toMatchObject({ place: 2, nearFront: true });
    expect((await see(late.visitId)).waiting).toMatchObject({ place: 3, nearFront: false });
    await go(early.visitId);
    expect((await see(late.visitId)).waiting).toMatchObject({ place: 2 });
  });

  test('counts nobody whose node died', async () => {
    const [first, second] = [await invite(0), await invite(10)] as const;
    const dead = await createNode(organisationId, new Date(start - 1));
    await come(first.visitId, start, dead);
    expect((await see(second.visitId)).waiting).toMatchObject({ place: 1 });
  });

  test('expects the turn after the conversation that is going on, and names the delay', async () => {
    const { id: clerkId, seatId } = await sitDown('Mieke Verstraete');
    const [inside15, next] = [await invite(-10), await invite(0)] as const;
    await come(inside15.visitId, start - 10 * minute);
    await inside(({ db }) =>
      db.conversation.updateMany({
        where: { appointmentId: inside15.appointmentId },
        data: { state: 'admitted', clerkId, seatId, admittedAt: new Date(start - 5 * minute) },
      }),
    );
    await come(next.visitId);
    expect((await see(next.visitId)).waiting).toEqual({
      place: 1,
      expectedAt: start + 10 * minute,
      isPaused: false,
      delayMinutes: 10,
      nearFront: true,
    });
    expect(await see(next.visitId)).toMatchObject({ clerkName: 'Mieke Verstraete' });
    // What such conversations took lately counts for more than the plan.
    const measuredPercents = Array<number>(60).fill(200);
    await inside(({ db }) => db.service.updateMany({ where: { id: serviceId }, data: { measuredPercents } }));
    expect(await see(next.visitId)).toMatchObject({ waiting: { expectedAt: start + 25 * minute } });
    await sitDown('Jonas Lootens');
    expect(await see(next.visitId)).toMatchObject({
      clerkName: null,
      waiting: { expectedAt: start, isPaused: false, delayMinutes: 0 },
    });
  });

  test('does not call late who came late themselves', async () => {
    await sitDown('Mieke Verstraete');
    const { visitId } = await invite();
    await come(visitId, start + 12 * minute);
    expect(await see(visitId, start + 12 * minute)).toMatchObject({
      waiting: { expectedAt: start + 12 * minute, isPaused: false, delayMinutes: 0 },
    });
    expect(await see(visitId, start + 18 * minute)).toMatchObject({ waiting: { delayMinutes: 6 } });
  });

  test('says so when whoever works there pauses, and no more once the seat is closed for the day', async () => {
    const { id: staffMemberId, seatId } = await sitDown('Mieke Verstraete');
    const { visitId } = await invite();
    await come(visitId);
    const rest = (reason: 'break' | 'endOfDay') =>
      inside(async ({ db }) => {
        await db.unavailability.updateMany({ where: { endAt: null }, data: { endAt: new Date(start) } });
        const startAt = new Date(start);
        await db.unavailability.create({ data: { organisationId, seatId, staffMemberId, reason, startAt } });
      });
    expect((await see(visitId)).waiting).toMatchObject({ expectedAt: start, isPaused: false });
    await rest('break');
    expect(await see(visitId)).toMatchObject({
      waiting: { place: 1, expectedAt: null, isPaused: true },
      clerkName: null,
    });
    await rest('endOfDay');
    expect((await see(visitId)).waiting).toMatchObject({ expectedAt: null, isPaused: false });
  });

  test('names no time and no delay when the start is past and nobody is at the counter', async () => {
    const { visitId } = await invite();
    await come(visitId);
    const unknown = { place: 1, expectedAt: null, isPaused: false, delayMinutes: 0, nearFront: true };
    expect((await see(visitId, start + 8 * minute)).waiting).toEqual(unknown);
    await sitDown('Mieke Verstraete');
    expect((await see(visitId, start + 8 * minute)).waiting).toEqual({
      ...unknown,
      expectedAt: start + 8 * minute,
      isPaused: false,
      delayMinutes: 8,
    });
  });

  test('tells who still has to come that the counter runs late, as long as it does', async () => {
    const { id: clerkId, seatId } = await sitDown('Mieke Verstraete');
    const speaking = await invite(-60);
    await come(speaking.visitId, start - 60 * minute);
    const move = (data: object) =>
      inside(({ db }) =>
        db.conversation.updateMany({ where: { appointmentId: speaking.appointmentId }, data }),
      );
    await move({ state: 'admitted', clerkId, seatId, admittedAt: new Date(start - 60 * minute) });
    // At the same seat, one after another.
    const first = await invite(-30);
    const second = await invite(15, { channel: 'phone', phone: '+32470123456' });
    await inside(({ db }) =>
      db.appointment.updateMany({
        where: { id: { in: [first.appointmentId, second.appointmentId] } },
        data: { seatId },
      }),
    );
    await come(first.visitId, start - 5 * minute);
    const expectedOf = async (now: number) => (await see(second.visitId, now)).expected;
    expect(await expectedOf(start - minute)).toEqual({ at: start + 16 * minute, delayMinutes: 1 });
    expect(await expectedOf(start + 10 * minute)).toEqual({ at: start + 27 * minute, delayMinutes: 12 });
    await move({ state: 'ended', endedAt: new Date(start) });
    expect(await expectedOf(start)).toEqual({ at: start + 15 * minute, delayMinutes: 0 });
  });

  test('of a companion tells no place', async () => {
    const { appointmentId, visitId } = await invite();
    const companion = await createVisit(organisationId, appointmentId, {
      role: 'companion',
      companionName: 'Karim Haddad',
    });
    await sitDown('Mieke Verstraete');
    await come(visitId);
    await come(companion.id);
    expect(await see(companion.id)).toMatchObject({
      role: 'companion',
      waiting: { place: null, expectedAt: start, nearFront: true },
      survey: null,
    });
  });

  test('goes from waiting to the call to the end with the conversation', async () => {
    const { id: clerkId, seatId } = await sitDown('Mieke Verstraete');
    const { appointmentId, visitId } = await invite(0, { citizenName: 'Sofie Van Daele' });
    await come(visitId);
    const move = (data: object) =>
      inside(({ db }) => db.conversation.updateMany({ where: { appointmentId }, data }));
    await move({ state: 'admitted', clerkId, seatId, admittedAt: new Date(start) });
    expect(await see(visitId)).toMatchObject({
      stage: 'call',
      waiting: null,
      clerkName: 'Mieke Verstraete',
      call: { admitted: false },
      ownName: null,
    });
    await inside(({ db }) =>
      db.participant.updateMany({
        where: { visitId },
        data: { state: 'admitted', admittedAt: new Date(start) },
      }),
    );
    expect(await see(visitId)).toMatchObject({ call: { admitted: true }, ownName: 'Sofie Van Daele' });
    await move({ state: 'ended', endedAt: new Date(start + minute) });
    expect(await see(visitId)).toMatchObject({ stage: 'ended', call: null, survey: 'open' });
  });

  test('of somebody unknown is none, also when the visit is of another municipality', async () => {
    expect(await load(randomUUID() as VisitId)).toBeNull();
    const { visitId } = await invite();
    const other = await createOrganisation();
    expect(await withOrganisation(other.id, (scope) => loadVisitView(scope, visitId, start))).toBeNull();
  });
});
