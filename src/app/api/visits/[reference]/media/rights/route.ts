import { settleVisitorRights } from '#features/call/settle-rights.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { videoRooms } from '../../../../../../wiring.ts';
import { currentKnownVisit } from '../../../../../current-visit.ts';
import { isNearFront } from '../../../../../near-front.ts';
import { answerMedia, answerUnknown } from '../../../../media-answer.ts';

/** Gives this browser's connection the rights that the database says, when they were given while it was just connecting. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const visit = isFromOwnPage(request) ? await currentKnownVisit(reference) : null;
  if (visit === null) return answerUnknown();
  return answerMedia(settleVisitorRights({ videoRooms, isNearFront }, visit.actor));
}
