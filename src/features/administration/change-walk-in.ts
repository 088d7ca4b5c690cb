import { z } from 'zod';
import type { TeamId } from '#journey/ids.ts';
import { languages } from '#journey/language.ts';
import { walkInChannels } from '#journey/walk-in-channels.ts';
import { clockRanges, id, localizedOrNothing, wholeNumber } from './form-fields.ts';
import type { Change } from './make-change.ts';
import type { ProblemCode } from './problems.ts';
import { replaceCounter } from './walk-in.data.ts';
import { weekdays } from './week.ts';

const missing: { error: ProblemCode } = { error: 'missing' };

/** One checked box comes as a text, none as nothing. */
const asList = (typed: unknown) => (typeof typed === 'string' ? [typed] : (typed ?? []));

/** A team's open counter: on or off, over what, in which languages, how many wait at most, and its hours of each day. */
export const walkInForm = z.object({
  team: id<TeamId>(),
  isOn: z.enum(['yes', 'no'], missing),
  channels: z.preprocess(asList, z.array(z.enum(walkInChannels)).min(1, missing)),
  languages: z.preprocess(asList, z.array(z.enum(languages)).min(1, missing)),
  mostWaiting: wholeNumber(1, 100),
  openingText: localizedOrNothing(600),
  day1: clockRanges,
  day2: clockRanges,
  day3: clockRanges,
  day4: clockRanges,
  day5: clockRanges,
  day6: clockRanges,
  day7: clockRanges,
});

/** It holds nobody's time: no appointment is hit by it. Who waits already is helped. */
export function changeWalkIn(wish: z.output<typeof walkInForm>): Change {
  return {
    type: 'administration.walkInChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      await replaceCounter(scope, wish.team, {
        isOn: wish.isOn === 'yes',
        channels: wish.channels,
        languages: wish.languages,
        mostWaiting: wish.mostWaiting,
        openingText: wish.openingText,
        hours: weekdays.flatMap((weekday) => wish[`day${weekday}`].map((range) => ({ ...range, weekday }))),
      });
      return { ids: { team: wish.team } };
    },
  };
}
