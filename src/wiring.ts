import { postgresAttemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { createHttpCalendarSource } from '#adapters/calendars/http-calendar-source.ts';
import { databaseClock } from '#adapters/clock/database-clock.ts';
import { createMailDomainLookup } from '#adapters/dns/mail-domain-lookup.ts';
import { pgBossQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { createVideoRooms } from '#adapters/livekit/video-rooms.ts';
import { smtpMailer } from '#adapters/smtp/smtp-mailer.ts';
import { twilioSender } from '#adapters/twilio/twilio-sender.ts';
import type { ChangeTools } from '#features/changes/change-tools.ts';
import { readServiceTime } from '#features/scheduling/find-times.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { CalendarSource } from '#ports/calendar-source.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { MailDomainLookup } from '#ports/mail-domain-lookup.ts';
import type { Mailer } from '#ports/mailer.ts';
import type { SmsSender } from '#ports/sms-sender.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { config } from '#shared/config/config.ts';

/** The only place that chooses adapters for ports. */
export const clock: Clock = databaseClock;
export const attemptLimiter: AttemptLimiter = postgresAttemptLimiter;
export const jobQueue: JobQueue = pgBossQueue;
export const mailer: Mailer = smtpMailer;
export const smsSender: SmsSender = twilioSender;
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

/** What changing an appointment needs: one step of the journey knows the times, another one changes. */
export const changeTools: ChangeTools = { clock, jobQueue, readServiceTime };
