import { z } from 'zod';
import { jsonSetting, portSetting } from '../peer.ts';

/** Where mail for a domain is handed over, by domain. */
const hooks = z.record(
  z.string(),
  z.object({ url: z.url({ protocol: /^http$/ }), secret: z.string().min(16) }),
);
export type Hooks = z.output<typeof hooks>;

/** The settings of the mailbox, as they stand in the environment. Without DATA_DIR messages live in memory. */
export const mailboxSettings = z
  .object({
    SMTP_PORT: portSetting,
    HTTP_PORT: portSetting,
    DATA_DIR: z.string().min(1).optional(),
    HOOKS: jsonSetting(hooks).optional(),
  })
  .transform(({ SMTP_PORT, HTTP_PORT, DATA_DIR, HOOKS }) => ({
    smtpPort: SMTP_PORT,
    httpPort: HTTP_PORT,
    dataDirectory: DATA_DIR,
    hooks: HOOKS ?? {},
  }));

/** Ports and folder of the mailbox. */
export type MailboxSettings = z.output<typeof mailboxSettings>;
