type Field = (name: string) => string | null;

/** Fields that only mail to many, and answers by machines, have. */
const marks = [
  'list-id',
  'list-unsubscribe',
  'x-autoreply',
  'x-autorespond',
  'x-loop',
  'feedback-id',
] as const;
const senders = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+\-.][^@]*)?@/i;

/**
 * Whether a mail was written by a machine or sent to many, so that an answer would puzzle, or go round: what its fields say of it
 * (RFC 3834, section 5; RFC 2919; RFC 2076 for Precedence), a sender of nobody, and Exchange's own word for "no answer".
 * @param field the value of the first field of a name in lower case; null when there is none
 * @param from the address of the writer
 */
export function isAutomaticMail(field: Field, from: string | null): boolean {
  const says = (name: string, pattern: RegExp) => pattern.test(field(name) ?? '');
  return (
    from === null ||
    senders.test(from) ||
    field('return-path')?.trim() === '<>' ||
    says('auto-submitted', /^\s*(?!no\b)\S/i) ||
    says('precedence', /^\s*(?:bulk|junk|list|auto_reply)\b/i) ||
    says('x-auto-response-suppress', /\b(?:all|autoreply|oof)\b/i) ||
    says('content-type', /^\s*multipart\/report\b/i) ||
    marks.some((name) => field(name) !== null)
  );
}
