import { giveVisitorAccess } from '#features/call/give-visitor-access.ts';
import { config } from '#shared/config/config.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { videoRooms } from '../../../../../wiring.ts';
import { currentKnownVisit } from '../../../../current-visit.ts';
import { isNearFront } from '../../../../near-front.ts';
import { answerMedia, answerUnknown } from '../../../media-answer.ts';

/** Gives this browser a place in the room of its appointment's conversation, as the database says now. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const visit = isFromOwnPage(request) ? await currentKnownVisit(reference) : null;
  if (visit === null) return answerUnknown();
  const means = { videoRooms, isNearFront, iceServers: config().RTC_ICE_SERVERS };
  return answerMedia(giveVisitorAccess(means, visit.actor));
}
