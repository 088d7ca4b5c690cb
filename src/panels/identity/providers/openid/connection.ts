import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  type Configuration,
  discovery,
  enableDecryptingResponses,
  enableNonRepudiationChecks,
  modifyAssertion,
  PrivateKeyJwt,
} from 'openid-client';
import { isThisMachine } from '../secure-address.ts';
import { decryptionKeys, type OwnKeys, signingKey } from './keys.ts';
import type { ConfiguredProfile } from './profile.ts';

/** RSA alone: the one algorithm that all of these providers sign with. */
const signatures = 'RS256';
/** What a provider may encrypt for us with, beside RSA-OAEP-256 for the key itself; itsme takes the first. */
const contentEncryption = ['A128CBC-HS256', 'A256GCM'];

/** A provider may move its endpoints; nobody has to restart for it. */
const knownMilliseconds = 60 * 60 * 1000;

export type Connection = { readonly connect: () => Promise<Configuration> };

/**
 * What the provider says of itself, read when it is first needed and again each hour. A failure is not remembered: the next one who asks
 * tries again.
 */
export function createConnection(
  profile: ConfiguredProfile,
  keys: OwnKeys,
  timeoutSeconds: number,
): Connection {
  let known: { readonly configuration: Promise<Configuration>; readonly until: number } | null = null;
  return {
    connect: () => {
      const now = performance.now();
      if (known === null || known.until < now) {
        const configuration = discover(profile, keys, timeoutSeconds);
        const entry = { configuration, until: now + knownMilliseconds };
        known = entry;
        configuration.catch(() => {
          if (known === entry) known = null;
        });
      }
      return known.configuration;
    },
  };
}

async function discover(
  { settings, protocol }: ConfiguredProfile,
  keys: OwnKeys,
  timeoutSeconds: number,
): Promise<Configuration> {
  const metadata = {
    id_token_signed_response_alg: signatures,
    ...(protocol.isEncrypted && { userinfo_signed_response_alg: signatures }),
  };
  const configuration = await discovery(
    new URL(settings.issuer),
    settings.clientId,
    metadata,
    await authenticate(settings, protocol, keys),
    {
      timeout: timeoutSeconds,
      // The signature is checked also where TLS alone would do, so that the evidence is the provider's own.
      execute: [
        enableNonRepudiationChecks,
        ...(isThisMachine(settings.issuer) ? [allowInsecureRequests] : []),
      ],
    },
  );
  if (!protocol.isEncrypted) return configuration;
  const ours = await decryptionKeys(keys);
  const decrypting = ours.map(({ key, kid }) => ({ key, kid, alg: 'RSA-OAEP-256' }));
  enableDecryptingResponses(configuration, contentEncryption, ...decrypting);
  return configuration;
}

async function authenticate(
  { clientSecret }: ConfiguredProfile['settings'],
  { authentication }: ConfiguredProfile['protocol'],
  keys: OwnKeys,
): Promise<ClientAuth> {
  if (authentication === 'basic') return ClientSecretBasic(clientSecret);
  const key = await signingKey(keys);
  if (key === null) throw new Error('no key to sign with');
  if (authentication === 'ownKeyForIssuer') return PrivateKeyJwt(key);
  return (server, client, body, headers) =>
    PrivateKeyJwt(key, {
      [modifyAssertion]: (_header, claims) => {
        claims.aud = server.token_endpoint;
      },
    })(server, client, body, headers);
}
