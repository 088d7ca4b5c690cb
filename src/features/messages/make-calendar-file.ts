import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, LinkToken } from '#journey/ids.ts';
import { keptUntil } from '#journey/retention.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import { type CalendarFile, writeCalendarFile } from './calendar-entry.ts';
import { findLinkedAppointmentId, findToldAppointment } from './messages.data.ts';
import { noOwnTexts } from './own-texts.ts';
import type { Sender, ToldAppointment } from './told.ts';

export type CalendarTools = {
  readonly clock: Clock;
  readonly linkSecret: string;
  readonly sender: Sender;
  /** Where browsers reach the municipality, without a slash at the end. */
  readonly origin: string;
};

/** Whose file is asked for: an appointment that the caller may see, or whatever stands in the address as a link's secret. */
export type CalendarQuestion = { readonly appointmentId: AppointmentId } | { readonly linkToken: string };

/**
 * The calendar file of an appointment as it is now; null when there is none, or nothing of it is kept any more. It holds the one link: only the citizen, or who
 * shows that link, may have it.
 */
export async function makeCalendarFile(
  { clock, linkSecret, sender, origin }: CalendarTools,
  question: CalendarQuestion,
): Promise<CalendarFile | null> {
  return withOrganisation(sender.id, async (scope) => {
    const id =
      'linkToken' in question
        ? await findLinkedAppointmentId(scope, hashToken(question.linkToken as LinkToken))
        : question.appointmentId;
    const appointment = id && (await findToldAppointment(scope, id));
    if (appointment === null || clock.now() >= keptUntilOf(appointment)) return null;
    const link = `${origin}/l/${deriveLinkToken(linkSecret, appointment.id)}`;
    return writeCalendarFile(
      { sender, appointment, origin, link, texts: noOwnTexts, formerStartAt: null },
      epochMilliseconds(clock.now()),
    );
  });
}

function keptUntilOf({ endAt, services }: ToldAppointment): number {
  return keptUntil({ endAt, retentionDays: services.map(({ retentionDays }) => retentionDays) });
}
