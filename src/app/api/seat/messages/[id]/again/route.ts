import { z } from 'zod';
import { sendAgain } from '#features/messages/send-again.ts';
import { type MessageId, parseId } from '#journey/ids.ts';
import { fail, succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, jobQueue } from '../../../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

/** Sends a message that did not arrive once more, to the address as it is now. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const [said, actor, { id: given }, { timeZone }] = await Promise.all([
    readJson(request, z.strictObject({})),
    currentStaff(),
    params,
    currentOrganisation(),
  ]);
  const id = parseId<MessageId>(given);
  if (said === null || actor === null || id === null) return answerNotFound();
  return answerSeat(
    sendAgain({ clock, timeZone, jobQueue }, actor, id).then((outcome) => {
      if (outcome.kind === 'done') return succeed({});
      return fail({ code: outcome.kind === 'forbidden' ? ('notFound' as const) : outcome.kind });
    }),
  );
}
