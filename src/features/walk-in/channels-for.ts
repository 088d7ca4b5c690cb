import type { Channel } from '#journey/appointment-wish.ts';
import { type WalkInChannel, walkInChannels } from '#journey/walk-in-channels.ts';

/** How somebody can come about a service: in writing about everything, over video where the service is held so. */
export function channelsFor(
  counter: { readonly channels: readonly WalkInChannel[] },
  service: { readonly channels: readonly Channel[] },
): readonly WalkInChannel[] {
  return walkInChannels.filter(
    (channel) =>
      counter.channels.includes(channel) && (channel === 'chat' || service.channels.includes(channel)),
  );
}
