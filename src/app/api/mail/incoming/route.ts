import { recordLineReport } from '#features/correspondence/send-lines.ts';
import { takeLetter } from '#features/correspondence/take-letter.ts';
import { parseMailbox } from '#features/messages/parse-mailbox.ts';
import { messageOfToken, tokenOfReturnAddress } from '#features/messages/return-address.ts';
import { takeMailReport } from '#features/messages/take-mail-report.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import type { TextLineId } from '#journey/ids.ts';
import type { IncomingMail } from '#ports/incoming-mail.ts';
import { config } from '#shared/config/config.ts';
import { isBearer } from '#shared/http/bearer.ts';
import { readBody } from '#shared/http/read-body.ts';
import { log } from '#shared/log.ts';
import { attemptLimiter, clock, mailReader } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

const limitBytes = 25 * 1024 * 1024;

/**
 * Where the municipality's own mail server hands over mail, as it travelled (RFC 5322) and with the envelope's recipient in
 * `X-Original-To`. 204 also for mail that says nothing to the product: a server that is refused would send a report of its own.
 */
export async function POST(request: Request): Promise<Response> {
  const { MAIL_HOOK_SECRET } = config();
  if (MAIL_HOOK_SECRET === undefined || !isBearer(request.headers, MAIL_HOOK_SECRET)) {
    log.warn({ why: 'forged' }, 'incoming mail was refused');
    return new Response(null, { status: 403 });
  }
  const organisation = await currentOrganisation();
  const source = await readBody(request, limitBytes);
  if (source === null) return new Response(null, { status: 413 });
  const recipient = request.headers.get('x-original-to') ?? '';
  const { kind, ...facts } = await takeIn(organisation, recipient, await mailReader.read(source));
  log.info({ kind, ...facts }, 'mail came in');
  return new Response(null, { status: 204 });
}

/** A report is of a message or of an answer; everything else somebody wrote. */
async function takeIn(organisation: Organisation, recipient: string, mail: IncomingMail) {
  const { LINK_SECRET } = config();
  const report = await takeMailReport({ clock, linkSecret: LINK_SECRET }, organisation.id, recipient, mail);
  if (report.kind === 'unknownMessage') {
    const id = report.messageId as string as TextLineId;
    for (const told of report.told) await recordLineReport(clock, organisation.id, { id, ...told });
    return { kind: 'reportOfAnswer', lineId: id };
  }
  if (report.kind !== 'otherMail' || mail.reports.length > 0) return report;
  const token = tokenOfReturnAddress(recipient);
  return takeLetter({ clock, attemptLimiter }, organisation, mail.letter, {
    ownAddress: parseMailbox(organisation.mailFrom).address,
    answered: token === null ? null : messageOfToken(LINK_SECRET, token),
  });
}
