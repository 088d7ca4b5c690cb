import { channelsOf } from '#features/changes/channels-of.ts';
import { lookAtChange } from '#features/changes/look-at-change.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { BookableChannel } from '#journey/appointment-wish.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { type LocalDate, localDateAt } from '#journey/local-time.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { clock } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

const mostTimes = 60;

export type OtherTimes = {
  /** Those that it could take place on: what its services are held on, by telephone where the number is known. */
  readonly channels: readonly BookableChannel[];
  readonly channel: BookableChannel;
  readonly today: LocalDate;
  /** In order. */
  readonly times: readonly EpochMilliseconds[];
};

type Asked = { readonly date: LocalDate | null; readonly channel: BookableChannel | null };

/** The free times of a date, or else those nearest to the one that an appointment has; null when it cannot be moved any more. */
export async function readOtherTimes(
  actor: StaffActor,
  id: AppointmentId,
  asked: Asked,
): Promise<OtherTimes | null> {
  const page = await lookAtChange({ clock }, actor, id);
  if (page === null || page.may !== 'change') return null;
  const { appointment } = page;
  const channels = channelsOf(appointment).filter(
    (each) => each !== 'phone' || appointment.phone !== null || appointment.channel === 'phone',
  );
  const channel =
    channels.find((each) => each === (asked.channel ?? appointment.channel)) ?? channels[0] ?? 'video';
  const organisation = await currentOrganisation();
  const wish = wishInstead(appointment, { audience: 'staff', channel });
  const days = (await findOfferedDays(clock, organisation, wish)) ?? [];
  const away = (startAt: number) => Math.abs(startAt - appointment.startAt);
  const times = days
    .flatMap(({ morning, afternoon, evening }) => [...morning, ...afternoon, ...evening])
    .map(({ startAt }) => startAt)
    .filter((startAt) => startAt !== appointment.startAt || channel !== appointment.channel)
    .filter((startAt) => asked.date === null || localDateAt(startAt, organisation.timeZone) === asked.date)
    .sort((a, b) => away(a) - away(b))
    .slice(0, mostTimes)
    .sort((a, b) => a - b);
  const today = localDateAt(epochMilliseconds(clock.now()), organisation.timeZone);
  return { channels, channel, today, times };
}
