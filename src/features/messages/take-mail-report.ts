import { type MessageId, type OrganisationId, parseId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import type { FailureCode } from '#ports/failure-codes.ts';
import type { IncomingMail, MailReport } from '#ports/incoming-mail.ts';
import type { ReportedState } from './message-states.ts';
import { recordDeliveryReport } from './record-delivery-report.ts';
import { messageOfToken, tokenOfReturnAddress } from './return-address.ts';

export type MailReportTools = { readonly clock: Clock; readonly linkSecret: string };

type Told = {
  readonly providerReference: string;
  readonly state: ReportedState;
  readonly failureCode: FailureCode | null;
  readonly isHeldUp: boolean;
};

/** What came of a mail that came in. `otherMail`: it is no report, or of nothing that this product sent. */
export type MailReportResult =
  | { readonly kind: 'recorded'; readonly messageId: MessageId; readonly states: readonly ReportedState[] }
  /** Of something else that bears such an address: what was told is for whoever knows it. */
  | { readonly kind: 'unknownMessage'; readonly messageId: MessageId; readonly told: readonly Told[] }
  | { readonly kind: 'otherMail' };

/**
 * Takes in what mail servers tell of a mail: delivered, delayed, or come back. The message is found by the return address to which
 * the report was sent (VERP), else by what the report says about the original: its ENVID, or its Message-ID.
 * @param recipient to whom the server delivered it: the recipient of the envelope, not of the header
 */
export async function takeMailReport(
  tools: MailReportTools,
  organisationId: OrganisationId,
  recipient: string,
  mail: IncomingMail,
): Promise<MailReportResult> {
  const messageId = mail.reports.length === 0 ? null : findMessage(tools.linkSecret, recipient, mail);
  if (messageId === null) return { kind: 'otherMail' };
  const told = mail.reports.map((report): Told => {
    const providerReference = `mail ${report.action} ${report.status}`.trim();
    return { providerReference, isHeldUp: report.action === 'delayed', ...toldBy(report) };
  });
  for (const each of told) {
    const result = await recordDeliveryReport(tools, organisationId, { messageId, ...each });
    if (result === 'unknownMessage') return { kind: 'unknownMessage', messageId, told };
  }
  return { kind: 'recorded', messageId, states: told.map(({ state }) => state) };
}

function findMessage(secret: string, recipient: string, mail: IncomingMail): MessageId | null {
  const tokens = [tokenOfReturnAddress(recipient), mail.envelopeId];
  for (const token of tokens) {
    const id = token === null ? null : messageOfToken(secret, token);
    if (id !== null) return id;
  }
  // Nobody but who has the mail knows its Message-ID.
  return parseId<MessageId>(mail.originalMessageId?.split('@')[0]?.toLowerCase() ?? '');
}

/** `relayed` and `expanded` say that nobody will tell more; `delayed` that the server goes on trying. */
function toldBy({ action, status }: MailReport): {
  readonly state: ReportedState;
  readonly failureCode: FailureCode | null;
} {
  if (action === 'failed') return { state: 'failedForGood', failureCode: meaningOf(status) };
  return { state: action === 'delivered' ? 'delivered' : 'accepted', failureCode: null };
}

/** Enhanced status codes (RFC 3463) that say more than no. */
const meanings: readonly (readonly [RegExp, FailureCode])[] = [
  [/^[45]\.1\.[0-36]$/, 'unknownAddress'],
  [/^[45]\.2\.1$/, 'mailboxDisabled'],
  [/^[45]\.2\.2$/, 'mailboxFull'],
  [/^[45]\.4\./, 'unreachable'],
  [/^[45]\.7\./, 'blocked'],
];

function meaningOf(status: string): FailureCode {
  return meanings.find(([pattern]) => pattern.test(status))?.[1] ?? 'notDelivered';
}
