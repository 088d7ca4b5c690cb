import { z } from 'zod';
import { settleVisitorRights } from '#features/call/settle-rights.ts';
import { changeCompanionRole } from '#features/companions/change-companion-role.ts';
import { companionRoles } from '#journey/companion-roles.ts';
import { type ConversationId, type ParticipantId, parseId } from '#journey/ids.ts';
import { succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, videoRooms } from '../../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../../seat-answer.ts';

type Context = { params: Promise<{ id: string; participantId: string }> };

/** The clerk says as what a third person is there; their rights in the room follow at once. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { id, participantId } = await params;
  const conversation = parseId<ConversationId>(id);
  const participant = parseId<ParticipantId>(participantId);
  const asked = await readJson(request, z.strictObject({ role: z.enum(companionRoles) }));
  const actor = asked === null ? null : await currentStaff();
  if (actor === null || asked === null || conversation === null || participant === null)
    return answerNotFound();
  const who = { conversationId: conversation, participantId: participant };
  const changed = await changeCompanionRole(clock, actor, who, asked.role);
  if (!changed.ok) return answerNotFound();
  const means = { videoRooms, isNearFront: async () => false };
  const visitor = { organisationId: actor.organisationId, visitId: changed.value };
  // A failing video server undoes nothing: the next token has the rights of the database.
  await settleVisitorRights(means, visitor).catch((error: unknown) => logUnexpected(error, 'role'));
  return answerSeat(Promise.resolve(succeed(null)));
}
