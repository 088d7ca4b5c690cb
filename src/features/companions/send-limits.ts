import type { AppointmentId } from '#journey/ids.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { Recipient } from './read-recipient.ts';

/** Six people, each once more after a slip of the finger. */
const perAppointment = { name: 'companion-send', attempts: 12, perSeconds: 86_400 };
/** An interpreter has many conversations on a day; nobody else gets so many links. */
const perRecipient = { name: 'companion-recipient', attempts: 20, perSeconds: 86_400 };

/** Whether one more link is sent now: a stranger's mailbox is not filled through us. */
export async function maySendLink(
  limiter: AttemptLimiter,
  appointmentId: AppointmentId,
  { email, phone }: Recipient,
): Promise<boolean> {
  if (!(await limiter.allow(perAppointment, appointmentId))) return false;
  return limiter.allow(perRecipient, email?.toLowerCase() ?? phone ?? '');
}
