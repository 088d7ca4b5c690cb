import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import type { CallerTools } from '#features/seat/open-caller.ts';
import { config } from '#shared/config/config.ts';
import { clock } from '../wiring.ts';

/** Brings together what an entry of who telephones needs of other steps: phrases and references of booking. */
export function callerTools(): CallerTools {
  return { clock, linkSecret: config().LINK_SECRET, drawPhrase, drawReference };
}
