import { recordLineReport } from '#features/correspondence/send-lines.ts';
import { recordDeliveryReport } from '#features/messages/record-delivery-report.ts';
import type { MessageId, OrganisationId, TextLineId } from '#journey/ids.ts';
import type { CallbackReader, ToldStatus } from '#ports/delivery-callbacks.ts';
import { readBody } from '#shared/http/read-body.ts';
import { log } from '#shared/log.ts';
import { clock } from '../../../wiring.ts';

const limitBytes = 64 * 1024;

/** Whom a status is about; null when the provider says it in no way that is ours. */
type Subject = { readonly organisationId: OrganisationId; readonly messageId: MessageId } | null;

/**
 * The answer to a request in which a provider tells what became of a message. Refused ones leave a line in the log, with ids and
 * no more: 403 for who is not the provider, 400 for what cannot be read, 404 for a message that is not here.
 */
export async function answerCallback(
  request: Request,
  url: string,
  reader: CallbackReader,
  subjectOf: (status: ToldStatus) => Subject,
): Promise<Response> {
  const body = await readBody(request, limitBytes);
  if (body === null) return refuse(413, 'tooLong');
  const reading = await reader.read({ url, headers: request.headers, body: body.toString('utf8') });
  if (reading.kind === 'forged') return refuse(403, 'forged');
  if (reading.kind === 'unreadable') return refuse(400, 'unreadable');
  const subject = subjectOf(reading.status);
  if (subject === null) return refuse(404, 'unknownMessage');
  const { organisationId, messageId } = subject;
  const { providerReference, state, failureCode } = reading.status;
  const result = await recordDeliveryReport({ clock }, organisationId, {
    messageId,
    providerReference,
    state,
    failureCode,
  });
  if (result === 'unknownMessage') {
    // An answer of a clerk is told of at the same address.
    const report = { id: messageId as string as TextLineId, providerReference, state, failureCode };
    if ((await recordLineReport(clock, organisationId, report)) === 'unknownLine')
      return refuse(404, 'unknownMessage', messageId);
  }
  return new Response(null, { status: 204 });
}

function refuse(status: number, why: string, messageId?: MessageId): Response {
  log.warn({ why, messageId }, 'a status callback was refused');
  return new Response(null, { status });
}
