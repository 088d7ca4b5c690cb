import { z } from 'zod';
import { answerThread } from '#features/correspondence/change-thread.ts';
import { longestLine } from '#journey/text-lines.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { ownThread, type ThreadParams } from '../own-thread.ts';

const said = z.strictObject({ text: z.string().max(longestLine - 10), withLink: z.boolean() });

/** Answers somebody who wrote. */
export async function POST(request: Request, context: ThreadParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, said), ownThread(context)]);
  if (own === null || asked === null) return answerNotFound();
  return answerSeat(answerThread(clock, own.actor, own.id, asked));
}
