import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';
import type { SendOutcome } from '#ports/mailer.ts';
import type { SmsSender } from '#ports/sms-sender.ts';
import { outcomeOfTwilioError } from './twilio-errors.ts';

/** Given up well within the minute for which a message is held for sending: nobody else sends it meanwhile. */
const answerMilliseconds = 30_000;

export type TwilioAccount = {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where the interface is, when not at Twilio itself. */
  readonly baseUrl?: string | undefined;
};

/** SMS through Twilio's Messages resource. */
export async function createTwilioSender({
  accountSid,
  authToken,
  baseUrl,
}: TwilioAccount): Promise<SmsSender> {
  // Loaded here and not with this file: every page reaches this file, only the worker sends.
  const { default: twilio } = await import('twilio');

  /** Twilio's client takes no other address, so each request is turned on its way out. */
  class RedirectedClient extends twilio.RequestClient {
    override request<Data>(request: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
      const uri = request.uri.replace(/^https:\/\/api(\.[a-z0-9.-]+)?\.twilio\.com(?=\/)/, baseOf(baseUrl));
      return super.request({ ...request, uri });
    }
  }

  const options = { timeout: answerMilliseconds };
  const client = twilio(accountSid, authToken, {
    httpClient: baseUrl === undefined ? new twilio.RequestClient(options) : new RedirectedClient(options),
  });
  return {
    send: async ({ means = 'sms', from, to, text, statusUrl }): Promise<SendOutcome> => {
      const addressed = (number: string) => (means === 'whatsapp' ? `whatsapp:${number}` : number);
      try {
        const { sid } = await client.messages.create({
          from: addressed(from),
          to: addressed(to),
          body: text,
          statusCallback: statusUrl,
        });
        return { kind: 'accepted', providerReference: sid };
      } catch (error) {
        return outcomeOfTwilioError(error);
      }
    },
  };
}

function baseOf(url: string | undefined): string {
  return (url ?? '').replace(/\/$/, '');
}
