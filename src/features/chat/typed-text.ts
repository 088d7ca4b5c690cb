import { z } from 'zod';
import { longestChatLine } from '#journey/chat.ts';

/** What stands in a field, as a page sends it while it is typed. */
export const typedText = z.strictObject({
  text: z.string().max(longestChatLine * 2),
  caret: z
    .int()
    .min(0)
    .max(longestChatLine * 2),
});
