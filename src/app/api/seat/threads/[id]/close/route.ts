import { z } from 'zod';
import { closeThread } from '#features/correspondence/change-thread.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { ownThread, type ThreadParams } from '../own-thread.ts';

/** Ends a conversation with somebody who wrote. */
export async function POST(request: Request, context: ThreadParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, z.strictObject({})), ownThread(context)]);
  if (own === null || asked === null) return answerNotFound();
  return answerSeat(closeThread(clock, own.actor, own.id));
}
