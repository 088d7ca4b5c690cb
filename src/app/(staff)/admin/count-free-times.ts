import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AdministrationTools, Period } from '#features/administration/make-change.ts';
import { listBookableServices } from '#features/administration/services.data.ts';
import { countSeatTimes } from '#features/scheduling/count-seat-times.ts';
import { offeredDays } from '#features/scheduling/offered-times.ts';
import { readSchedule } from '#features/scheduling/schedule.data.ts';
import type { AppointmentWish, Channel } from '#journey/appointment-wish.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { clock } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';

/**
 * The times that citizens find, per channel and seat, for the first service of the team that is held there: the difference of two counts
 * says what a change gives or takes, also where other seats have the same times. All services of a team share its hours and seats, so that one of them stands for the others.
 */
export const countFreeTimes: AdministrationTools['countFreeTimes'] = async (scope, teamId, period) => {
  const services = await listBookableServices(scope, teamId);
  const channels: readonly Channel[] = ['video', 'phone', 'counter'];
  let total = 0;
  for (const channel of channels) {
    const service = services.find((candidate) => candidate.channels.includes(channel));
    if (service !== undefined) total += await countOnChannel(scope, { slug: service.slug, channel, period });
  }
  return total;
};

type Counted = { readonly slug: string; readonly channel: Channel; readonly period: Period };

async function countOnChannel(scope: OrganisationScope, { slug, channel, period }: Counted): Promise<number> {
  const { timeZone, defaultLanguage } = await currentOrganisation();
  const wish: AppointmentWish = {
    serviceSlugs: [slug],
    channel,
    locationId: null,
    needs: [],
    language: defaultLanguage,
    audience: 'citizen',
    replaces: null,
    holderKey: null,
  };
  const now = epochMilliseconds(clock.now());
  const schedule = await readSchedule(scope, wish, timeZone, now);
  if (schedule === null) return 0;
  return countSeatTimes(offeredDays(schedule, now), period);
}
