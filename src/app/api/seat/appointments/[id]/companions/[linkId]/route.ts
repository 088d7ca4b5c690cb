import { z } from 'zod';
import { showCompanionLink, withdrawCompanion } from '#features/companions/companion-links.ts';
import { typedRecipient } from '#features/companions/read-recipient.ts';
import { sendCompanionLink } from '#features/companions/send-companion-link.ts';
import { type CompanionLinkId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { companionTools, sendTools } from '../../../../../../companion-tools.ts';
import { answerNotFound, answerSeat } from '../../../../seat-answer.ts';
import { ownAppointment } from '../../own-appointment.ts';

type Context = { params: Promise<{ id: string; linkId: string }> };

/** Shows a third person's link again, sends it, or withdraws it. */
export async function PUT(request: Request, context: Context): Promise<Response> {
  const said = z.union([
    z.strictObject({ act: z.enum(['show', 'withdraw']) }),
    typedRecipient.extend({ act: z.literal('send') }),
  ]);
  const linkId = parseId<CompanionLinkId>((await context.params).linkId);
  const [asked, own] = await Promise.all([readJson(request, said), ownAppointment(context)]);
  if (own === null || asked === null || linkId === null) return answerNotFound();
  if (asked.act === 'send') {
    const { to, language } = asked;
    const which = { appointmentId: own.id, id: linkId };
    return answerSeat(sendCompanionLink(sendTools, own.actor, which, { to, language }));
  }
  return asked.act === 'show'
    ? answerSeat(showCompanionLink(companionTools(), own.actor, own.id, linkId))
    : answerSeat(withdrawCompanion(companionTools(), own.actor, own.id, linkId));
}
