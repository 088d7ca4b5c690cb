import type { Channel } from '#journey/appointment-wish.ts';

/** How people are helped who come without appointment: over video, or in writing. */
export const walkInChannels = ['video', 'chat'] as const satisfies readonly Channel[];
export type WalkInChannel = (typeof walkInChannels)[number];

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
