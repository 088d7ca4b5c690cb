import { z } from 'zod';
import { authority } from '../authority.ts';

export const webEidSettings = z.strictObject({
  /** Who issues the cards themselves: the authorities right above them, not the root, under which other things are issued too. */
  issuers: z.array(authority).min(1),
  /** Certificate policies that are not for people who prove who they are in a browser (RFC 5280, section 4.2.1.4). */
  refusedPolicies: z.array(z.string().regex(/^\d+(\.\d+)+$/)).default([]),
  /** Responders that are known to leave out the nonce (RFC 8954): of their answers the time alone is checked. */
  respondersWithoutNonce: z.array(z.url()).default([]),
});

export type WebEidSettings = z.infer<typeof webEidSettings>;
