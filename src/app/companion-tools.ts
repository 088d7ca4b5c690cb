import type { CompanionTools } from '#features/companions/companion-links.ts';
import { config } from '#shared/config/config.ts';
import { clock, videoRooms } from '../wiring.ts';

/** What third persons' links need of the world. */
export function companionTools(): CompanionTools {
  return { clock, videoRooms, linkSecret: config().LINK_SECRET };
}
