import { createHmac } from 'node:crypto';
import { type MessageId, parseId } from '#journey/ids.ts';

/**
 * The name that a message bears outside, where whoever answers for it must not be able to make one up: its id and 40 bits of HMAC, in
 * 34 lower-case letters and digits. Servers change the case of what stands before the @, so case says nothing.
 */
export function tokenOfMessage(secret: string, id: MessageId): string {
  const hex = id.replaceAll('-', '');
  return BigInt(`0x${hex}${sealOf(secret, id)}`)
    .toString(32)
    .padStart(tokenLength, '0');
}

/** The message of a token; null for one that was not made with this secret. */
export function messageOfToken(secret: string, token: string): MessageId | null {
  if (!/^[0-9a-v]{34}$/i.test(token)) return null;
  const number = Array.from(token.toLowerCase()).reduce(
    (sum, sign) => sum * 32n + BigInt(Number.parseInt(sign, 32)),
    0n,
  );
  const hex = number.toString(16).padStart(42, '0');
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})(.{10})$/.exec(hex);
  const id = parts && parseId<MessageId>(parts.slice(1, 6).join('-'));
  return id !== null && sealOf(secret, id) === parts?.[6] ? id : null;
}

const tokenLength = 34;

function sealOf(secret: string, id: MessageId): string {
  return createHmac('sha256', secret).update(`message:${id}`).digest('hex').slice(0, 10);
}

/** The return address of one mail (VERP): reports on it come to the sender's own mailbox, with its name behind a plus. */
export function returnAddressOf(mailbox: string, token: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+b${token}${mailbox.slice(at)}`;
}

/** The token in a return address; null when it is another address. */
export function tokenOfReturnAddress(address: string): string | null {
  return /\+b([0-9a-v]{34})@[^@]+$/i.exec(address.trim())?.[1]?.toLowerCase() ?? null;
}
