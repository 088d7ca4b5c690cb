import path from 'node:path';
import { citizenClients } from './citizen-identity.ts';
import { signOnClient, smsAccount } from './environment.ts';
import type { SeedOutput } from './seed.ts';
import { type Service, startService } from './service.ts';
import type { StackOptions } from './stack.ts';

const READY_WITHIN_SECONDS = 60;

/** Where a browser reaches an organisation of this stack. */
export function originOf(host: string, options: StackOptions): string {
  return `http://${host}:${options.ports.web}`;
}

/** The municipality's sign-on, with everybody of the seed. */
export function startIdentity(seed: SeedOutput, options: StackOptions): Promise<Service> {
  const clients = seed.organisations.map(({ slug, name, host }) => ({
    ...signOnClient(slug, options.secret),
    redirectUris: [`${originOf(host, options)}/api/auth/callback/staff`],
    postLogoutRedirectUris: [originOf(host, options)],
    organisation: slug,
    organisationName: name,
  }));
  return startPeer('identity', options, {
    PORT: String(options.ports.identity),
    CLIENTS: JSON.stringify(clients),
    STAFF: JSON.stringify(seed.staff),
  });
}

/** The providers with which citizens prove who they are. */
export function startCitizens(seed: SeedOutput, options: StackOptions): Promise<Service> {
  const organisations = seed.organisations.map(({ slug, name, host }) => ({
    slug,
    name,
    origin: originOf(host, options),
  }));
  return startPeer('citizens', options, {
    PORT: String(options.ports.citizens),
    CLIENTS: JSON.stringify(citizenClients(organisations, options.secret)),
  });
}

/** The mail server with its inbox page. */
export function startMailbox(seed: SeedOutput, options: StackOptions): Promise<Service> {
  const hooks = seed.organisations.map(({ host, mailDomain }) => [
    mailDomain,
    { url: `${originOf(host, options)}/api/mail/incoming`, secret: options.secret('mail hook') },
  ]);
  return startPeer('mailbox', options, {
    HOOKS: JSON.stringify(Object.fromEntries(hooks)),
    SMTP_PORT: String(options.ports.smtp),
    HTTP_PORT: String(options.ports.mailbox),
    DATA_DIR: path.join(options.folder, 'mailbox'),
  });
}

/** The SMS gateway with its inbox page. */
export function startSms(options: StackOptions): Promise<Service> {
  return startPeer('sms', options, {
    PORT: String(options.ports.sms),
    ACCOUNT_SID: smsAccount(options.secret),
    AUTH_TOKEN: options.secret('sms token').slice(0, 32),
    DATA_DIR: path.join(options.folder, 'sms'),
  });
}

function startPeer(name: string, options: StackOptions, env: Record<string, string>): Promise<Service> {
  return startService(
    {
      name: `The sandbox peer "${name}"`,
      command: process.execPath,
      args: [path.join('sandbox', name, 'main.ts')],
      env: { ...env, NODE_ENV: 'production' },
      ready: new RegExp(`^ready ${name} `, 'm'),
      readyWithinSeconds: READY_WITHIN_SECONDS,
      logFile: path.join(options.folder, 'logs', `${name}.log`),
    },
    options.onExit,
  );
}
