import type { CompanionTools } from '#features/companions/companion-links.ts';
import type { SendTools } from '#features/companions/send-companion-link.ts';
import { config } from '#shared/config/config.ts';
import { attemptLimiter, clock, jobQueue, videoRooms } from '../wiring.ts';

/** What third persons' links need of the world. */
export function companionTools(): CompanionTools {
  return { clock, videoRooms, linkSecret: config().LINK_SECRET };
}

/** What sending one needs. */
export const sendTools: SendTools = { clock, jobQueue, attemptLimiter };
