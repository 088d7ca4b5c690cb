import { lookAtChange } from '#features/changes/look-at-change.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { clock } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

const mostTimes = 60;

/** The free times nearest to the one that an appointment has, in order; none when it cannot be moved any more. */
export async function readOtherTimes(
  actor: StaffActor,
  id: AppointmentId,
): Promise<readonly EpochMilliseconds[]> {
  const page = await lookAtChange({ clock }, actor, id);
  if (page === null || page.may !== 'change') return [];
  const { appointment } = page;
  const wish = wishInstead(appointment, { audience: 'staff' });
  const days = (await findOfferedDays(clock, await currentOrganisation(), wish)) ?? [];
  const away = (startAt: number) => Math.abs(startAt - appointment.startAt);
  return days
    .flatMap(({ morning, afternoon, evening }) => [...morning, ...afternoon, ...evening])
    .map(({ startAt }) => startAt)
    .filter((startAt) => startAt !== appointment.startAt)
    .sort((a, b) => away(a) - away(b))
    .slice(0, mostTimes)
    .sort((a, b) => a - b);
}
