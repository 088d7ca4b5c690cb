import { z } from 'zod';
import type { LocationId, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { languages } from '#journey/language.ts';
import { weekFields, weekOfFields } from './day-fields.ts';
import { id, text, wholeNumber } from './form-fields.ts';
import { openChannels } from './hours.ts';
import type { Change } from './make-change.ts';
import { removeSeat, writeSeat } from './seats.data.ts';

export const seatForm = z
  .object({
    id: id<SeatId>().optional(),
    team: id<TeamId>(),
    name: text(60),
    position: wholeNumber(1, 999),
    channels: z.array(z.enum(openChannels)).min(1, { error: 'channelMissing' }),
    languages: z.array(z.enum(languages)).default([]),
    location: id<LocationId>().optional(),
    services: z.array(id<ServiceId>()).default([]),
    use: z.enum(['open', 'retired']).default('open'),
    /** Of a new seat. That of another is changed by periods: `change-staffing.ts`. */
    ...weekFields,
  })
  .refine(({ channels, location }) => !channels.includes('counter') || location !== undefined, {
    error: 'locationMissing',
    path: ['location'],
  });

type SeatWish = z.output<typeof seatForm>;

export function changeSeat(wish: SeatWish, removes: boolean): Change {
  const { id: seatId, team, name, position, channels, location, services, use } = wish;
  return {
    type: removes ? 'administration.seatRemoved' : 'administration.seatChanged',
    teamIds: [team],
    counted: null,
    whenConstrained: { code: 'positionTaken', field: 'position' },
    apply: async (scope, now) => {
      if (removes && seatId !== undefined)
        return (await removeSeat(scope, seatId, now))
          ? { ids: { seat: seatId } }
          : { refusal: { code: 'gone' } };
      const words = {
        id: seatId ?? null,
        teamId: team,
        name,
        position,
        channels,
        languages: wish.languages,
        locationId: location ?? null,
        serviceIds: services,
        staffing: weekOfFields(wish),
        isRetired: use === 'retired',
      };
      const seat = await writeSeat(scope, words, now);
      return seat === null ? { refusal: { code: 'gone' } } : { ids: { seat } };
    },
  };
}
