import { SignJWT } from 'jose';
import { z } from 'zod';
import type { FailureCode } from '#ports/failure-codes.ts';
import type { SendOutcome } from '#ports/mailer.ts';
import type { SmsSender } from '#ports/sms-sender.ts';

/** Given up well within the minute for which a message is held for sending: nobody else sends it meanwhile. */
const answerMilliseconds = 30_000;

export type NotifyNlService = {
  /** As NotifyNL shows it once: a name, the service's id and the secret, with hyphens between. */
  readonly apiKey: string;
  /** Template whose whole text is `((text))`. */
  readonly templateId: string;
  readonly baseUrl: string;
};

const created = z.object({ id: z.uuid() });
const refused = z.object({
  errors: z.array(z.object({ error: z.string(), message: z.string() })).min(1),
});

/**
 * SMS through NotifyNL, the Dutch government's instance of GOV.UK Notify (its "REST API documentation", POST /v2/notifications/sms).
 * There the sender's name belongs to the service, and what becomes of a message is told at the one address of the service: `from` and
 * `statusUrl` stay unused.
 */
export function createNotifyNlSender({ apiKey, templateId, baseUrl }: NotifyNlService): SmsSender {
  const { serviceId, secret } = partsOfKey(apiKey);
  const address = new URL('/v2/notifications/sms', baseUrl);
  return {
    send: async ({ reference, to, text }): Promise<SendOutcome> => {
      try {
        const response = await fetch(address, {
          method: 'POST',
          signal: AbortSignal.timeout(answerMilliseconds),
          redirect: 'error',
          headers: {
            authorization: `Bearer ${await tokenOf(serviceId, secret)}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            phone_number: to,
            template_id: templateId,
            personalisation: { text },
            reference,
          }),
        });
        const answer: unknown = await response.json().catch(() => null);
        if (response.status !== 201) return outcomeOfRefusal(response.status, answer);
        return { kind: 'accepted', providerReference: created.parse(answer).id };
      } catch (error) {
        const late = error instanceof DOMException && error.name === 'TimeoutError';
        return { kind: 'failedTemporarily', code: late ? 'noAnswer' : 'unreachable' };
      }
    },
  };
}

/** Signed anew for each request: it may be half a minute old at most. */
function tokenOf(serviceId: string, secret: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(serviceId)
    .setIssuedAt()
    .sign(new TextEncoder().encode(secret));
}

const keyLength = 36;

function partsOfKey(apiKey: string): { readonly serviceId: string; readonly secret: string } {
  return { serviceId: apiKey.slice(-2 * keyLength - 1, -keyLength - 1), secret: apiKey.slice(-keyLength) };
}

/**
 * What a refusal means, in our own words. Nothing of its text is kept: it repeats the number. A wrong key or clock (403) and a
 * template that is not there (400) are our own wrong settings, and help as soon as they are put right.
 */
export function outcomeOfRefusal(status: number, answer: unknown): SendOutcome {
  const later = (code: FailureCode): SendOutcome => ({ kind: 'failedTemporarily', code });
  if (status === 401 || status === 403) return later('signOnRefused');
  if (status === 429) return later('tooMany');
  if (status >= 500) return later('providerUnavailable');
  const parsed = refused.safeParse(answer);
  const said = parsed.success
    ? parsed.data.errors.map(({ error, message }) => `${error}: ${message}`).join('\n')
    : '';
  if (/template/i.test(said)) return later('providerUnavailable');
  if (/phone_number|phone number/i.test(said)) return { kind: 'failedForGood', code: 'invalidNumber' };
  if (/team-only|trial mode/i.test(said)) return later('signOnRefused');
  return { kind: 'failedForGood', code: 'refused' };
}
