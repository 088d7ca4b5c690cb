import { z } from 'zod';
import { portSetting } from '../peer.ts';

/** The settings of the NotifyNL peer, as they stand in the environment. */
export const notifyNlSettings = z
  .object({
    PORT: portSetting,
    SERVICE_ID: z.uuid('a UUID'),
    SECRET: z.uuid('a UUID'),
    TEMPLATE_ID: z.uuid('a UUID'),
    CALLBACK_URL: z.url({ protocol: /^http$/ }).optional(),
    CALLBACK_TOKEN: z.string().min(16, 'at least 16 characters'),
  })
  .transform((settings) => ({
    port: settings.PORT,
    serviceId: settings.SERVICE_ID,
    secret: settings.SECRET,
    templateId: settings.TEMPLATE_ID,
    callbackUrl: settings.CALLBACK_URL ?? null,
    callbackToken: settings.CALLBACK_TOKEN,
  }));

/** Port, service and callback of the NotifyNL peer. */
export type NotifyNlSettings = z.output<typeof notifyNlSettings>;
