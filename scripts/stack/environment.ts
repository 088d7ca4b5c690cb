import { createHash } from 'node:crypto';
import { citizenIdentity } from './citizen-identity.ts';
import { contactClients } from './contact-clients.ts';
import type { RunningDatabase } from './database.ts';
import type { IdentityKeys } from './identity-keys.ts';
import type { VideoServer } from './livekit.ts';
import type { Ports } from './ports.ts';
import type { DeriveSecret } from './secrets.ts';

/** The environment of the product's own processes. */
export type ProductEnvironment = Record<string, string>;

/** Where the contact software of an example runs. */
export const contactReturnOrigin = 'http://127.0.0.1:8765';

/** Where the sandbox' identity provider is. */
export function issuerOf(ports: Ports): string {
  return `http://127.0.0.1:${ports.identity}`;
}

/** An account number in the SMS provider's form: AC and 32 hexadecimal digits. */
export function smsAccount(secret: DeriveSecret): string {
  return `AC${createHash('sha256').update(secret('sms account')).digest('hex').slice(0, 32)}`;
}

/** The relying party of an organisation at the identity provider. */
export function signOnClient(slug: string, secret: DeriveSecret): { clientId: string; clientSecret: string } {
  return { clientId: `balie-${slug}`, clientSecret: secret(`sign-on ${slug}`) };
}

/** Everything that the product reads from its environment, for a stack on this machine. */
export function productEnvironment(stack: {
  mode: 'production' | 'development';
  ports: Ports;
  secret: DeriveSecret;
  database: RunningDatabase;
  videoServer: VideoServer;
  /** Empty while seeding: nobody can sign on before there are organisations. */
  slugs: string[];
  identityKeys: IdentityKeys;
}): ProductEnvironment {
  const { mode, ports, secret, database, videoServer, slugs, identityKeys } = stack;
  const issuer = issuerOf(ports);
  const signOn = slugs.map((slug) => [slug, { issuer, ...signOnClient(slug, secret) }]);
  return {
    NODE_ENV: mode,
    PORT: String(ports.web),
    BIND_ADDRESS: '127.0.0.1',
    PUBLIC_SCHEME: 'http',
    PUBLIC_PORT: String(ports.web),
    TRUST_PROXY: 'false',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    LIVEKIT_URL: videoServer.url,
    LIVEKIT_PUBLIC_URL: videoServer.publicUrl,
    LIVEKIT_API_KEY: videoServer.apiKey,
    LIVEKIT_API_SECRET: videoServer.apiSecret,
    RTC_ICE_SERVERS: '[]',
    LINK_SECRET: secret('links'),
    AUTH_SECRET: secret('sign-on cookies'),
    STAFF_SIGN_ON: JSON.stringify(Object.fromEntries(signOn)),
    CITIZEN_IDENTITY: JSON.stringify(citizenIdentity(slugs, ports, secret)),
    CONTACT_CLIENTS: JSON.stringify(contactClients(slugs, secret, [contactReturnOrigin])),
    IDENTITY_KEYS: JSON.stringify(identityKeys),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_HOOK_SECRET: secret('mail hook'),
    TWILIO_ACCOUNT_SID: smsAccount(secret),
    TWILIO_AUTH_TOKEN: secret('sms token').slice(0, 32),
    TWILIO_API_BASE_URL: `http://127.0.0.1:${ports.sms}`,
    LOG_LEVEL: 'info',
  };
}
