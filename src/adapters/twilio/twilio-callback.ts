import { z } from 'zod';
import type { CallbackReader, CallbackReading, ToldStatus } from '#ports/delivery-callbacks.ts';
import type { FailureCode } from '#ports/failure-codes.ts';
import { readSignedForm } from './signed-form.ts';

/** Twilio's words for where a message is (its "message status values"), in ours. */
const states: Readonly<Record<string, ToldStatus['state']>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'accepted',
  partially_delivered: 'accepted',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failedForGood',
  failed: 'failedForGood',
  canceled: 'failedForGood',
};

/** Twilio's delivery error codes (its "Error and Warning Dictionary", 30001 to 30008). */
const codes: Readonly<Record<string, FailureCode>> = {
  '30003': 'unreachableNumber',
  '30004': 'blocked',
  '30005': 'unknownNumber',
  '30006': 'notMobile',
  '30007': 'blocked',
  '21610': 'unsubscribed',
};

const parameters = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  MessageStatus: z.string(),
  ErrorCode: z.string().optional(),
});

/** Reads the status callbacks of an account. */
export function createTwilioCallbacks(authToken: () => string | undefined): CallbackReader {
  return {
    read: async (request): Promise<CallbackReading> => {
      const given = await readSignedForm(authToken(), request);
      if (given === null) return { kind: 'forged' };
      const parsed = parameters.safeParse(given);
      const state = parsed.success ? states[parsed.data.MessageStatus] : undefined;
      if (!parsed.success || state === undefined) return { kind: 'unreadable' };
      const { MessageSid, ErrorCode } = parsed.data;
      const failureCode = state === 'failedForGood' ? (codes[ErrorCode ?? ''] ?? 'notDelivered') : null;
      return {
        kind: 'told',
        status: { providerReference: MessageSid, state, failureCode, ownReference: null },
      };
    },
  };
}
