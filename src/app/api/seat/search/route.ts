import { z } from 'zod';
import { searchAppointments } from '#features/seat/search-appointments.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../wiring.ts';
import { currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

const question = z.strictObject({ typed: z.string().max(120) });

/** Looks for whoever phones. What was typed comes in the body: an address would keep a name in logs. */
export async function POST(request: Request): Promise<Response> {
  const [asked, actor] = await Promise.all([readJson(request, question), currentStaff()]);
  if (asked === null || actor === null) return answerNotFound();
  return answerSeat(searchAppointments(clock, actor, asked.typed));
}
