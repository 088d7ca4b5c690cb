import { z } from 'zod';
import { longestChatLine } from '#journey/chat.ts';

/** A line as a page sends it. Some longer than may be, so that the answer can say so. */
export const writtenLine = z.strictObject({
  key: z.uuid().toLowerCase(),
  text: z.string().max(longestChatLine * 10),
});
