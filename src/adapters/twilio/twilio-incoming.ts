import { z } from 'zod';
import type { IncomingTextReader, IncomingTextReading } from '#ports/incoming-text.ts';
import { readSignedForm } from './signed-form.ts';

const number = /^(?:whatsapp:)?(\+[1-9]\d{5,14})$/;

const parameters = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  From: z.string().regex(number),
  To: z.string().min(1).max(40),
  Body: z.string().max(10_000).default(''),
  NumMedia: z.coerce.number().int().min(0).default(0),
  OptOutType: z.string().optional(),
});

const optOuts: Readonly<Record<string, 'stop' | 'start'>> = { STOP: 'stop', START: 'start' };

/** Reads the SMS and WhatsApp messages that come in at an account (Twilio, "Incoming message webhook"). */
export function createTwilioIncoming(authToken: () => string | undefined): IncomingTextReader {
  return {
    read: async (request): Promise<IncomingTextReading> => {
      const given = await readSignedForm(authToken(), request);
      if (given === null) return { kind: 'forged' };
      const parsed = parameters.safeParse(given);
      if (!parsed.success) return { kind: 'unreadable' };
      const { MessageSid, From, To, Body, NumMedia, OptOutType = '' } = parsed.data;
      return {
        kind: 'text',
        text: {
          means: From.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
          reference: MessageSid,
          from: number.exec(From)?.[1] ?? '',
          to: To.replace(/^whatsapp:/, ''),
          text: Body,
          files: NumMedia,
          optOut: optOuts[OptOutType.toUpperCase()] ?? null,
        },
      };
    },
  };
}
