import { randomBytes } from 'node:crypto';
import { type Route, readForm, sendText, type Visit } from '../http.ts';
import type { Reply } from '../replies.ts';
import { type Account, postSigned } from './callback.ts';
import { isPhoneNumber, numberOf } from './numbers.ts';
import type { SmsStore, TextMessage } from './store.ts';

/** The number of a municipality on WhatsApp here, where its SMS come from a name. */
const whatsappNumber = '+32460001234';
const longestCharacters = 1600;

/**
 * The person of a phone writes back, as SMS or over WhatsApp. It goes to the web address of the last message's sender, where Twilio
 * would have it from the settings of the number.
 */
export function replyRoutes(
  store: SmsStore,
  account: Account,
  replies: Reply[],
  changed: () => void,
): Route[] {
  const stopping = new AbortController();

  async function reply({ request, response }: Visit) {
    const form = (await readForm(request)) ?? new URLSearchParams();
    const phone = form.get('phone') ?? '';
    const text = (form.get('text') ?? '').slice(0, longestCharacters);
    const means = form.get('means') === 'whatsapp' ? 'whatsapp' : 'sms';
    const last = store.list().find(({ to }) => numberOf(to) === numberOf(phone));
    if (!last || text.trim() === '' || !isPhoneNumber(numberOf(phone)))
      return sendText(response, 400, 'Er is geen bericht om op te antwoorden.');
    const answer = await hand(last, { phone: numberOf(phone), text, means });
    replies.push({ about: phone, text, at: new Date().toISOString(), answer });
    changed();
    response.writeHead(303, { location: `/?to=${encodeURIComponent(phone)}` }).end();
  }

  function hand(
    { statusCallback, from }: TextMessage,
    { phone, text, means }: { phone: string; text: string; means: 'sms' | 'whatsapp' },
  ): Promise<number | null> {
    if (statusCallback === null) return Promise.resolve(null);
    const sid = `SM${randomBytes(16).toString('hex')}`;
    const own = numberOf(from ?? '');
    const prefix = means === 'whatsapp' ? 'whatsapp:' : '';
    const to = means === 'whatsapp' && !isPhoneNumber(own) ? whatsappNumber : own;
    const parameters = {
      AccountSid: account.accountSid,
      ApiVersion: '2010-04-01',
      Body: text,
      From: `${prefix}${phone}`,
      MessageSid: sid,
      NumMedia: '0',
      NumSegments: '1',
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'received',
      To: `${prefix}${to}`,
    };
    const address = new URL('/api/messages/incoming', statusCallback).href;
    return postSigned(address, parameters, account, stopping.signal);
  }

  return [{ method: 'POST', path: '/replies', handle: reply }];
}
