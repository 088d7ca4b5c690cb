import {
  buildAuthorizationUrl,
  buildAuthorizationUrlWithPAR,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { fail, type Result, succeed } from '#journey/result.ts';
import type {
  BeginFailure,
  Begun,
  IdentityAsk,
  IdentityMemory,
  IdentityProvider,
} from '#ports/identity-provider.ts';
import { bestLevel, sufficientLines } from '../../levels.ts';
import { type Connection, createConnection } from './connection.ts';
import { describeFailure, type Step } from './failures.ts';
import type { OwnKeys } from './keys.ts';
import { openIdMemory } from './memory.ts';
import type { ConfiguredProfile, IdentityProfile } from './profile.ts';
import { readAnswer } from './read-answer.ts';

/** What one answer of a provider may take. Somebody waits for it. */
const answerSeconds = 8;

export type OpenIdOptions = {
  /** As it stands in addresses: the profile's own id, unless an organisation has two of one kind. */
  readonly id: string;
  readonly profile: IdentityProfile;
  readonly configured: ConfiguredProfile;
  readonly keys: OwnKeys;
  readonly timeoutSeconds?: number;
};

/** One with pages of its own: it always says where to go. */
export type OpenIdProvider = Omit<IdentityProvider, 'begin'> & {
  readonly begin: (
    ask: IdentityAsk,
  ) => Promise<Result<Begun & { readonly redirectUrl: string }, BeginFailure>>;
};

/**
 * A provider that speaks OpenID Connect: code flow with PKCE S256, state and nonce, the request pushed (RFC 9126) where the provider offers
 * that. What the person proved is judged by our own table: `acr_values` is a wish.
 */
export function createOpenIdProvider(options: OpenIdOptions): OpenIdProvider {
  const { id, profile, configured, keys, timeoutSeconds = answerSeconds } = options;
  const connection = createConnection(configured, keys, timeoutSeconds);
  return {
    id,
    name: configured.name,
    needs: profile.needs,
    highestLevel: bestLevel(configured.levels),
    gives: configured.gives,
    methods: configured.levels.map(({ method, name }) => ({ method, name })),
    begin: (ask) => begin(id, configured, connection, ask),
    finish: (callback, memory) => readAnswer(id, configured, connection, callback, memory),
  };
}

async function begin(id: string, profile: ConfiguredProfile, connection: Connection, ask: IdentityAsk) {
  const memory: IdentityMemory = {
    provider: id,
    state: randomState(),
    asked: ask,
    own: { nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() },
  };
  let step: Step = 'discovery';
  try {
    const configuration = await connection.connect();
    const parameters = await writeParameters(profile, memory);
    step = 'push';
    const mayPush = configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined;
    const address = mayPush
      ? await buildAuthorizationUrlWithPAR(configuration, parameters)
      : buildAuthorizationUrl(configuration, parameters);
    return succeed({ redirectUrl: address.href, memory });
  } catch (error) {
    return fail(asBeginFailure(describeFailure(step, error)));
  }
}

/** Before anybody left, whatever is wrong is wrong between the provider and us. */
function asBeginFailure(failure: ReturnType<typeof describeFailure>): BeginFailure {
  if (failure.code === 'unavailable' || failure.code === 'misconfigured') return failure;
  return { code: 'misconfigured', detail: 'detail' in failure ? failure.detail : failure.code };
}

async function writeParameters(
  { wish: wishOf, levels }: ConfiguredProfile,
  { asked, state, own }: IdentityMemory,
): Promise<Record<string, string>> {
  const { nonce, codeVerifier } = openIdMemory.parse(own);
  const { scopes, userInfoClaims = [], acrOf = ({ acr }) => acr } = wishOf(asked.attributes);
  const wanted = new Set(sufficientLines(levels, asked.level).map(acrOf));
  const claims = Object.fromEntries(userInfoClaims.map((claim) => [claim, { essential: true }]));
  return {
    redirect_uri: asked.redirectUri,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    acr_values: [...wanted].join(' '),
    ui_locales: asked.language,
    // Whoever signed on here earlier, on a shared computer, is not who sits here now.
    prompt: 'login',
    ...(userInfoClaims.length > 0 && { claims: JSON.stringify({ userinfo: claims }) }),
  };
}
