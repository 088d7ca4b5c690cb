import { openThread } from '#features/correspondence/change-thread.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';
import { ownThread, type ThreadParams } from './own-thread.ts';

/** All lines of a conversation with somebody who wrote. */
export async function GET(_request: Request, context: ThreadParams): Promise<Response> {
  const own = await ownThread(context);
  return own === null ? answerNotFound() : answerSeat(openThread(own.actor, own.id));
}
