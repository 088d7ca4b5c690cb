import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Route, readForm, sendJson, type Visit } from '../http.ts';
import { type Account, isCallbackAddress } from './callback.ts';
import { isPhoneNumber, isSender, numberOf, outcomeOf } from './numbers.ts';
import { segment } from './segments.ts';
import { createdAt, type NewMessage, type SmsStore, type TextMessage } from './store.ts';

const longestBodyCharacters = 1600;

/** Twilio's error shape. `code` is documented at https://www.twilio.com/docs/api/errors. */
interface TwilioError {
  status: number;
  code: number;
  message: string;
}

/** The part of Twilio's REST API 2010-04-01 that sends a message and reads it back. */
export function twilioRoutes(
  store: SmsStore,
  account: Account,
  taken: (message: TextMessage) => void,
): Route[] {
  async function create({ request, response, parameters, url }: Visit) {
    const error = accountFault(request, parameters.account, url, account);
    if (error) return sendError(response, error);
    const form = (await readForm(request)) ?? new URLSearchParams();
    const order = readOrder(form);
    if ('code' in order) return sendError(response, order);
    const message = await store.add(order);
    sendJson(response, 201, resource(message, account));
    taken(message);
  }

  function read({ request, response, parameters, url }: Visit) {
    const error = accountFault(request, parameters.account, url, account);
    if (error) return sendError(response, error);
    const message = store.get(parameters.sid ?? '');
    if (!message) return sendError(response, missing(url));
    sendJson(response, 200, resource(message, account));
  }

  return [
    { method: 'POST', path: '/2010-04-01/Accounts/:account/Messages.json', handle: create },
    { method: 'GET', path: '/2010-04-01/Accounts/:account/Messages/:sid.json', handle: read },
  ];
}

export function sendError(response: ServerResponse, { status, code, message }: TwilioError): void {
  const challenge = { 'www-authenticate': 'Basic realm="Twilio API"' };
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  sendJson(response, status, body, status === 401 ? challenge : {});
}

export function missing(url: URL): TwilioError {
  return { status: 404, code: 20404, message: `The requested resource ${url.pathname} was not found` };
}

export const wrongMethod: TwilioError = { status: 405, code: 20004, message: 'Method not allowed' };

function accountFault(
  request: IncomingMessage,
  asked: string | undefined,
  url: URL,
  account: Account,
): TwilioError | null {
  const [scheme, credentials = ''] = (request.headers.authorization ?? '').split(' ');
  const given = Buffer.from(credentials, 'base64').toString('utf8');
  const isAccount =
    scheme?.toLowerCase() === 'basic' && same(given, `${account.accountSid}:${account.authToken}`);
  if (!isAccount) return { status: 401, code: 20003, message: 'Authenticate' };
  return asked === account.accountSid ? null : missing(url);
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Checks the form in Twilio's order: recipient, sender, text, callback. */
function readOrder(form: URLSearchParams): NewMessage | TwilioError {
  const to = form.get('To') ?? '';
  const from = form.get('From') || null;
  const messagingServiceSid = form.get('MessagingServiceSid') || null;
  const body = form.get('Body') ?? '';
  const statusCallback = form.get('StatusCallback') || null;
  const fault =
    recipientFault(to, from) ??
    senderFault(from, messagingServiceSid) ??
    bodyFault(body) ??
    (statusCallback !== null && !isCallbackAddress(statusCallback)
      ? bad(21609, `The 'StatusCallback' URL ${statusCallback} is not a valid URL.`)
      : null);
  return fault ?? { to, from, messagingServiceSid, body, statusCallback };
}

function recipientFault(to: string, from: string | null): TwilioError | null {
  if (to === '') return bad(21604, "A 'To' phone number is required.");
  if (!isPhoneNumber(numberOf(to))) return bad(21211, `Invalid 'To' Phone Number: ${to}`);
  if (from !== null && to.startsWith('whatsapp:') !== from.startsWith('whatsapp:'))
    return bad(63007, 'Twilio could not find a Channel with the specified From address');
  if (to === from) return bad(21266, "'To' and 'From' number cannot be the same");
  if (outcomeOf(to).kind === 'refused') return bad(21610, 'Attempt to send to unsubscribed recipient');
  return null;
}

function senderFault(from: string | null, messagingServiceSid: string | null): TwilioError | null {
  if (from === null && messagingServiceSid === null) return bad(21603, "A 'From' phone number is required.");
  if (from !== null && !isSender(from)) {
    return bad(
      21212,
      `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`,
    );
  }
  if (messagingServiceSid !== null && !/^MG[0-9a-fA-F]{32}$/.test(messagingServiceSid)) {
    return bad(21701, 'The Messaging Service does not exist.');
  }
  return null;
}

function bodyFault(body: string): TwilioError | null {
  if (body.trim() === '') return bad(21602, 'Message body is required.');
  if (body.length > longestBodyCharacters) {
    return bad(21617, `The concatenated message body exceeds the ${longestBodyCharacters} character limit.`);
  }
  return null;
}

function bad(code: number, message: string): TwilioError {
  return { status: 400, code, message };
}

/** The message as Twilio describes it (api.v2010.account.message). */
function resource(message: TextMessage, { accountSid }: Account) {
  const path = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const sent = message.history.find(({ status }) => status === 'sent');
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(createdAt(message)),
    date_sent: sent ? rfc2822(sent.at) : null,
    date_updated: rfc2822(message.history.at(-1)?.at ?? createdAt(message)),
    direction: 'outbound-api',
    error_code: message.errorCode,
    error_message: message.errorMessage,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: '0',
    num_segments: String(segment(message.body).segments),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${path}/Media.json` },
    to: message.to,
    uri: `${path}.json`,
  };
}

function rfc2822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000');
}
