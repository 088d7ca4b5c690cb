import { z } from 'zod';
import { reopenThread } from '#features/correspondence/change-thread.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { ownThread, type ThreadParams } from '../own-thread.ts';

/** Takes the closing of a conversation with somebody who wrote back. */
export async function POST(request: Request, context: ThreadParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, z.strictObject({})), ownThread(context)]);
  if (own === null || asked === null) return answerNotFound();
  return answerSeat(reopenThread(clock, own.actor, own.id));
}
