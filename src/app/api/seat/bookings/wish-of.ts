import type { TimesQuestion } from '#features/staff-booking/staff-booking-form.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { LocationId } from '#journey/ids.ts';

/** What is wished, as every question about times takes it. */
export function wishOf(question: TimesQuestion): AppointmentWish {
  const { serviceSlugs, channel, locationId, needs, language, submissionKey } = question;
  return {
    serviceSlugs,
    channel,
    locationId: channel === 'counter' ? (locationId as LocationId | null) : null,
    needs,
    language,
    audience: 'staff',
    replaces: null,
    holderKey: submissionKey,
  };
}
