import { z } from 'zod';
import type { CallbackReader, CallbackReading, ToldStatus } from '#ports/delivery-callbacks.ts';
import type { FailureCode } from '#ports/failure-codes.ts';
import { isBearer } from '#shared/http/bearer.ts';

/** What NotifyNL says of a message (its "REST API documentation", delivery receipts), in our words. */
const meanings: Readonly<Record<string, readonly [ToldStatus['state'], FailureCode | null]>> = {
  created: ['accepted', null],
  sending: ['accepted', null],
  pending: ['accepted', null],
  sent: ['accepted', null],
  delivered: ['delivered', null],
  'permanent-failure': ['failedForGood', 'unknownNumber'],
  // The phone was off or out of reach for as long as the provider tried.
  'temporary-failure': ['failedForGood', 'unreachableNumber'],
  'technical-failure': ['failedForGood', 'notDelivered'],
};

const receipt = z.object({
  id: z.uuid(),
  reference: z.string().nullable(),
  status: z.string(),
  notification_type: z.literal('sms'),
});

/** Reads the delivery receipts of a service, which show a bearer token that both sides know. */
export function createNotifyNlCallbacks(token: () => string | undefined): CallbackReader {
  return {
    read: async ({ headers, body }): Promise<CallbackReading> => {
      const secret = token();
      if (secret === undefined || !isBearer(headers, secret)) return { kind: 'forged' };
      const parsed = receipt.safeParse(jsonOf(body));
      const meaning = parsed.success ? meanings[parsed.data.status] : undefined;
      if (!parsed.success || meaning === undefined) return { kind: 'unreadable' };
      const [state, failureCode] = meaning;
      const { id, reference } = parsed.data;
      return {
        kind: 'told',
        status: { providerReference: id, state, failureCode, ownReference: reference },
      };
    },
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
