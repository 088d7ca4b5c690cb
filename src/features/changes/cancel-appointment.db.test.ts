import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { createConversation } from '../../../prisma/factories/conversation-factories.ts';
import { createOrganisation, createStaffMember } from '../../../prisma/factories/organisation-factories.ts';
import { monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { lookAtChange } from './look-at-change.ts';
import { moveAppointment } from './move-appointment.ts';

const hour = 3_600_000;
afterAll(closeDatabase);

/** A counter with one seat, whose Monday morning is booked, and the citizen who did so. */
async function bookedCounter() {
  const world = await openChangeWorld();
  const own = await world.book(0, { phone: '+32470123456' });
  const { tools } = world;
  return {
    ...world,
    ...own,
    cancel: (actor = own.actor) => cancelAppointment(tools, actor, own.id),
    look: (actor = own.actor) => lookAtChange(tools, actor, own.id),
    readOwn: () => world.read(own.id),
  };
}

type BookedCounter = Awaited<ReturnType<typeof bookedCounter>>;

async function openConversation(
  { organisation, teamId, id, now }: BookedCounter,
  state: 'waiting' | 'admitted' | 'ended',
) {
  const clerk = state === 'waiting' ? null : await createStaffMember(organisation.id, [teamId]);
  await createConversation(organisation.id, teamId, id, {
    state,
    startedAt: new Date(now()),
    clerkId: clerk?.id ?? null,
    admittedAt: clerk ? new Date(now()) : null,
    endedAt: state === 'ended' ? new Date(now()) : null,
  });
}

describe('a cancelled appointment', () => {
  test('frees its time for somebody else', async () => {
    const counter = await bookedCounter();
    const other = await counter.book(60);
    const { organisation, tools } = counter;
    const move = () =>
      moveAppointment(tools, other.actor, { organisation, appointmentId: other.id, startAt: monday });
    expect(await move()).toMatchObject({ ok: false, failure: { code: 'timeTaken' } });
    expect(await counter.cancel()).toEqual({ ok: true, value: 'cancelled' });
    expect(await move()).toMatchObject({ ok: true });
  });

  test('is remembered with its time and a later calendar sequence', async () => {
    const counter = await bookedCounter();
    await counter.cancel();
    expect(await counter.readOwn()).toMatchObject({
      state: 'cancelled',
      cancelledAt: new Date(counter.now()),
      cancelledBy: 'citizen',
      calendarSequence: 1,
    });
  });

  test('is told by every way that was given, at once', async () => {
    const counter = await bookedCounter();
    await counter.cancel();
    const told = (await counter.readOwn()).messages.filter(({ kind }) => kind === 'cancellation');
    expect(told.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
    expect([...counter.enqueued].sort()).toEqual(told.map(({ id }) => id).sort());
  });

  test('tells the appointment’s page and the team’s seats', async () => {
    const counter = await bookedCounter();
    await counter.cancel();
    const events = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'appointment.cancelled' } }),
    );
    expect(events.map(({ stream }) => stream).sort()).toEqual([
      `appointment:${counter.id}`,
      `team:${counter.teamId}`,
    ]);
    expect(events[0]).toMatchObject({ actorKind: 'citizen', actorId: counter.actor.visitId });
  });

  test('is cancelled once, however often it is said', async () => {
    const counter = await bookedCounter();
    const results = await Promise.all([1, 2, 3].map(() => counter.cancel()));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const { calendarSequence, messages } = await counter.readOwn();
    expect(calendarSequence).toBe(1);
    expect(messages.filter(({ kind }) => kind === 'cancellation')).toHaveLength(2);
    expect(await counter.look()).toMatchObject({ may: 'cancelled' });
  });

  test('leaves nobody waiting who could be admitted', async () => {
    const counter = await bookedCounter();
    await openConversation(counter, 'waiting');
    expect(await counter.cancel()).toMatchObject({ ok: true });
    expect(await counter.readOwn()).toMatchObject({ state: 'cancelled', conversation: null });
  });
});

describe('staff', () => {
  test('cancel for the citizen, who reads who did so', async () => {
    const counter = await bookedCounter();
    const clerk = await counter.clerk();
    expect(await cancelAppointment(counter.tools, clerk, counter.id)).toMatchObject({ ok: true });
    expect(await counter.readOwn()).toMatchObject({ state: 'cancelled', cancelledBy: 'staff' });
  });

  test('cancel nothing without the right, nor in another organisation', async () => {
    const counter = await bookedCounter();
    const officer = await counter.clerk({ roles: ['privacyOfficer'] });
    const stranger = await (await openChangeWorld()).clerk();
    for (const actor of [officer, stranger])
      expect(await cancelAppointment(counter.tools, actor, counter.id)).toMatchObject({
        failure: { code: 'notYours' },
      });
    expect((await counter.readOwn()).state).toBe('booked');
  });
});

describe('an appointment cannot be cancelled', () => {
  test.each(['admitted', 'ended'] as const)('when its conversation is %s', async (state) => {
    const counter = await bookedCounter();
    await openConversation(counter, state);
    expect(await counter.look()).toMatchObject({ may: 'tooLate' });
    expect(await counter.cancel()).toEqual({
      ok: false,
      failure: { code: 'tooLate' },
    });
    expect((await counter.readOwn()).state).toBe('booked');
    expect(counter.enqueued).toEqual([]);
  });

  test('when it was missed', async () => {
    const counter = await bookedCounter();
    counter.setClock(monday + 4 * hour);
    expect(await counter.cancel()).toMatchObject({ failure: { code: 'tooLate' } });
  });

  test('by a companion, or from another organisation', async () => {
    const counter = await bookedCounter();
    const { id: elsewhere } = await createOrganisation();
    const strangers: VisitActor[] = [
      { ...counter.actor, role: 'companion' },
      { ...counter.actor, organisationId: elsewhere as OrganisationId },
    ];
    for (const stranger of strangers) {
      expect(await counter.cancel(stranger)).toEqual({ ok: false, failure: { code: 'notYours' } });
      expect(await counter.look(stranger)).toBeNull();
    }
    expect((await counter.readOwn()).state).toBe('booked');
  });
});
