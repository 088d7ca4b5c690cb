import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { loopback } from '../loopback.ts';
import type { TextMessage } from './store.ts';

const timeoutMs = 15_000;

/** Whose messages they are, and the key that signs what is told about them. */
export interface Account {
  accountSid: string;
  authToken: string;
}

/** A StatusCallback that can be called: http on this machine. A peer on loopback calls nobody else. */
export function isCallbackAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'http:') return false;
  return url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
}

/**
 * Tells the StatusCallback of a message its present status, signed as Twilio signs: HMAC-SHA1 with the token
 * over the address and the sorted parameters, in X-Twilio-Signature.
 * Answers the HTTP status, or null when nobody answered within 15 seconds.
 */
export function callBack(
  message: TextMessage,
  account: Account,
  signal: AbortSignal,
): Promise<number | null> {
  const address = message.statusCallback;
  if (address === null) return Promise.resolve(null);
  return postSigned(address, parametersOf(message, account), account, signal);
}

/** Calls an address with a form that is signed as Twilio signs. Answers as `callBack` does. */
export function postSigned(
  address: string,
  parameters: Record<string, string>,
  account: Account,
  signal: AbortSignal,
): Promise<number | null> {
  const body = new URLSearchParams(parameters).toString();
  return new Promise((resolve) => {
    const call = request(address, {
      method: 'POST',
      lookup: loopback,
      timeout: timeoutMs,
      signal,
      agent: false,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': signatureOf(address, parameters, account.authToken),
        'user-agent': 'TwilioProxy/1.1',
        accept: '*/*',
      },
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(null));
    call.on('close', () => resolve(null));
    call.end(body);
  });
}

function signatureOf(address: string, parameters: Record<string, string>, authToken: string): string {
  const sorted = Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
  const signed = sorted.reduce((text, [name, value]) => `${text}${name}${value}`, address);
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

function parametersOf(message: TextMessage, { accountSid }: Account): Record<string, string> {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: message.sid,
    MessageStatus: message.status,
    SmsSid: message.sid,
    SmsStatus: message.status,
    To: message.to,
    ...(message.from !== null && { From: message.from }),
    ...(message.messagingServiceSid !== null && { MessagingServiceSid: message.messagingServiceSid }),
    ...(message.errorCode !== null && { ErrorCode: String(message.errorCode) }),
  };
}
