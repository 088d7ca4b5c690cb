import { statusUrl } from '#features/messages/message-urls.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { type MessageId, parseId } from '#journey/ids.ts';
import { config } from '#shared/config/config.ts';
import { twilioCallbacks } from '../../../../../wiring.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { answerCallback } from '../../callback-answer.ts';

/** Where Twilio tells what became of an SMS, in one request per state. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ messageId: string }> },
): Promise<Response> {
  const messageId = parseId<MessageId>((await params).messageId);
  const organisation = await currentOrganisation();
  if (messageId === null) return new Response(null, { status: 404 });
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const url = statusUrl(publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT), messageId);
  return answerCallback(request, url, twilioCallbacks, () => ({
    organisationId: organisation.id,
    messageId,
  }));
}
