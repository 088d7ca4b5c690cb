import { z } from 'zod';

/** What a visitor's page says to the question for their screen: not now, this browser cannot, or it is over. */
export const screenAnswer = z.enum(['declined', 'unable', 'ended']);
export type ScreenAnswer = z.infer<typeof screenAnswer>;
