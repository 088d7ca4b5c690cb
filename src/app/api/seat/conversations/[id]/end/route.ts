import { endConversation } from '#features/closing/end-conversation.ts';
import { ending } from '#features/closing/ending.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, videoRooms } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';

const statuses = { notFound: 404, outcomesMissing: 422, notAdmitted: 409 } as const;

/** Ends the clerk's own conversation for everybody. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const said = await readJson(request, ending);
  const actor = await currentStaff();
  if (actor === null || conversationId === null) return Response.json({ code: 'notFound' }, { status: 404 });
  if (said === null) return Response.json({ code: 'outcomesMissing' }, { status: 422 });
  const ended = await endConversation({ clock, videoRooms }, actor, conversationId, said);
  return ended.ok
    ? Response.json({})
    : Response.json(ended.failure, { status: statuses[ended.failure.code] });
}
