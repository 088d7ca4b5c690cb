import { z } from 'zod';
import { claimThread, releaseThread } from '#features/correspondence/change-thread.ts';
import { parseId, type StaffMemberId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { ownThread, type ThreadParams } from '../own-thread.ts';

const said = z.strictObject({
  mine: z.boolean(),
  /** From whom it is taken over. */
  from: z.uuid().nullable(),
});

/** Takes it in hand, or gives it back to everybody. */
export async function PUT(request: Request, context: ThreadParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, said), ownThread(context)]);
  if (own === null || asked === null) return answerNotFound();
  const { actor, id } = own;
  if (!asked.mine) return answerSeat(releaseThread(clock, actor, id));
  return answerSeat(claimThread(clock, actor, id, parseId<StaffMemberId>(asked.from ?? '')));
}
