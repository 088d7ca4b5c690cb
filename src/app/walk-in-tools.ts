import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import { openingIntervals } from '#features/scheduling/opening-hours.ts';
import type { WalkInTools } from '#features/walk-in/walk-in-tools.ts';
import { config } from '#shared/config/config.ts';
import { clock } from '../wiring.ts';

/** Brings together what the open counter needs of other steps: hours of scheduling, phrases and references of booking. */
export function walkInTools(): WalkInTools {
  return { clock, linkSecret: config().LINK_SECRET, openingsOf: openingIntervals, drawPhrase, drawReference };
}
