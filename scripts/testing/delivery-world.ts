import { createSmtpMailer } from '#adapters/smtp/smtp-mailer.ts';
import { createTwilioSender } from '#adapters/twilio/twilio-sender.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import {
  type DeliveryTools,
  rememberSettled,
  sendTaken,
  takeMessages,
} from '#features/messages/deliver-messages.ts';
import type { MessageChange } from '#features/messages/delivery.data.ts';
import { rememberStops } from '#features/messages/remember-stops.ts';
import type { Sender } from '#features/messages/told.ts';
import { findOrganisation } from '#features/organisation/organisation.data.ts';
import type { AppointmentId, MessageId } from '#journey/ids.ts';
import { type MessageKind, reminderMoment } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';
import { startMailbox } from '../../sandbox/mailbox/server.ts';
import { startSms } from '../../sandbox/sms/server.ts';

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'token-of-the-account' };
const linkSecret = 'link-secret-link-secret-link-secret-1';
const timeZone = 'Europe/Brussels';

export type ReceivedMail = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string[]>;
  readonly attachments: readonly { filename?: string; contentType: string; content: string }[];
};
export type ReceivedText = { readonly body: string; readonly from: string; readonly segments: number };

type AppointmentOverrides = NonNullable<Parameters<typeof createAppointment>[2]>;

/**
 * A municipality on this file's own database, with a mail server and an SMS gateway that really listen, and a clock that the
 * test sets. Each `meet` is a new citizen with a time of their own, and the clock back at the moment of booking.
 */
export async function startDeliveryWorld() {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, dataDirectory: undefined });
  const gateway = await startSms({ ...account, port: 0, dataDirectory: undefined }, { stepMs: 1 });
  const { id: organisationId } = await createOrganisation({
    name: 'Stad Leiebeke',
    mailFrom: 'Stad <balie@leiebeke.example>',
    timeZone,
  });
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  const sender = await findOrganisation(organisationId);
  if (sender === null) throw new Error('The organisation was not made.');

  const bookedAt = epochMilliseconds(Date.parse('2026-11-20T08:00Z'));
  let startAt = epochMilliseconds(Date.parse('2026-11-24T09:40Z'));
  let now = bookedAt;
  let visitors = 0;
  const origin = 'http://leiebeke.localhost:3000';
  const tools: DeliveryTools = {
    clock: { now: () => now },
    linkSecret,
    mailReturn: 'plus',
    mailer: createSmtpMailer({ url: `smtp://127.0.0.1:${mailbox.smtpPort}` }),
    smsSender: await createTwilioSender({ ...account, baseUrl: `http://127.0.0.1:${gateway.port}` }),
  };

  return {
    organisationId,
    sender,
    origin,
    tools,
    bookedAt,
    setClock: (at: EpochMilliseconds) => {
      now = at;
    },

    /** @param behaviour name of the mailbox, by which the mail server decides what it does with mail */
    meet: async (overrides: AppointmentOverrides = {}, behaviour = 'visitor') => {
      visitors += 1;
      now = bookedAt;
      startAt = addMinutes(startAt, 20);
      const email = `${behaviour}+${visitors}@example.org`;
      const row = { email, startAt: new Date(startAt), ...overrides };
      const appointment = await createAppointment(place, linkSecret, row);
      return { ...appointment, email, startAt, remindAt: reminderMoment({ startAt, timeZone }) };
    },

    plan: async (
      { id, remindAt }: { readonly id: AppointmentId; readonly remindAt: EpochMilliseconds },
      kind: MessageKind,
      channel: MessageChannel = 'email',
    ): Promise<MessageId> => {
      const at = new Date(kind === 'reminder' ? remindAt : bookedAt);
      const row = await withOrganisation(organisationId, ({ db }) =>
        db.message.create({
          data: { organisationId, appointmentId: id, kind, channel, plannedAt: at, nextAttemptAt: at },
          select: { id: true },
        }),
      );
      return row.id as MessageId;
    },

    /** As the worker does it, with this message alone; `notDue` when it was settled, is not due yet or is in other hands. */
    deliver: async (
      id: MessageId,
      { from = sender, ...other }: Partial<DeliveryTools> & { readonly from?: Sender } = {},
    ): Promise<MessageChange['state'] | 'notDue'> => {
      const all = { ...tools, ...other };
      for (const channel of ['email', 'sms'] as const) {
        const { taken, claimed } = await takeMessages(all, from, { channel, limit: 1, ids: [id] });
        const [one] = taken;
        if (one === undefined && claimed > 0) return 'discarded';
        if (one === undefined) continue;
        const settled = await sendTaken(all, { sender: from, origin }, one);
        await rememberSettled(all, from.id, [settled]);
        await rememberStops(all, from.id, [settled]);
        return settled.change.state;
      }
      return 'notDue';
    },

    /** As the worker does it with whatever is due: in one batch. @returns what became of each */
    deliverDue: async (channel: MessageChannel = 'email', limit = 100): Promise<Map<MessageId, string>> => {
      const { taken } = await takeMessages(tools, sender, { channel, limit });
      const settled = await Promise.all(taken.map((one) => sendTaken(tools, { sender, origin }, one)));
      await rememberSettled(tools, organisationId, settled);
      return new Map(settled.map(({ message, change }) => [message.id, change.state]));
    },

    read: (id: MessageId) =>
      withOrganisation(organisationId, ({ db }) => db.message.findFirstOrThrow({ where: { id } })),

    change: (id: AppointmentId, data: { email?: string; state?: 'cancelled'; cancelledAt?: Date }) =>
      withOrganisation(organisationId, ({ db }) => db.appointment.updateMany({ where: { id }, data })),

    /** Kind of stream and type of event, in the order of the alphabet. */
    eventsOf: async (id: AppointmentId): Promise<string[]> => {
      const where = { payload: { path: ['appointmentId'], equals: id } };
      const rows = await withOrganisation(organisationId, ({ db }) => db.event.findMany({ where }));
      return rows.map(({ stream, type }) => `${stream.split(':')[0]} ${type}`).sort();
    },

    inbox: async (address: string): Promise<ReceivedMail[]> => {
      const api = `http://127.0.0.1:${mailbox.port}/api/messages`;
      const list = await readJson<{ id: string }[]>(`${api}?to=${encodeURIComponent(address)}`);
      return Promise.all(list.map(({ id }) => readJson<ReceivedMail>(`${api}/${id}`)));
    },

    /** The mail as it travelled. */
    sourceOf: async (mail: ReceivedMail | undefined): Promise<string> =>
      (await fetch(`http://127.0.0.1:${mailbox.port}/api/messages/${mail?.id}/source`)).text(),

    textsTo: (phone: string): Promise<ReceivedText[]> =>
      readJson(`http://127.0.0.1:${gateway.port}/api/messages?to=${encodeURIComponent(phone)}`),

    close: async () => {
      await mailbox.close();
      await gateway.close();
    },
  };
}

export type DeliveryWorld = Awaited<ReturnType<typeof startDeliveryWorld>>;

async function readJson<Answer>(url: string): Promise<Answer> {
  return (await (await fetch(url)).json()) as Answer;
}
