import { z } from 'zod';
import type { LocationId, SeatId, TeamId } from '#journey/ids.ts';
import { weekdayOf } from '#journey/local-time.ts';
import type { HoursWish } from './change-hours.ts';
import { clockTime, id, localDate } from './form-fields.ts';
import { openChannels } from './hours.ts';

/** The form of one stretch of opening. Without a date it is about the usual week. */
export const hoursForm = z
  .object({
    team: id<TeamId>(),
    hours: z.uuid().optional(),
    date: localDate.optional(),
    weekday: z.number().int().min(1).max(7),
    from: clockTime,
    to: clockTime,
    channels: z.array(z.enum(openChannels)).min(1, { error: 'channelMissing' }),
    location: id<LocationId>().optional(),
    seats: z.array(id<SeatId>()).default([]),
    validity: z.enum(['usual', 'from', 'only']),
  })
  .refine(({ from, to }) => from < to, { error: 'clockOrder', path: ['to'] });

/** What the form asks for. */
export function toHoursWish(form: z.output<typeof hoursForm>): HoursWish {
  const { date, validity } = form;
  return {
    teamId: form.team,
    hoursId: form.hours ?? null,
    weekday: date === undefined ? (form.weekday as HoursWish['weekday']) : weekdayOf(date),
    scope: date === undefined || validity === 'usual' ? { kind: 'asItIs' } : { kind: validity, date },
    channels: form.channels,
    locationId: form.location ?? null,
    seatIds: form.seats,
    fromMinute: form.from,
    untilMinute: form.to,
  };
}
