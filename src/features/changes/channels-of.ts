import { type BookableChannel, bookableChannels } from '#journey/appointment-wish.ts';
import type { ChangeableAppointment } from './changeable.data.ts';

/** The channels that every service of the appointment is offered on. */
export function channelsOf({
  services,
}: Pick<ChangeableAppointment, 'services'>): readonly BookableChannel[] {
  return bookableChannels.filter((channel) => services.every(({ channels }) => channels.includes(channel)));
}
