import type { AppointmentWish, BookingAudience, Channel, Need, OwnTime } from './appointment-wish.ts';
import type { AppointmentId, LocationId } from './ids.ts';
import type { Language } from './language.ts';

/** An appointment as far as it says what could be had instead of it. */
export type Replaceable = OwnTime & {
  readonly id: AppointmentId;
  readonly services: readonly { readonly slug: string }[];
  readonly channel: Channel;
  /** Of its seat, whatever the channel. */
  readonly locationId: LocationId | null;
  readonly needs: readonly Need[];
  readonly language: Language;
};

type Changes = {
  /** Left out: the one it has. */
  readonly channel?: Channel | undefined;
  /** Of the counter, left out: where it is now; null is any. */
  readonly locationId?: LocationId | null | undefined;
  readonly audience: BookingAudience;
  readonly holderKey?: string | null;
};

/** What to ask for instead of an appointment as it is: the same services and needs, and its own time no obstacle, and kept if it likes. */
export function wishInstead(appointment: Replaceable, changes: Changes): AppointmentWish {
  const channel = changes.channel ?? appointment.channel;
  const { startAt, endAt, occupiedFromAt, occupiedUntilAt } = appointment;
  const { locationId = appointment.channel === 'counter' ? appointment.locationId : null } = changes;
  return {
    serviceSlugs: appointment.services.map(({ slug }) => slug),
    channel,
    locationId: channel === 'counter' ? locationId : null,
    needs: appointment.needs,
    language: appointment.language,
    audience: changes.audience,
    replaces: appointment.id,
    own: { startAt, endAt, occupiedFromAt, occupiedUntilAt },
    holderKey: changes.holderKey ?? null,
  };
}
