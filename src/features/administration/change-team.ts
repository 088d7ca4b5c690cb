import { z } from 'zod';
import type { Channel } from '#journey/appointment-wish.ts';
import type { TeamId } from '#journey/ids.ts';
import { id, localized, wholeNumber } from './form-fields.ts';
import { openChannels } from './hours.ts';
import type { Change, Refusal } from './make-change.ts';
import { findWhatHangsOnTeam, type HangsOnTeam, removeTeam } from './removal.data.ts';
import { writeTeam } from './seats.data.ts';
import { toSlug } from './slug.ts';

const limit = wholeNumber(0, 500).optional();

export const teamForm = z.object({
  id: id<TeamId>().optional(),
  name: localized(80),
  video: limit,
  phone: limit,
  counter: limit,
});

type TeamWish = z.output<typeof teamForm>;

export function changeTeam(wish: TeamWish, removes: boolean): Change {
  return removes && wish.id !== undefined ? takeTeamAway(wish.id) : writeTeamAs(wish);
}

function writeTeamAs({ id: teamId, name, ...limits }: TeamWish): Change {
  const capacities = new Map<Channel, number>();
  for (const channel of openChannels) {
    const atOnce = limits[channel];
    if (atOnce !== undefined) capacities.set(channel, atOnce);
  }
  return {
    type: 'administration.teamChanged',
    teamIds: teamId === undefined ? [] : [teamId],
    counted: null,
    whenConstrained: { code: 'double', field: 'name.nl' },
    apply: async (scope) => {
      const team = await writeTeam(scope, { id: teamId ?? null, slug: toSlug(name.nl), name, capacities });
      return team === null ? { refusal: { code: 'gone' } } : { ids: { team } };
    },
  };
}

/** A team goes only when nothing hangs on it; else it is said what does, and what to do with that. */
function takeTeamAway(teamId: TeamId): Change {
  return {
    type: 'administration.teamRemoved',
    teamIds: [teamId],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      const hanging = await findWhatHangsOnTeam(scope, teamId);
      if (hanging !== null) return { refusal: toRefusal(hanging) };
      await removeTeam(scope, teamId);
      return { ids: { team: teamId } };
    },
  };
}

function toRefusal(hanging: HangsOnTeam): Refusal {
  switch (hanging.kind) {
    case 'services':
      return { code: 'teamHasServices', names: hanging.names };
    case 'seats':
      return { code: 'teamHasSeats', at: hanging.names.join(', ') };
    case 'incoming':
      return { code: 'teamReadsIncoming' };
    case 'past':
      return { code: 'teamHasPast' };
    case 'gone':
      return { code: 'gone' };
  }
}
