import { z } from 'zod';
import { portSetting } from '../peer.ts';

/** The settings of the SMS gateway, as they stand in the environment. Without DATA_DIR all is in memory. */
export const smsSettings = z
  .object({
    PORT: portSetting,
    ACCOUNT_SID: z
      .string('AC and 32 hexadecimal digits')
      .regex(/^AC[0-9a-f]{32}$/, 'AC and 32 hexadecimal digits'),
    AUTH_TOKEN: z.string('at least 16 characters').min(16, 'at least 16 characters'),
    DATA_DIR: z.string().min(1).optional(),
  })
  .transform(({ PORT, ACCOUNT_SID, AUTH_TOKEN, DATA_DIR }) => ({
    port: PORT,
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    dataDirectory: DATA_DIR,
  }));

/** Port, account and folder of the SMS gateway. */
export type SmsSettings = z.output<typeof smsSettings>;
