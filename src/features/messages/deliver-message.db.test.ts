import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeJobQueue, pgBossQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { workDeliveries } from '#adapters/jobs/pg-boss-worker.ts';
import { createSmtpMailer } from '#adapters/smtp/smtp-mailer.ts';
import { createTwilioSender } from '#adapters/twilio/twilio-sender.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOrganisation } from '#features/organisation/organisation.data.ts';
import type { AppointmentId, MessageId, OrganisationId } from '#journey/ids.ts';
import {
  type MessageChannel,
  type MessageKind,
  planBookingMessages,
  reminderMoment,
} from '#journey/message-plan.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Mailer, SendOutcome } from '#ports/mailer.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { startMailbox } from '../../../sandbox/mailbox/server.ts';
import type { RunningPeer } from '../../../sandbox/peer.ts';
import { startSms } from '../../../sandbox/sms/server.ts';
import { type DeliveryTools, deliverMessage } from './deliver-message.ts';
import { enqueueDueMessages } from './enqueue-due-messages.ts';
import type { Sender } from './told.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const origin = 'http://leiebeke.localhost:3000';
const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'token-of-the-account' };
const timeZone = 'Europe/Brussels';
const bookedAt = epochMilliseconds(Date.parse('2026-11-20T08:00Z'));

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let gateway: RunningPeer;
let organisationId: OrganisationId;
let sender: Sender;
let place: Parameters<typeof createAppointment>[0];
let startAt = epochMilliseconds(Date.parse('2026-11-24T09:40Z'));
let visitor = 0;
let email: string;
let now: EpochMilliseconds;
let tools: DeliveryTools;

beforeAll(async () => {
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, dataDirectory: undefined });
  gateway = await startSms({ ...account, port: 0, dataDirectory: undefined }, { stepMs: 1 });
  organisationId = (
    await createOrganisation({ name: 'Stad Leiebeke', mailFrom: 'Stad <balie@leiebeke.example>' })
  ).id;
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  const organisation = await findOrganisation(organisationId);
  if (organisation === null) throw new Error('the organisation was not made');
  sender = organisation;
  tools = {
    clock: { now: () => now },
    linkSecret,
    mailer: createSmtpMailer(`smtp://127.0.0.1:${mailbox.smtpPort}`),
    smsSender: await createTwilioSender({ ...account, baseUrl: `http://127.0.0.1:${gateway.port}` }),
  };
});

beforeEach(() => {
  visitor += 1;
  email = `visitor${visitor}@example.org`;
  now = bookedAt;
  startAt = addMinutes(startAt, 20);
});

afterAll(async () => {
  await closeJobQueue();
  await closeDatabase();
  await mailbox.close();
  await gateway.close();
});

const book = (overrides: NonNullable<Parameters<typeof createAppointment>[2]> = {}) =>
  createAppointment(place, linkSecret, { email, startAt: new Date(startAt), ...overrides });

async function plan(
  appointmentId: AppointmentId,
  kind: MessageKind,
  channel: MessageChannel = 'email',
  plannedAt: EpochMilliseconds = kind === 'reminder' ? reminderMoment({ startAt, timeZone }) : bookedAt,
): Promise<MessageId> {
  const at = new Date(plannedAt);
  const row = await withOrganisation(organisationId, ({ db }) =>
    db.message.create({
      data: { organisationId, appointmentId, kind, channel, plannedAt: at, nextAttemptAt: at },
      select: { id: true },
    }),
  );
  return row.id as MessageId;
}

const deliver = (id: MessageId, other: Partial<DeliveryTools> = {}) =>
  deliverMessage({ ...tools, ...other }, { sender, origin }, id);

const read = (id: MessageId) =>
  withOrganisation(organisationId, ({ db }) => db.message.findFirstOrThrow({ where: { id } }));

const change = (id: AppointmentId, data: { email?: string; state?: 'cancelled'; cancelledAt?: Date }) =>
  withOrganisation(organisationId, ({ db }) => db.appointment.updateMany({ where: { id }, data }));

async function eventsOf(id: AppointmentId): Promise<string[]> {
  const rows = await withOrganisation(organisationId, ({ db }) =>
    db.event.findMany({
      where: { payload: { path: ['appointmentId'], equals: id } },
      orderBy: { number: 'asc' },
    }),
  );
  return rows.map(({ stream, type }) => `${stream.split(':')[0]} ${type}`).sort();
}

type ReceivedMail = {
  id: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string[]>;
  attachments: { filename?: string; contentType: string; content: string }[];
};

async function inbox(address = email): Promise<ReceivedMail[]> {
  const api = `http://127.0.0.1:${mailbox.port}/api/messages`;
  const list = (await (await fetch(`${api}?to=${encodeURIComponent(address)}`)).json()) as { id: string }[];
  return Promise.all(
    list.map(async ({ id }) => (await (await fetch(`${api}/${id}`)).json()) as ReceivedMail),
  );
}

async function sourceOf(id: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${mailbox.port}/api/messages/${id}/source`)).text();
}

async function textsTo(number: string): Promise<{ body: string; from: string; segments: number }[]> {
  const list = `http://127.0.0.1:${gateway.port}/api/messages?to=${encodeURIComponent(number)}`;
  return (await (await fetch(list)).json()) as { body: string; from: string; segments: number }[];
}

describe('a confirmation', () => {
  test('is sent once, though many workers try at the same time', async () => {
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    const results = await Promise.all(Array.from({ length: 8 }, () => deliver(message)));
    expect(results.sort()).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'notDue')]);
    expect(await deliver(message)).toBe('notDue');
    expect(await inbox()).toHaveLength(1);
    expect(await read(message)).toMatchObject({ state: 'accepted', attempts: 1, failureCode: null });
    expect(await eventsOf(id)).toEqual(['appointment message.accepted', 'team message.accepted']);
  });

  test('arrives with the link, both texts, the pictures and the calendar file, under an identity of its own', async () => {
    const { id, linkToken, reference } = await book({
      language: 'fr',
      citizenName: 'Zoë "Zo" d’Hondt, ing.',
    });
    const message = await plan(id, 'confirmation');
    await deliver(message);
    const [mail] = await inbox();
    expect(mail?.subject).toMatch(
      /^Votre rendez-vous est confirmé : mardi 24 novembre, 1\d\u00a0h\u00a0\d\d$/,
    );
    expect(mail?.headers).toMatchObject({
      'message-id': [`<${message}@leiebeke.example>`],
      from: [expect.stringContaining('<balie@leiebeke.example>')],
      'content-language': ['fr'],
      'auto-submitted': ['auto-generated'],
    });
    expect((await read(message)).providerReference).toBe(`<${message}@leiebeke.example>`);
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain(`${origin}/l/${linkToken}`);
      expect(text).toContain(reference);
    }
    const source = await sourceOf(mail?.id ?? '');
    expect(
      source
        .match(/^Content-Type: \S+/gim)
        ?.map((line) => line.slice(14).replace(';', ''))
        .sort(),
    ).toEqual([
      'image/png',
      'image/png',
      'multipart/alternative',
      'multipart/mixed',
      'multipart/related',
      'text/calendar',
      'text/html',
      'text/plain',
    ]);
    expect(source).toContain(`Content-ID: <facade@${sender.host}>`);
    const calendar = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    const content = Buffer.from(calendar?.content ?? '', 'base64').toString();
    expect(calendar?.filename).toBe('rendez-vous.ics');
    expect(content).toContain(`UID:${id}@`);
  });

  test('goes to a mobile number as a text message', async () => {
    const phone = '+32470123456';
    const { id, linkToken } = await book({ email: null, phone });
    const message = await plan(id, 'confirmation', 'sms');
    expect(await deliver(message)).toBe('accepted');
    const [text, ...others] = await textsTo(phone);
    expect(others).toEqual([]);
    expect(text).toMatchObject({ from: 'Balie' });
    expect(text?.body).toContain(`${origin}/l/${linkToken}\n`);
    expect(text?.segments).toBeLessThanOrEqual(2);
    expect((await read(message)).providerReference).toMatch(/^SM/);
  });

  test('waits and is tried again when the mail server is busy', async () => {
    email = `busy+${visitor}@example.org`;
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    expect(await deliver(message)).toBe('failedTemporarily');
    expect(await read(message)).toMatchObject({
      failureCode: 'deferred',
      nextAttemptAt: new Date(addMinutes(bookedAt, 1)),
      settledAt: null,
    });
    now = epochMilliseconds(bookedAt + 50_000);
    expect(await deliver(message)).toBe('notDue');
    email = `visitor${visitor}@example.org`;
    await change(id, { email });
    now = addMinutes(bookedAt, 1);
    expect(await deliver(message)).toBe('accepted');
    expect(await inbox()).toHaveLength(1);
    expect(await read(message)).toMatchObject({ attempts: 2, failureCode: null });
  });

  test('waits when no server answers at all', async () => {
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    const nobody = createSmtpMailer('smtp://127.0.0.1:1');
    expect(await deliver(message, { mailer: nobody })).toBe('failedTemporarily');
    expect((await read(message)).failureCode).toBe('unreachable');
  });

  test('is given up for an address that nobody has', async () => {
    email = `bounce+${visitor}@example.org`;
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    expect(await deliver(message)).toBe('failedForGood');
    expect(await read(message)).toMatchObject({ failureCode: 'unknownAddress', settledAt: new Date(now) });
    expect(await deliver(message)).toBe('notDue');
    expect(await eventsOf(id)).toEqual(['appointment message.failedForGood', 'team message.failedForGood']);
  });

  test('with a line break where a header would be is refused, not sent', async () => {
    const { id } = await book({ citizenName: 'Sofie\r\nBcc: everybody@example.org' });
    const message = await plan(id, 'confirmation');
    expect(await deliver(message)).toBe('failedForGood');
    expect((await read(message)).failureCode).toBe('unsafeHeader');
    expect(await inbox()).toEqual([]);
  });

  test('that cannot be written waits for a repair', async () => {
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    const broken = { ...sender, theme: { brand: 'no colour' } };
    expect(await deliverMessage(tools, { sender: broken, origin }, message)).toBe('failedTemporarily');
    now = addMinutes(now, 1);
    expect(await deliver(message)).toBe('accepted');
  });
});

describe('a process that dies or is slow', () => {
  /** Answers when told to, as a server does that a process waits for. */
  function slowMailer() {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<SendOutcome>();
    const mailer: Mailer = {
      send: () => {
        asked.resolve();
        return answer.promise;
      },
    };
    return { mailer, asked: asked.promise, answer: answer.resolve };
  }

  test('holds a message for a minute; then it is taken up again', async () => {
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    const dead = slowMailer();
    const never = deliver(message, { mailer: dead.mailer });
    await dead.asked;
    now = epochMilliseconds(bookedAt + 50_000);
    expect(await deliver(message)).toBe('notDue');
    now = addMinutes(bookedAt, 1);
    expect(await deliver(message)).toBe('accepted');
    dead.answer({ kind: 'failedTemporarily', code: 'late' });
    await never;
    expect(await read(message)).toMatchObject({ state: 'accepted', attempts: 2, failureCode: null });
  });

  test('still counts when its late answer is yes', async () => {
    const { id } = await book();
    const message = await plan(id, 'confirmation');
    const slow = slowMailer();
    const late = deliver(message, { mailer: slow.mailer });
    await slow.asked;
    now = addMinutes(bookedAt, 1);
    const second = slowMailer();
    const other = deliver(message, { mailer: second.mailer });
    await second.asked;
    slow.answer({ kind: 'accepted', providerReference: 'first' });
    await late;
    second.answer({ kind: 'failedForGood', code: 'refused' });
    await other;
    expect(await read(message)).toMatchObject({ state: 'failedForGood', providerReference: 'first' });
  });
});

describe('a reminder', () => {
  const sweep = async () => {
    const due: MessageId[] = [];
    const jobQueue = {
      enqueueDelivery: async (_: unknown, ids: readonly MessageId[]) => void due.push(...ids),
    };
    await enqueueDueMessages({ clock: tools.clock, jobQueue }, organisationId);
    return due;
  };

  test('is sent at its moment, exactly once, however often and by how many it is looked for', async () => {
    const { id } = await book();
    const message = await plan(id, 'reminder');
    now = epochMilliseconds(reminderMoment({ startAt, timeZone }) - 1);
    expect(await sweep()).not.toContain(message);

    now = reminderMoment({ startAt, timeZone });
    const rounds = await Promise.all([sweep(), sweep()]);
    for (const due of rounds) expect(due).toContain(message);
    await Promise.all(
      rounds
        .flat()
        .filter((due) => due === message)
        .map((due) => deliver(due)),
    );
    now = addMinutes(now, 3);
    expect(await sweep()).not.toContain(message);
    const mails = await inbox();
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Morgen hebt u een afspraak: dinsdag 24 november/),
    ]);
    expect(mails[0]?.attachments.map(({ contentType }) => contentType)).not.toContain('text/calendar');
  });

  test('is not sent when the start has come', async () => {
    const { id } = await book();
    const message = await plan(id, 'reminder');
    now = startAt;
    expect(await deliver(message)).toBe('discarded');
    expect(await read(message)).toMatchObject({ discardReason: 'tooLate', settledAt: new Date(now) });
    expect(await inbox()).toEqual([]);
    expect(await eventsOf(id)).toEqual(['appointment message.discarded', 'team message.discarded']);
  });

  test('is not tried again past the start', async () => {
    email = `busy+${visitor}@example.org`;
    const { id } = await book();
    const message = await plan(id, 'reminder');
    now = addMinutes(startAt, -1);
    expect(await deliver(message)).toBe('failedForGood');
    expect((await read(message)).failureCode).toBe('deferred');
  });

  test('is not sent of a cancelled appointment, whose notice is', async () => {
    const { id } = await book();
    const message = await plan(id, 'reminder');
    await change(id, { state: 'cancelled', cancelledAt: new Date(now) });
    const notice = await plan(id, 'cancellation');
    now = reminderMoment({ startAt, timeZone });
    expect(await deliver(message)).toBe('discarded');
    expect((await read(message)).discardReason).toBe('appointmentCancelled');
    expect(await deliver(notice)).toBe('accepted');
    const [mail, ...others] = await inbox();
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Uw afspraak is afgezegd/);
    expect(mail?.text).not.toContain('/l/');
    const calendar = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    expect(Buffer.from(calendar?.content ?? '', 'base64').toString()).toContain('METHOD:CANCEL');
  });
});

test('a booking and its messages come into being together, and the worker sends them at once', async () => {
  const { id, linkToken } = await book();
  const planned = planBookingMessages({ startAt, timeZone, email, phone: null }, bookedAt);
  const bookMessages = (fails: boolean) =>
    withOrganisation(organisationId, async (scope) => {
      const rows = await scope.db.message.createManyAndReturn({
        data: planned.map(({ plannedAt, ...message }) => ({
          ...message,
          organisationId,
          appointmentId: id,
          plannedAt: new Date(plannedAt),
          nextAttemptAt: new Date(plannedAt),
        })),
        select: { id: true, kind: true },
      });
      const due = rows.filter(({ kind }) => kind === 'confirmation').map((row) => row.id as MessageId);
      await pgBossQueue.enqueueDelivery(scope, due);
      if (fails) throw new Error('somebody else was first');
    });
  const seen: string[] = [];
  const stop = await workDeliveries(async ({ messageId }) => {
    seen.push(messageId);
    await deliver(messageId);
  });
  try {
    await expect(bookMessages(true)).rejects.toThrow('somebody else was first');
    await bookMessages(false);
    await vi.waitFor(async () => expect(await inbox()).toHaveLength(1), { timeout: 8_000 });
    expect((await inbox())[0]?.text).toContain(linkToken);
    expect(seen).toHaveLength(1);

    now = reminderMoment({ startAt, timeZone });
    await enqueueDueMessages({ clock: tools.clock, jobQueue: pgBossQueue }, organisationId);
    await enqueueDueMessages({ clock: tools.clock, jobQueue: pgBossQueue }, organisationId);
    await vi.waitFor(async () => expect(await inbox()).toHaveLength(2), { timeout: 8_000 });
  } finally {
    await stop();
  }
  expect(await inbox()).toHaveLength(2);
});
