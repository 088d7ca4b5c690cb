import { takeMailReport } from '#features/messages/take-mail-report.ts';
import { config } from '#shared/config/config.ts';
import { isBearer } from '#shared/http/bearer.ts';
import { readBody } from '#shared/http/read-body.ts';
import { log } from '#shared/log.ts';
import { clock, mailReader } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

const limitBytes = 25 * 1024 * 1024;

/**
 * Where the municipality's own mail server hands over mail, as it travelled (RFC 5322) and with the envelope's recipient in
 * `X-Original-To`. 204 also for mail that says nothing to the product: a server that is refused would send a report of its own.
 */
export async function POST(request: Request): Promise<Response> {
  const { MAIL_HOOK_SECRET, LINK_SECRET } = config();
  if (MAIL_HOOK_SECRET === undefined || !isBearer(request.headers, MAIL_HOOK_SECRET)) {
    log.warn({ why: 'forged' }, 'incoming mail was refused');
    return new Response(null, { status: 403 });
  }
  const organisation = await currentOrganisation();
  const source = await readBody(request, limitBytes);
  if (source === null) return new Response(null, { status: 413 });
  const recipient = request.headers.get('x-original-to') ?? '';
  const mail = await mailReader.read(source);
  const tools = { clock, linkSecret: LINK_SECRET };
  const { kind, ...facts } = await takeMailReport(tools, organisation.id, recipient, mail);
  log.info({ kind, ...facts }, 'mail came in');
  return new Response(null, { status: 204 });
}
