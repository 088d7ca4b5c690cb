import { z } from 'zod';
import { parseId, type RequestId } from '#journey/ids.ts';
import { numberReasons } from '#panels/identity/number-reasons.ts';
import { openNumber } from '#panels/identity/open-number.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, sealing } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const body = z.strictObject({ reason: z.enum(numberReasons) });

/** The clerk needs the whole national number of whom they talk with, and says why. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<RequestId>((await params).id);
  const asked = await readJson(request, body);
  const actor = asked === null ? null : await currentStaff();
  if (asked === null || actor === null || id === null) return answerNotFound();
  return answerSeat(openNumber({ clock, sealing }, actor, id, asked.reason));
}
