import { z } from 'zod';
import { proposeChannel, withdrawProposal } from '#features/changes/propose-channel.ts';
import { proposableChannels } from '#journey/channel-proposal.ts';
import { readJson } from '#shared/http/read-json.ts';
import { changeTools } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

const proposal = z.strictObject({ channel: z.enum(proposableChannels).nullable() });

/** Proposes the telephone or the counter instead of video; null takes that back. */
export async function PUT(request: Request, context: AppointmentParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, proposal), ownAppointment(context)]);
  if (own === null || asked === null) return answerNotFound();
  const { channel } = asked;
  return answerSeat<string>(
    channel === null
      ? withdrawProposal(changeTools, own.actor, own.id)
      : proposeChannel(changeTools, own.actor, own.id, channel),
  );
}
