import { z } from 'zod';
import { showCompanionLink, withdrawCompanion } from '#features/companions/companion-links.ts';
import { type CompanionLinkId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { companionTools } from '../../../../../../companion-tools.ts';
import { answerNotFound, answerSeat } from '../../../../seat-answer.ts';
import { ownAppointment } from '../../own-appointment.ts';

type Context = { params: Promise<{ id: string; linkId: string }> };

/** Shows a third person's link again, or withdraws it. */
export async function PUT(request: Request, context: Context): Promise<Response> {
  const said = z.strictObject({ act: z.enum(['show', 'withdraw']) });
  const linkId = parseId<CompanionLinkId>((await context.params).linkId);
  const [asked, own] = await Promise.all([readJson(request, said), ownAppointment(context)]);
  if (own === null || asked === null || linkId === null) return answerNotFound();
  return asked.act === 'show'
    ? answerSeat(showCompanionLink(companionTools(), own.actor, own.id, linkId))
    : answerSeat(withdrawCompanion(companionTools(), own.actor, own.id, linkId));
}
