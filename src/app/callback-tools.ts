import { drawPhrase } from '#features/booking/phrase-words.ts';
import type { CallbackTools } from '#features/callbacks/callback-tools.ts';
import { openingIntervals } from '#features/scheduling/opening-hours.ts';
import { clock } from '../wiring.ts';

/** Brings together what requests to be called need of other steps: hours of scheduling, phrases of booking. */
export const callbackTools: CallbackTools = { clock, openingsOf: openingIntervals, drawPhrase };
