import { z } from 'zod';
import { checkContact } from '#features/staff-booking/check-contact.ts';
import { readJson } from '#shared/http/read-json.ts';
import { mailDomainLookup } from '../../../../../wiring.ts';
import { currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

const typed = z.strictObject({ email: z.string().max(400), phone: z.string().max(80) });

/** What is to be said of an address and a number that a clerk is typing. */
export async function POST(request: Request): Promise<Response> {
  const [said, actor] = await Promise.all([readJson(request, typed), currentStaff()]);
  if (actor === null || said === null) return answerNotFound();
  return answerSeat(checkContact(mailDomainLookup, actor, said));
}
