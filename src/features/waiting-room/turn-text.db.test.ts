import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import { writeTextStop } from '#db/text-stops.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId, TeamId } from '#journey/ids.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createConversation,
  createPresence,
  createVisit,
} from '../../../prisma/factories/conversation-factories.ts';
import { createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { askTurnText, dropTurnText } from './ask-turn-text.ts';
import { tellTurns } from './tell-turns.ts';
import { loadVisitView } from './visit-view.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const minute = 60_000;
const start = Math.floor(Date.now() / minute) * minute;

let organisationId: OrganisationId;
let teamId: TeamId;
let serviceId: Awaited<ReturnType<typeof createCounter>>['serviceId'];
let clerk: Awaited<ReturnType<typeof createSeatedClerk>>;
let nodeId: string;
let now = start;
const clock = { now: () => now };
const tools = { clock, jobQueue: { enqueueDelivery: async () => {} } as JobQueue };

beforeEach(async () => {
  const counter = await createCounter();
  organisationId = counter.organisation.id;
  ({ teamId, serviceId, nodeId } = counter);
  clerk = await createSeatedClerk(counter, {});
  now = start;
});

afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);
const done = { ok: true, value: 'asked' };

/** Somebody in the waiting room whose turn is then, who can leave it. */
async function wait(
  startMinute: number,
  phone: string | null = '+32470123456',
  role: VisitActor['role'] = 'citizen',
) {
  const place = { organisationId, teamId, seatId: clerk.seatId, serviceIds: [serviceId] };
  const startAt = new Date(start + startMinute * minute);
  const { id } = await createAppointment(place, linkSecret, {
    startAt,
    phone,
    endAt: new Date(startAt.getTime() + 15 * minute),
  });
  const { id: visitId } = await createVisit(organisationId, id);
  await createConversation(organisationId, teamId, id);
  await createPresence(organisationId, { visitId, teamId, nodeId, arrivedAt: new Date(start) });
  const actor: VisitActor = { kind: 'visitor', organisationId, visitId, appointmentId: id, role };
  const leave = () => inside(({ db }) => db.presence.deleteMany({ where: { visitId } }));
  return { id, actor, leave };
}

const messages = (appointmentId: AppointmentId) =>
  inside(({ db }) => db.message.findMany({ where: { appointmentId, kind: 'turnNear' } }));
const lookAt = (minutes: number) => {
  now = start + minutes * minute;
  return tellTurns(tools, organisationId);
};
const see = async ({ visitId }: VisitActor) =>
  (await inside((scope) => loadVisitView(scope, visitId, now)))?.view.turnText;

describe('who asked for a text when it is nearly their turn', () => {
  test('may leave, keeps the place, and is told once, a few minutes before', async () => {
    const { id, actor, leave } = await wait(20);
    expect(await see(actor)).toEqual({ state: 'offered', phoneEnding: '56' });
    expect(await askTurnText(clock, actor, '')).toEqual(done);
    expect(await see(actor)).toEqual({ state: 'asked', phoneEnding: '56' });
    await leave();
    const { coming } = await inside((scope) => readRunningDay(scope, teamId, now));
    expect(coming).toMatchObject([{ id, arrivedAt: start, awaitsText: true }]);
    expect(await lookAt(14)).toBe(0);
    expect(await lookAt(15)).toBe(1);
    expect(await lookAt(15)).toBe(0);
    expect(await messages(id)).toMatchObject([{ channel: 'sms', plannedAt: new Date(now) }]);
    expect(await see(actor)).toMatchObject({ state: 'told' });
    expect(await askTurnText(clock, actor, '')).toMatchObject({ failure: { code: 'over' } });
    const events = await inside(({ db }) =>
      db.event.findMany({ where: { stream: `team:${teamId}` }, orderBy: { number: 'asc' } }),
    );
    expect(events.map(({ type }) => type)).toEqual(['visit.turnTextAsked', 'appointment.turnNear']);
    expect(JSON.stringify(events)).not.toContain('+32');
  });

  test('is told without ever having been connected, but not before the waiting room is open', async () => {
    const { id, actor, leave } = await wait(40);
    await leave();
    await inside(({ db }) => db.conversation.deleteMany({ where: { appointmentId: id } }));
    expect(await askTurnText(clock, actor, '')).toMatchObject({ failure: { code: 'over' } });
    now = start + 10 * minute;
    expect(await askTurnText(clock, actor, '')).toEqual(done);
    expect(await lookAt(35)).toBe(1);
    expect(await messages(id)).toHaveLength(1);
  });

  test('is told once by two workers at the same time', async () => {
    const { id, actor } = await wait(4);
    await askTurnText(clock, actor, '');
    const told = await Promise.all([tellTurns(tools, organisationId), tellTurns(tools, organisationId)]);
    expect(told.sort()).toEqual([0, 1]);
    expect(await messages(id)).toHaveLength(1);
  });

  test('loses the place when they do not come back on it', async () => {
    const { actor, leave } = await wait(5);
    await askTurnText(clock, actor, '');
    await leave();
    await lookAt(0);
    const arrivedAfter = async (minutes: number) =>
      (await inside((scope) => readRunningDay(scope, teamId, start + minutes * minute))).coming[0]?.arrivedAt;
    expect(await arrivedAfter(9)).toBe(start);
    expect(await arrivedAfter(10)).toBeNull();
  });

  test('is not told when it is not wanted any more', async () => {
    const { id, actor } = await wait(4);
    expect(await askTurnText(clock, actor, '')).toEqual(done);
    await dropTurnText(clock, actor);
    expect(await see(actor)).toMatchObject({ state: 'near' });
    expect(await lookAt(3)).toBe(0);
    expect(await messages(id)).toEqual([]);
  });

  test('is not told when somebody speaks with them already', async () => {
    const { id, actor } = await wait(4);
    expect(await askTurnText(clock, actor, '')).toEqual(done);
    const admission = { clerkId: clerk.actor.staffMemberId, admittedAt: new Date(now) };
    await inside(({ db }) =>
      db.conversation.updateMany({ where: { appointmentId: id }, data: { state: 'admitted', ...admission } }),
    );
    expect(await lookAt(3)).toBe(0);
  });

  test('is not told when the appointment was cancelled', async () => {
    const { id, actor } = await wait(4);
    expect(await askTurnText(clock, actor, '')).toEqual(done);
    const cancelled = { state: 'cancelled', cancelledAt: new Date(now), cancelledBy: 'citizen' } as const;
    await inside(({ db }) => db.appointment.updateMany({ where: { id }, data: cancelled }));
    expect(await lookAt(3)).toBe(0);
  });
});

describe('the number', () => {
  test('can be another one than that of the appointment, which stays as it is', async () => {
    const { id, actor } = await wait(20, '+3293234567');
    expect(await see(actor)).toEqual({ state: 'offered', phoneEnding: null });
    expect(await askTurnText(clock, actor, '0471 22 33 44')).toEqual(done);
    expect(await see(actor)).toEqual({ state: 'asked', phoneEnding: '44' });
    const row = await inside(({ db }) => db.appointment.findFirstOrThrow({ where: { id } }));
    expect(row).toMatchObject({ phone: '+3293234567', turnTextPhone: '+32471223344' });
  });

  test.each([
    ['', null, 'missing'],
    ['', '+3293234567', 'missing'],
    ['0471', null, 'wrong'],
    ['09 323 45 67', null, 'notMobile'],
    ['0479 99 99 99', null, 'stopped'],
  ] as const)('typed as "%s" beside %s is refused: %s', async (typed, phone, code) => {
    const { actor } = await wait(20, phone);
    await inside((scope) => writeTextStop(scope, '+32479999999', new Date(now)));
    expect(await askTurnText(clock, actor, typed)).toEqual({ ok: false, failure: { code } });
  });

  test('is not asked of a companion, who is told nothing of it', async () => {
    const { actor } = await wait(20);
    await askTurnText(clock, actor, '');
    const companion = { ...actor, role: 'companion' as const };
    expect(await askTurnText(clock, companion, '0471 22 33 44')).toMatchObject({ failure: { code: 'over' } });
    await dropTurnText(clock, companion);
    expect(await see(actor)).toMatchObject({ state: 'asked' });
  });
});
