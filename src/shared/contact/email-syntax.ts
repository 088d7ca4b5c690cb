import { z } from 'zod';

const syntax = z.email().max(254);

/** Whether this has the form of an e-mail address, without spaces around it; whether anybody reads it is another question. */
export function isEmailAddress(text: string): boolean {
  return syntax.safeParse(text).success;
}
