import { takeIncoming } from '#features/correspondence/take-incoming.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { config } from '#shared/config/config.ts';
import { readBody } from '#shared/http/read-body.ts';
import { log } from '#shared/log.ts';
import { attemptLimiter, clock, twilioIncoming } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

const limitBytes = 64 * 1024;

/** Where Twilio hands over SMS and WhatsApp messages to the municipality's number. The answer says that nothing is to be replied at once (TwiML). */
export async function POST(request: Request): Promise<Response> {
  const organisation = await currentOrganisation();
  const body = await readBody(request, limitBytes);
  if (body === null) return refuse(413, 'tooLong');
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const url = `${publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT)}/api/messages/incoming`;
  const reading = await twilioIncoming.read({ url, headers: request.headers, body: body.toString('utf8') });
  if (reading.kind === 'forged') return refuse(403, 'forged');
  if (reading.kind === 'unreadable') return refuse(400, 'unreadable');
  const { reference, ...text } = reading.text;
  const incoming = { ...text, sourceReference: reference, answered: [] };
  const { kind, ...facts } = await takeIncoming({ clock, attemptLimiter }, organisation, incoming);
  log.info({ kind, means: text.means, ...facts }, 'a text message came in');
  return new Response('<?xml version="1.0" encoding="UTF-8"?><Response/>', {
    headers: { 'content-type': 'text/xml' },
  });
}

function refuse(status: number, why: string): Response {
  log.warn({ why }, 'an incoming text message was refused');
  return new Response(null, { status });
}
