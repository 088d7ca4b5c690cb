import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { writeHeard } from '#db/heard-from.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import type { MessageId, OrganisationId } from '#journey/ids.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { escalate } from './escalate.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const noon = epochMilliseconds(Date.parse('2026-11-24T12:00Z'));

let organisationId: OrganisationId;
let place: Parameters<typeof createAppointment>[0];
let startAt = noon;
let now: EpochMilliseconds = noon;
const queued: MessageId[] = [];
const tools = {
  clock: { now: () => now },
  jobQueue: { enqueueDelivery: async (_, ids) => void queued.push(...ids) } as JobQueue,
};

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
});

afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

type Overrides = NonNullable<Parameters<typeof createAppointment>[2]>;

/** Somebody whose reminder was sent a day before, on a day of their own. The clock is four hours before the start. */
async function remind(state: 'accepted' | 'failedForGood', overrides: Overrides = {}) {
  startAt = addMinutes(startAt, 2 * 24 * 60);
  now = addMinutes(startAt, -240);
  const contact = { email: 'sofie@example.org', phone: '+32470123456', ...overrides };
  const { id } = await createAppointment(place, linkSecret, { startAt: new Date(startAt), ...contact });
  const sentAt = new Date(addMinutes(startAt, -24 * 60));
  await inside(({ db }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId: id,
        kind: 'reminder',
        channel: 'email',
        plannedAt: sentAt,
        nextAttemptAt: sentAt,
        state,
        settledAt: state === 'accepted' ? null : sentAt,
      },
    }),
  );
  const where = { appointmentId: id, kind: 'escalation' as const };
  return {
    id,
    texts: () => inside(({ db }) => db.message.findMany({ where })),
    task: () => inside(({ db }) => db.callTask.findFirst({ where: { appointmentId: id } })),
    events: async () => {
      const rows = await inside(({ db }) => db.event.findMany({ where: { stream: `appointment:${id}` } }));
      return rows.map(({ type }) => type);
    },
  };
}

describe('following up', () => {
  test('sends one text message to who did not answer, however often and by how many it is looked for', async () => {
    const sofie = await remind('accepted');
    now = addMinutes(startAt, -241);
    expect(await escalate(tools, organisationId)).toBe(0);
    now = addMinutes(startAt, -240);
    const counts = await Promise.all([1, 2, 3].map(() => escalate(tools, organisationId)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    const [message, ...others] = await sofie.texts();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ channel: 'sms', state: 'planned', plannedAt: new Date(now) });
    expect(queued).toContain(message?.id);
    expect(await sofie.events()).toEqual(['message.escalated']);
    expect(await sofie.task()).toBeNull();
  });

  test('leaves alone who opened the appointment since, and what is cancelled', async () => {
    const karim = await remind('accepted');
    const { teamId } = place;
    const by = { kind: 'citizen', id: karim.id } as const;
    const at = addMinutes(now, -60);
    await inside((scope) => writeHeard(scope, { appointmentId: karim.id, teamId, by, how: 'opened', at }));
    expect(await escalate(tools, organisationId)).toBe(0);
    await remind('failedForGood', { state: 'cancelled', cancelledAt: new Date(noon) });
    expect(await escalate(tools, organisationId)).toBe(0);
  });

  test('counts the browser in which somebody booked for nothing: they read no message there', async () => {
    const ann = await remind('failedForGood', { phone: null });
    await createVisit(organisationId, ann.id, { createdAt: new Date(addMinutes(startAt, -24 * 60 + 1)) });
    expect(await escalate(tools, organisationId)).toBe(1);
    expect(await ann.task()).toMatchObject({ reason: 'bounced' });
  });

  test('puts on the list who can be reached by telephone alone, once, and anew for newer news', async () => {
    const aisha = await remind('failedForGood', { phone: '+3293234567' });
    now = addMinutes(startAt, -20 * 60);
    await Promise.all([escalate(tools, organisationId), escalate(tools, organisationId)]);
    expect(await aisha.task()).toMatchObject({ reason: 'bounced', tries: 0, settledAt: null });
    expect(await aisha.events()).toEqual(['call.asked']);

    await inside(({ db }) =>
      db.callTask.updateMany({
        where: { appointmentId: aisha.id },
        data: { result: 'reached', tries: 1, triedAt: new Date(now), settledAt: new Date(now) },
      }),
    );
    expect(await escalate(tools, organisationId)).toBe(0);
    const movedAt = new Date(addMinutes(now, 60));
    await inside(({ db }) =>
      db.message.create({
        data: {
          organisationId,
          appointmentId: aisha.id,
          kind: 'moved',
          channel: 'email',
          plannedAt: movedAt,
          nextAttemptAt: movedAt,
          state: 'failedForGood',
          settledAt: movedAt,
        },
      }),
    );
    now = addMinutes(now, 61);
    expect(await escalate(tools, organisationId)).toBe(1);
    expect(await aisha.task()).toMatchObject({ reason: 'bounced', tries: 0, result: null, settledAt: null });
  });

  test('goes on to a call where the number wants no text messages, and the mail was not answered', async () => {
    const phone = '+32470123477';
    await inside((scope) => writeTextStop(scope, phone, new Date(noon)));
    const jan = await remind('accepted', { phone });
    expect(await escalate(tools, organisationId)).toBe(1);
    expect(await jan.task()).toMatchObject({ reason: 'unread' });
    expect(await jan.texts()).toEqual([]);
  });

  test('goes on to a mail where a text message was not sent because the number wants none', async () => {
    const phone = '+32470123478';
    await inside((scope) => writeTextStop(scope, phone, new Date(noon)));
    const els = await remind('accepted', { phone });
    await inside(({ db }) =>
      db.message.updateMany({
        where: { appointmentId: els.id },
        data: {
          channel: 'sms',
          state: 'discarded',
          discardReason: 'textsStopped',
          settledAt: new Date(now),
        },
      }),
    );
    now = addMinutes(startAt, -20 * 60);
    expect(await escalate(tools, organisationId)).toBe(1);
    expect(await els.texts()).toMatchObject([{ channel: 'email', kind: 'escalation' }]);
  });

  test('puts on the list who did not answer and left a mail address alone', async () => {
    const lena = await remind('accepted', { phone: null });
    expect(await escalate(tools, organisationId)).toBe(1);
    expect(await lena.task()).toMatchObject({ reason: 'unread', settledAt: null });
  });

  test('follows the rules of the municipality', async () => {
    const sofie = await remind('accepted');
    await inside(({ db }) =>
      db.messagePolicy.create({
        data: {
          organisationId,
          escalateUnreadMinutes: null,
          escalateBounced: false,
          delayNoticeMinutes: null,
        },
      }),
    );
    expect(await escalate(tools, organisationId)).toBe(0);
    await inside(({ db }) => db.messagePolicy.updateMany({ data: { escalateUnreadMinutes: 120 } }));
    expect(await escalate(tools, organisationId)).toBe(0);
    now = addMinutes(startAt, -120);
    expect(await escalate(tools, organisationId)).toBe(1);
    expect(await sofie.texts()).toHaveLength(1);
    await inside(({ db }) => db.messagePolicy.deleteMany());
  });
});
