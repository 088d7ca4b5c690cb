import type { Channel } from './appointment-wish.ts';

/** How people are helped who come without appointment: over video, or in writing. */
export const walkInChannels = ['video', 'chat'] as const satisfies readonly Channel[];
export type WalkInChannel = (typeof walkInChannels)[number];
