import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const secret = z.string().min(32, 'at least 32 characters of randomness');

/** A value that is written as JSON in one environment variable. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const staffSignOn = z.record(
  z.string(),
  z.object({ issuer: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1) }),
);

/** The choice of an organisation's citizens. What else a provider needs is its profile's: src/panels/identity/providers. */
const identityProvider = z.looseObject({ profile: z.string().min(1), id: z.string().min(1).optional() });

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/, 'base64url');

/** A private RSA key as JWK (RFC 7517 and RFC 7518, section 6.3). */
const identityKey = z.object({
  kty: z.literal('RSA'),
  use: z.enum(['sig', 'enc']),
  kid: z.string().min(1),
  n: base64url,
  e: base64url,
  d: base64url,
  p: base64url,
  q: base64url,
  dp: base64url,
  dq: base64url,
  qi: base64url,
});

/** Other contact software of an organisation, that may ask for proofs of who somebody is. */
const contactClient = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and dashes'),
  /** As citizens read who asks. */
  name: z.string().min(1).max(80),
  /** SHA-256 of its key, hexadecimal. */
  keyHash: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256, hexadecimal'),
  /** To which citizens may be sent back. */
  returnOrigins: z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)).default([]),
});
export type ContactClient = z.output<typeof contactClient>;

const iceServers = z.array(
  z.object({ urls: z.array(z.string()), username: z.string().optional(), credential: z.string().optional() }),
);

const dkimKeys = z.record(
  z.string(),
  z.object({ selector: z.string().min(1), privateKey: z.string().startsWith('-----BEGIN') }),
);

/** Settings that a choice of provider makes necessary. */
const neededBy = {
  twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  notifynl: ['NOTIFYNL_API_KEY', 'NOTIFYNL_TEMPLATE_ID', 'NOTIFYNL_CALLBACK_TOKEN'],
} as const;

/** Every setting of the product, from the environment. The descriptions are the text of `.env.example`. */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('production')
    .describe('production, or development with reload'),
  PORT: port.default(3000).describe('Port of the web server'),
  BIND_ADDRESS: z.string().default('127.0.0.1').describe('Address that the web server listens on'),
  PUBLIC_SCHEME: z
    .enum(['https', 'http'])
    .default('https')
    .describe("How browsers reach the organisations; http only on a developer's machine"),
  PUBLIC_PORT: port.optional().describe("Port in public addresses, when it is not the scheme's own"),
  TRUST_PROXY: z.stringbool().default(false).describe('true when a proxy in front sets X-Forwarded-For'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe("Postgres, as the application's role (no superuser, no BYPASSRLS)"),
  LIVEKIT_URL: z.url().describe('The video server as this server reaches it, http(s)'),
  LIVEKIT_PUBLIC_URL: z.url({ protocol: /^wss?$/ }).describe('The video server as browsers reach it, ws(s)'),
  LIVEKIT_API_KEY: z.string().min(1).describe('Key of the video server'),
  LIVEKIT_API_SECRET: secret.describe('Secret of the video server, at least 32 characters'),
  RTC_ICE_SERVERS: json(iceServers)
    .default([])
    .describe("Own STUN and TURN servers as JSON; [] uses only the video server's addresses"),
  LINK_SECRET: secret.describe(
    "Key from which the appointments' links are derived; changing it breaks every link",
  ),
  AUTH_SECRET: secret.describe('Key for the short-lived cookies of staff sign-on'),
  STAFF_SIGN_ON: json(staffSignOn).describe(
    'OpenID Connect per organisation: {"<slug>":{"issuer","clientId","clientSecret"}}',
  ),
  CITIZEN_IDENTITY: json(z.record(z.string(), z.array(identityProvider)))
    .default({})
    .describe(
      'How citizens prove who they are, per organisation: {"<slug>":[{"profile":"itsme","issuer","clientId",…}]}',
    ),
  IDENTITY_KEYS: json(z.record(z.string(), z.array(identityKey)))
    .default({})
    .describe(
      'Private RSA keys towards those providers as JWK, per organisation, the newest first: node scripts/identity-keys.ts makes them',
    ),
  CONTACT_CLIENTS: json(z.record(z.string(), z.array(contactClient)))
    .default({})
    .describe(
      'Other contact software that may ask for proofs of identity, per organisation: {"<slug>":[{"id","name","keyHash","returnOrigins"}]}; node scripts/contact-key.ts makes a key',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .describe('Mail server, smtp://user:password@host:587; ?requireTLS=false where it has no TLS'),
  SMTP_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(5)
    .describe('How many connections to the mail server each worker keeps at most'),
  MAIL_RETURN: z
    .enum(['plus', 'sender'])
    .default('plus')
    .describe(
      'Where reports on a mail go: plus is balie+<its name>@ for balie@, sender the plain address, where a server allows no other',
    ),
  DKIM_KEYS: json(dkimKeys)
    .default({})
    .describe('Keys that sign mail, per domain: {"<domain>":{"selector","privateKey"}} with RSA keys as PEM'),
  MAIL_HOOK_SECRET: secret
    .optional()
    .describe('Secret with which the mail server hands in reports and replies; without it they are refused'),
  SMS_PROVIDER: z
    .enum(['twilio', 'notifynl'])
    .default('twilio')
    .describe('Who sends SMS: twilio or notifynl'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'AC and 32 hexadecimal digits')
    .optional()
    .describe('Account at Twilio, where it is the provider'),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional().describe('Token of that account'),
  TWILIO_API_BASE_URL: z.url().optional().describe("Another address for Twilio's interface"),
  NOTIFYNL_API_KEY: z
    .string()
    .regex(/-[0-9a-f-]{36}-[0-9a-f-]{36}$/, 'a name and two UUIDs')
    .optional()
    .describe('Key of the service at NotifyNL, where it is the provider'),
  NOTIFYNL_TEMPLATE_ID: z.uuid().optional().describe('Template there whose whole text is ((text))'),
  NOTIFYNL_API_BASE_URL: z
    .url()
    .default('https://api.notifynl.nl')
    .describe("Address of NotifyNL's interface"),
  NOTIFYNL_CALLBACK_TOKEN: secret
    .optional()
    .describe('Bearer token with which NotifyNL tells what became of messages'),
  CALENDAR_ALLOW_LOOPBACK: z
    .stringbool()
    .default(false)
    .describe(
      "true lets experts' calendars be read from this very machine, for a trial; never where citizens come",
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged'),
});

/** The settings as they must stand together. */
export const completeEnvironment = environmentSchema.superRefine((settings, context) => {
  for (const name of neededBy[settings.SMS_PROVIDER]) {
    if (settings[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
  }
});

export type IdentityKey = z.infer<typeof identityKey>;
export type Config = z.infer<typeof environmentSchema>;
