import { z } from 'zod';
import { identityAttributes } from '#ports/identity-provider.ts';

/** What a service states of an identification. */
export const identitySettings = z.strictObject({
  /** At least this level must be reached by a provider. */
  level: z.enum(['low', 'substantial', 'high']),
  /** Whether a clerk's look at a card will do where a provider does not. It is no level. */
  mayBeShown: z.boolean().default(false),
  /** What a clerk asks of who can prove it in no other way. That the answers were right counts as a look does. */
  controlQuestions: z.array(z.record(z.string(), z.string())).default([]),
  /** What a provider is asked about the person; the rest is not taken from it. */
  attributes: z.array(z.enum(identityAttributes)).default(['name']),
});
