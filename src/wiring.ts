import { postgresAttemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { createHttpCalendarSource } from '#adapters/calendars/http-calendar-source.ts';
import { databaseClock } from '#adapters/clock/database-clock.ts';
import { createMailDomainLookup } from '#adapters/dns/mail-domain-lookup.ts';
import { createPostgresFileStore } from '#adapters/file-store/postgres-file-store.ts';
import { mailReader as incomingMailReader } from '#adapters/incoming-mail/mail-reader.ts';
import { pgBossQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { createVideoRooms } from '#adapters/livekit/video-rooms.ts';
import { createNotifyNlCallbacks } from '#adapters/notifynl/notifynl-callbacks.ts';
import { createNotifyNlSender } from '#adapters/notifynl/notifynl-sender.ts';
import { pdfPrinting } from '#adapters/pdf/pdf-printing.ts';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { smtpMailer } from '#adapters/smtp/smtp-mailer.ts';
import { createTwilioCallbacks } from '#adapters/twilio/twilio-callback.ts';
import { createTwilioIncoming } from '#adapters/twilio/twilio-incoming.ts';
import { createTwilioSender } from '#adapters/twilio/twilio-sender.ts';
import type { ChangeTools } from '#features/changes/change-tools.ts';
import { readServiceTime } from '#features/scheduling/find-times.ts';
import { type ConfiguredProviders, configureProviders } from '#panels/identity/configure-providers.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { CalendarSource } from '#ports/calendar-source.ts';
import type { Clock } from '#ports/clock.ts';
import type { CallbackReader } from '#ports/delivery-callbacks.ts';
import type { FileStore } from '#ports/file-store.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { IncomingMailReader } from '#ports/incoming-mail.ts';
import type { IncomingTextReader } from '#ports/incoming-text.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { MailDomainLookup } from '#ports/mail-domain-lookup.ts';
import type { Mailer } from '#ports/mailer.ts';
import type { Printing } from '#ports/printing.ts';
import type { Sealing } from '#ports/sealing.ts';
import type { SmsSender } from '#ports/sms-sender.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { config } from '#shared/config/config.ts';
import type { Config } from '#shared/config/schema.ts';

/** The only place that chooses adapters for ports. */
export const clock: Clock = databaseClock;
export const attemptLimiter: AttemptLimiter = postgresAttemptLimiter;
export const jobQueue: JobQueue = pgBossQueue;
export const fileStore: FileStore = createPostgresFileStore(() => config().LINK_SECRET);
export const sealing: Sealing = createAesSealing(() => config().LINK_SECRET);
export const printing: Printing = pdfPrinting;
export const mailer: Mailer = smtpMailer;
export const mailReader: IncomingMailReader = incomingMailReader;
export const twilioCallbacks: CallbackReader = createTwilioCallbacks(() => config().TWILIO_AUTH_TOKEN);
export const twilioIncoming: IncomingTextReader = createTwilioIncoming(() => config().TWILIO_AUTH_TOKEN);
export const notifyNlCallbacks: CallbackReader = createNotifyNlCallbacks(
  () => config().NOTIFYNL_CALLBACK_TOKEN,
);
export const mailDomainLookup: MailDomainLookup = createMailDomainLookup();

export const calendarSource: CalendarSource = createHttpCalendarSource({
  allowLoopback: () => config().CALENDAR_ALLOW_LOOPBACK,
});

export const videoRooms: VideoRooms = createVideoRooms(() => {
  const { LIVEKIT_URL, LIVEKIT_PUBLIC_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = config();
  return {
    url: LIVEKIT_URL,
    publicUrl: LIVEKIT_PUBLIC_URL,
    apiKey: LIVEKIT_API_KEY,
    apiSecret: LIVEKIT_API_SECRET,
  };
});

let chosenSmsSender: Promise<SmsSender> | undefined;

/** SMS through the provider of the settings, which say of it what it needs. */
export const smsSender: SmsSender = {
  send: async (sms) => {
    chosenSmsSender ??= chooseSmsSender(config());
    return (await chosenSmsSender).send(sms);
  },
};

async function chooseSmsSender(settings: Config): Promise<SmsSender> {
  if (settings.SMS_PROVIDER === 'notifynl') {
    const { NOTIFYNL_API_KEY = '', NOTIFYNL_TEMPLATE_ID = '', NOTIFYNL_API_BASE_URL } = settings;
    const service = { apiKey: NOTIFYNL_API_KEY, templateId: NOTIFYNL_TEMPLATE_ID };
    return createNotifyNlSender({ ...service, baseUrl: NOTIFYNL_API_BASE_URL });
  }
  return chooseTwilio(settings);
}

function chooseTwilio(settings: Config): Promise<SmsSender> {
  const { TWILIO_ACCOUNT_SID = '', TWILIO_AUTH_TOKEN = '', TWILIO_API_BASE_URL } = settings;
  const account = { accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN };
  return createTwilioSender({ ...account, baseUrl: TWILIO_API_BASE_URL });
}

let chosenAnswerSender: Promise<SmsSender> | undefined;

/** Answers to SMS and WhatsApp messages, through the one provider over which they come in. */
export const answerSender: SmsSender = {
  send: async (sms) => {
    chosenAnswerSender ??= chooseTwilio(config());
    return (await chosenAnswerSender).send(sms);
  },
};

let chosenIdentityProviders: ConfiguredProviders | undefined;

const identityProviders = (): ConfiguredProviders => {
  chosenIdentityProviders ??= configureProviders(config());
  return chosenIdentityProviders;
};

/** @throws Error for settings of a provider that are wrong, before anybody needs it */
export function checkIdentityProviders(): void {
  identityProviders();
}

/** By which providers the citizens of an organisation prove who they are, in its order. */
export function identityProvidersOf({ slug }: { readonly slug: string }): readonly IdentityProvider[] {
  return identityProviders().get(slug) ?? [];
}

/** What changing an appointment needs: one step of the journey knows the times, another one changes. */
export const changeTools: ChangeTools = { clock, jobQueue, readServiceTime };
