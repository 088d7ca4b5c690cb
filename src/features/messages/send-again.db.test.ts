import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, StaffRole } from '#journey/actor.ts';
import type { MessageId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { listAgainOf, listFailingMessages, sendAgain } from './send-again.ts';

const timeZone = 'Europe/Brussels';
const now = epochMilliseconds(Date.parse('2026-11-20T08:00Z'));
const startAt = new Date('2026-11-24T09:40Z');
const queued: MessageId[] = [];
const tools = {
  clock: { now: () => now },
  timeZone,
  jobQueue: { enqueueDelivery: async (_: unknown, ids: readonly MessageId[]) => void queued.push(...ids) },
};

let counter: Counter;
let supervisor: StaffActor;
beforeAll(async () => {
  counter = await createCounter();
  supervisor = await hire('supervisor');
});
afterAll(closeDatabase);

const hire = async (role: StaffRole) => (await createSeatedClerk(counter, { roles: [role] })).actor;
const inCounter = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

type Failed = {
  readonly kind?: 'confirmation' | 'reminder' | 'earlierTime';
  readonly channel?: 'email' | 'sms';
  readonly state?: 'failedForGood' | 'failedTemporarily' | 'delivered';
  readonly plannedAt?: Date;
};

async function fail(failed: Failed = {}, appointment: Parameters<typeof createAppointment>[2] = {}) {
  const { kind = 'confirmation', channel = 'email', state = 'failedForGood' } = failed;
  const { plannedAt = new Date('2026-11-19T08:00Z') } = failed;
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const { id: appointmentId } = await createAppointment(place, 'a secret of links that only tests know', {
    startAt,
    ...appointment,
  });
  const { id } = await inCounter(({ db, organisationId }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId,
        kind,
        channel,
        state,
        plannedAt,
        aboutStartAt: kind === 'reminder' ? startAt : null,
        nextAttemptAt: new Date('2026-11-20T09:00Z'),
        settledAt: state === 'failedTemporarily' ? null : plannedAt,
        failureCode: state === 'delivered' ? null : 'unknownAddress',
        attempts: 3,
      },
      select: { id: true },
    }),
  );
  return { id: id as MessageId, appointmentId };
}

const read = (id: MessageId) => inCounter(({ db }) => db.message.findFirstOrThrow({ where: { id } }));
const again = (id: MessageId, actor = supervisor) => sendAgain(tools, actor, id);

describe('a message that failed for good', () => {
  test('stays what it is, and another one like it is due at once', async () => {
    const { id, appointmentId } = await fail({ kind: 'reminder' });
    const outcome = await again(id);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.messageId).not.toBe(id);
    expect(await read(id)).toMatchObject({ state: 'failedForGood', attempts: 3 });
    expect(await read(outcome.messageId)).toMatchObject({
      appointmentId,
      kind: 'reminder',
      channel: 'email',
      state: 'planned',
      attempts: 0,
      plannedAt: new Date(now),
      nextAttemptAt: new Date(now),
      aboutStartAt: startAt,
      againOfId: id,
    });
    expect(queued).toContain(outcome.messageId);
    const events = await inCounter(({ db }) =>
      db.event.findMany({ where: { type: 'message.sentAgain', stream: `appointment:${appointmentId}` } }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actorKind: 'staff', actorId: supervisor.staffMemberId });
  });

  test('is sent again once, however often it is wished at once', async () => {
    const { id, appointmentId } = await fail();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => again(id)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', ...Array(4).fill('notFailing')]);
    expect(await inCounter(({ db }) => db.message.count({ where: { appointmentId } }))).toBe(2);
  });

  test.each([
    ['appointmentCancelled', {}, { state: 'cancelled', cancelledAt: new Date(now) }],
    ['tooLate', {}, { startAt: new Date('2026-11-20T07:00Z') }],
    ['appointmentMoved', { kind: 'reminder' }, { startAt: new Date('2026-11-25T09:40Z') }],
    ['offerSettled', { kind: 'earlierTime' }, {}],
    ['noAddress', {}, { email: null, phone: '+32470123456' }],
    ['noNumber', { channel: 'sms' }, { phone: null }],
    ['noNumber', { channel: 'sms' }, { phone: '+3292345678' }],
  ] as const)('is not sent again where that makes no sense: %s', async (reason, failed, appointment) => {
    const { id } = await fail(failed, appointment);
    expect(await again(id)).toEqual({ kind: 'senseless', reason });
    const list = await listFailingMessages(tools, supervisor, null);
    expect(list?.messages.find((message) => message.id === id)?.notAgain).toBe(reason);
  });
});

test('a message that waits for its next try is tried at once', async () => {
  const { id } = await fail({ state: 'failedTemporarily' });
  expect(await again(id)).toEqual({ kind: 'done', messageId: id });
  expect(await read(id)).toMatchObject({ state: 'failedTemporarily', nextAttemptAt: new Date(now) });
  expect(queued).toContain(id);
});

test('a message that arrived is left alone', async () => {
  const { id } = await fail({ state: 'delivered' });
  expect(await again(id)).toEqual({ kind: 'notFailing' });
});

describe('the list of what did not arrive', () => {
  test('has what failed in the last two weeks and was not sent again, of its own municipality, page by page', async () => {
    counter = await createCounter();
    const actor = await hire('supervisor');
    const older: MessageId[] = [];
    const { id } = await fail();
    await fail({ plannedAt: new Date('2026-11-01T08:00Z') });
    await fail({ state: 'delivered' });
    // Planned long ago for later: its moment counts, not when it was written down.
    const waits = await fail({ state: 'failedTemporarily' });
    await fail({ plannedAt: new Date('2026-11-18T08:00Z') }).then((each) => older.push(each.id));
    const repeated = await fail();
    await again(repeated.id, actor);
    const list = await listFailingMessages(tools, actor, null);
    expect(list?.messages.map((message) => message.id)).toEqual([waits.id, id, ...older]);
    expect(list?.messages[1]).toMatchObject({ failureCode: 'unknownAddress', notAgain: null });
    expect((await listFailingMessages(tools, actor, waits.id))?.messages.map((each) => each.id)).toEqual([
      id,
      ...older,
    ]);
    expect(
      (await listFailingMessages(tools, supervisor, null))?.messages.some((each) => each.id === id),
    ).toBe(false);
    expect(await again(id, supervisor)).toEqual({ kind: 'notFailing' });
  });

  test.each(['clerk', 'expert', 'administrator', 'privacyOfficer'] as const)(
    'is not for a %s',
    async (role) => {
      expect(await listFailingMessages(tools, await hire(role), null)).toBeNull();
    },
  );
});

describe('a clerk', () => {
  test('sends again what did not arrive at an appointment of the own team, to the address as it is now', async () => {
    const { id, appointmentId } = await fail();
    const actor = await hire('clerk');
    expect(await listAgainOf(tools, actor, appointmentId)).toEqual(new Map([[id, null]]));
    expect(await again(id, actor)).toMatchObject({ kind: 'done' });
    expect(await listAgainOf(tools, actor, appointmentId)).toEqual(new Map());
  });

  test('hears why something is not sent again', async () => {
    const { appointmentId, id } = await fail({}, { email: null, phone: '+32470123456' });
    expect(await listAgainOf(tools, await hire('clerk'), appointmentId)).toEqual(
      new Map([[id, 'noAddress']]),
    );
  });

  test.each(['clerk', 'administrator', 'privacyOfficer'] as const)(
    'of another team, or a %s of none, sends nothing',
    async (role) => {
      const { id, appointmentId } = await fail();
      const elsewhere = await createCounter(counter.organisation);
      const { actor } = await createSeatedClerk(elsewhere, { roles: [role] });
      expect(await again(id, actor)).toEqual({ kind: 'forbidden' });
      expect(await listAgainOf(tools, actor, appointmentId)).toEqual(new Map());
    },
  );
});
