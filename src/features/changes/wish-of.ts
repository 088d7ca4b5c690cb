import {
  type AppointmentWish,
  type BookableChannel,
  type BookingAudience,
  bookableChannels,
  type Channel,
} from '#journey/appointment-wish.ts';
import type { LocationId } from '#journey/ids.ts';
import type { ChangeableAppointment } from './changeable.data.ts';

type Changes = {
  /** Left out: the one it has. */
  readonly channel?: Channel;
  /** Of the counter, left out: where it is now; null is any. */
  readonly locationId?: LocationId | null;
  readonly audience: BookingAudience;
  readonly holderKey?: string | null;
};

/** What to ask for instead of an appointment as it is: the same services and needs, and its own time no obstacle. */
export function wishOf(appointment: ChangeableAppointment, changes: Changes): AppointmentWish {
  const channel = changes.channel ?? appointment.channel;
  const { locationId = appointment.channel === 'counter' ? appointment.locationId : null } = changes;
  return {
    serviceSlugs: appointment.services.map(({ slug }) => slug),
    channel,
    locationId: channel === 'counter' ? locationId : null,
    needs: appointment.needs,
    language: appointment.language,
    audience: changes.audience,
    replaces: appointment.id,
    holderKey: changes.holderKey ?? null,
  };
}

/** The channels that every service of the appointment is offered on. */
export function channelsOf({
  services,
}: Pick<ChangeableAppointment, 'services'>): readonly BookableChannel[] {
  return bookableChannels.filter((channel) => services.every(({ channels }) => channels.includes(channel)));
}
