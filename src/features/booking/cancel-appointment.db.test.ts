import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readServiceTime } from '#features/scheduling/find-times.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, MessageId, OrganisationId, VisitId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { bookAppointment } from './book-appointment.ts';
import type { BookingTools } from './booking-request.ts';
import { cancelAppointment, lookAtCancellation } from './cancel-appointment.ts';

const hour = 3_600_000;
let now: number;
let enqueued: MessageId[];
const monday = epochMilliseconds(Date.UTC(2026, 10, 23, 9));
const tools: BookingTools = {
  clock: { now: () => now },
  jobQueue: {
    enqueueDelivery: async (_scope, ids) => {
      enqueued.push(...ids);
    },
  },
  linkSecret: 'a-secret-for-links-0123456789-0123456789',
  readServiceTime,
};

beforeEach(() => {
  now = Date.UTC(2026, 10, 20, 8);
  enqueued = [];
});
afterAll(closeDatabase);

/** A counter with one seat, whose Monday morning is booked, and the citizen who did so. */
async function bookedCounter() {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  await createSeat(organisationId, teamId);
  const { slug } = await createService(organisationId, teamId);
  const book = () =>
    bookAppointment(tools, {
      organisation: { id: organisationId, timeZone: 'Europe/Brussels' },
      wish: makeWish(slug),
      startAt: monday,
      submissionKey: randomUUID(),
      language: 'nl',
      details: { name: 'Sofie', email: 'sofie@example.org', phone: '+32470123456', remark: null },
      principal: null,
      interpreterLanguage: null,
      wouldHaveCome: null,
      request: { kind: 'citizen' },
    });
  expect(await book()).toMatchObject({ ok: true });
  const read = () =>
    withOrganisation(organisationId, ({ db }) =>
      db.appointment.findFirstOrThrow({
        orderBy: { createdAt: 'asc' },
        include: { messages: true, conversation: true },
      }),
    );
  const appointmentId = (await read()).id as AppointmentId;
  const actor: VisitActor = {
    kind: 'visitor',
    organisationId,
    visitId: randomUUID() as VisitId,
    appointmentId,
    role: 'citizen',
  };
  enqueued = [];
  return { organisationId, teamId, appointmentId, actor, book, read };
}

async function openConversation(
  { organisationId, teamId, appointmentId }: Awaited<ReturnType<typeof bookedCounter>>,
  state: 'waiting' | 'admitted' | 'ended',
) {
  const clerk = state === 'waiting' ? null : await createStaffMember(organisationId, [teamId]);
  await withOrganisation(organisationId, ({ db }) =>
    db.conversation.create({
      data: {
        organisationId,
        appointmentId,
        teamId,
        channel: 'video',
        state,
        roomName: randomUUID(),
        startedAt: new Date(now),
        clerkId: clerk?.id ?? null,
        admittedAt: clerk ? new Date(now) : null,
        endedAt: state === 'ended' ? new Date(now) : null,
      },
    }),
  );
}

describe('a cancelled appointment', () => {
  test('frees its time for somebody else', async () => {
    const counter = await bookedCounter();
    expect(await counter.book()).toMatchObject({ ok: false, failure: { code: 'timeTaken' } });
    expect(await cancelAppointment(tools, counter.actor)).toEqual({ ok: true, value: 'cancelled' });
    expect(await counter.book()).toMatchObject({ ok: true });
  });

  test('is remembered with its time and a later calendar sequence', async () => {
    const counter = await bookedCounter();
    await cancelAppointment(tools, counter.actor);
    expect(await counter.read()).toMatchObject({
      state: 'cancelled',
      cancelledAt: new Date(now),
      calendarSequence: 1,
    });
  });

  test('is told by every way that was given, at once', async () => {
    const counter = await bookedCounter();
    await cancelAppointment(tools, counter.actor);
    const told = (await counter.read()).messages.filter(({ kind }) => kind === 'cancellation');
    expect(told.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
    expect([...enqueued].sort()).toEqual(told.map(({ id }) => id).sort());
  });

  test('tells the appointment’s page and the team’s seats', async () => {
    const counter = await bookedCounter();
    await cancelAppointment(tools, counter.actor);
    const events = await withOrganisation(counter.organisationId, ({ db }) =>
      db.event.findMany({ where: { type: 'appointment.cancelled' } }),
    );
    expect(events.map(({ stream }) => stream).sort()).toEqual([
      `appointment:${counter.appointmentId}`,
      `team:${counter.teamId}`,
    ]);
    expect(events[0]).toMatchObject({ actorKind: 'citizen', actorId: counter.actor.visitId });
  });

  test('is cancelled once, however often it is said', async () => {
    const counter = await bookedCounter();
    const results = await Promise.all([1, 2, 3].map(() => cancelAppointment(tools, counter.actor)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const { calendarSequence, messages } = await counter.read();
    expect(calendarSequence).toBe(1);
    expect(messages.filter(({ kind }) => kind === 'cancellation')).toHaveLength(2);
    expect(await lookAtCancellation(tools, counter.actor)).toMatchObject({ may: 'nothing' });
  });

  test('leaves nobody waiting who could be admitted', async () => {
    const counter = await bookedCounter();
    await openConversation(counter, 'waiting');
    expect(await cancelAppointment(tools, counter.actor)).toMatchObject({ ok: true });
    expect(await counter.read()).toMatchObject({ state: 'cancelled', conversation: null });
  });
});

describe('an appointment cannot be cancelled', () => {
  test.each(['admitted', 'ended'] as const)('when its conversation is %s', async (state) => {
    const counter = await bookedCounter();
    await openConversation(counter, state);
    expect(await lookAtCancellation(tools, counter.actor)).toMatchObject({ may: 'tooLate' });
    expect(await cancelAppointment(tools, counter.actor)).toEqual({
      ok: false,
      failure: { code: 'tooLate' },
    });
    expect((await counter.read()).state).toBe('booked');
    expect(enqueued).toEqual([]);
  });

  test('when it was missed', async () => {
    const counter = await bookedCounter();
    now = monday + 4 * hour;
    expect(await cancelAppointment(tools, counter.actor)).toMatchObject({ failure: { code: 'tooLate' } });
  });

  test('by a companion, or from another organisation', async () => {
    const counter = await bookedCounter();
    const { id: elsewhere } = await createOrganisation();
    const strangers: VisitActor[] = [
      { ...counter.actor, role: 'companion' },
      { ...counter.actor, organisationId: elsewhere as OrganisationId },
    ];
    for (const stranger of strangers) {
      expect(await cancelAppointment(tools, stranger)).toEqual({ ok: false, failure: { code: 'notYours' } });
      expect(await lookAtCancellation(tools, stranger)).toBeNull();
    }
    expect((await counter.read()).state).toBe('booked');
  });
});
