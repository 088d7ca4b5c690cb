import { z } from 'zod';
import { portSetting } from '../peer.ts';

/** The settings of the mailbox, as they stand in the environment. Without DATA_DIR messages live in memory. */
export const mailboxSettings = z
  .object({ SMTP_PORT: portSetting, HTTP_PORT: portSetting, DATA_DIR: z.string().min(1).optional() })
  .transform(({ SMTP_PORT, HTTP_PORT, DATA_DIR }) => ({
    smtpPort: SMTP_PORT,
    httpPort: HTTP_PORT,
    dataDirectory: DATA_DIR,
  }));

/** Ports and folder of the mailbox. */
export type MailboxSettings = z.output<typeof mailboxSettings>;
