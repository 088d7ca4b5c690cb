import { z } from 'zod';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import { id, localized, wholeNumber } from './form-fields.ts';
import { openChannels } from './hours.ts';
import type { Change } from './make-change.ts';
import { removeService } from './removal.data.ts';
import { createServiceAfter, updateService } from './services.data.ts';
import { toSlug } from './slug.ts';

/** A service as scheduling sees it. Times in minutes, fee in euro with cents. */
export const serviceForm = z.object({
  id: id<ServiceId>().optional(),
  /** Of a new service: whose texts it begins with. */
  example: id<ServiceId>().optional(),
  team: id<TeamId>(),
  /** The team that it was of when the form was made: its appointments are looked at too. */
  formerTeam: id<TeamId>().optional(),
  name: localized(120),
  summary: localized(400),
  description: localized(4000),
  channels: z.array(z.enum(openChannels)).min(1, { error: 'channelMissing' }),
  duration: wholeNumber(5, 480),
  bufferBefore: wholeNumber(0, 120),
  bufferAfter: wholeNumber(0, 120),
  interpreter: wholeNumber(0, 240),
  notice: wholeNumber(0, 90 * 24 * 60),
  horizonDays: wholeNumber(1, 366),
  staffShare: wholeNumber(0, 100),
  fee: z
    .string({ error: 'missing' })
    .regex(/^\d{1,5}([.,]\d{2})?$/, { error: 'feeWrong' })
    .transform((written) => Math.round(Number(written.replace(',', '.')) * 100)),
  published: z.enum(['yes', 'no']),
});

type ServiceWish = z.output<typeof serviceForm>;

export function changeService(wish: ServiceWish, removes: boolean): Change {
  const { id: serviceId, example, team, formerTeam = team } = wish;
  if (removes && serviceId !== undefined) return takeServiceAway(serviceId);
  return {
    type: serviceId === undefined ? 'administration.serviceAdded' : 'administration.serviceChanged',
    teamIds: [...new Set([team, formerTeam])],
    counted: null,
    whenConstrained: { code: 'double', field: 'name.nl' },
    apply: async (scope) => {
      const words = toWords(wish);
      if (serviceId !== undefined)
        return (await updateService(scope, serviceId, words))
          ? { ids: { service: serviceId } }
          : { refusal: { code: 'gone' } };
      if (example === undefined) return { refusal: { code: 'missing', field: 'example' } };
      const service = await createServiceAfter(scope, example, toSlug(wish.name.nl), words);
      return service === null ? { refusal: { code: 'gone', field: 'example' } } : { ids: { service } };
    },
  };
}

/** A service that somebody asked for stays, for what refers to it; unpublished nobody finds it any more. */
function takeServiceAway(serviceId: ServiceId): Change {
  return {
    type: 'administration.serviceRemoved',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      const answer = await removeService(scope, serviceId);
      if (answer === 'removed') return { ids: { service: serviceId } };
      return { refusal: { code: answer === 'past' ? 'serviceHasPast' : 'gone' } };
    },
  };
}

function toWords(wish: ServiceWish) {
  return {
    teamId: wish.team,
    name: wish.name,
    summary: wish.summary,
    description: wish.description,
    channels: wish.channels,
    durationMinutes: wish.duration,
    bufferBeforeMinutes: wish.bufferBefore,
    bufferAfterMinutes: wish.bufferAfter,
    interpreterMinutes: wish.interpreter,
    minimumNoticeMinutes: wish.notice,
    horizonDays: wish.horizonDays,
    staffSharePercent: wish.staffShare,
    feeCents: wish.fee,
    isPublished: wish.published === 'yes',
  };
}
