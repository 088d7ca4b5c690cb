import type { MessageId } from '#journey/ids.ts';

/** Where a provider tells what became of a message. @param origin where the municipality is reached, without a slash at the end */
export function statusUrl(origin: string, id: MessageId): string {
  return `${origin}/api/messages/${id}/status`;
}

/** Where one POST stops mails like this one. @param token of the message */
export function unsubscribeUrl(origin: string, token: string): string {
  return `${origin}/api/messages/${token}/unsubscribe`;
}
