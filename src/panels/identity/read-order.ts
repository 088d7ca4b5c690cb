import { SignJWT } from 'jose';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrderedProofId, OrganisationId, ProofToken } from '#journey/ids.ts';
import type { VerifiedIdentity } from '#ports/identity-provider.ts';
import { hashToken } from '#shared/secrets.ts';
import { thingOfOrder } from './answer-order.ts';
import type { IdentityTools } from './identity-tools.ts';
import { findOwnOrder } from './ordered-proof.data.ts';
import { type OwnKeys, signingKey } from './providers/openid/keys.ts';

/** How it stands with a proof that was asked for. */
export type OrderAnswer =
  | { readonly state: 'waiting'; readonly problem: string | null }
  | { readonly state: 'declined' }
  /** `result`: a JWT (RFC 7519), signed by the organisation's newest key. */
  | { readonly state: 'done'; readonly result: string };

type OrderTools = Pick<IdentityTools, 'clock' | 'sealing'> & {
  readonly keys: OwnKeys;
  /** Of the organisation, as it stands in `iss`. */
  readonly issuer: string;
};

type Asked = {
  readonly organisationId: OrganisationId;
  readonly id: OrderedProofId;
  readonly clientId: string;
  /** What the citizen's browser brought along to an order with a return address. */
  readonly code: ProofToken | null;
};

const resultSeconds = 600;

/**
 * Tells the software that asked how it stands, and who it is once they proved it. Where it named a return address, only with what the citizen's
 * browser brought there: so that nobody proves who they are for somebody else's conversation without noticing.
 * @returns null for what is another's, unknown or over
 */
export async function readOrderAnswer(
  { clock, sealing, keys, issuer }: OrderTools,
  { organisationId, id, clientId, code }: Asked,
): Promise<OrderAnswer | null> {
  const now = new Date(clock.now());
  const row = await withOrganisation(organisationId, (scope) => findOwnOrder(scope, { id, clientId, now }));
  if (row === null) return null;
  const { answeredAt, identitySealed, returnHash, problem } = row;
  if (answeredAt === null) return { state: 'waiting', problem };
  if (identitySealed === null) return { state: 'declined' };
  const isBrought = code !== null && Buffer.from(hashToken(code)).equals(Buffer.from(returnHash ?? []));
  if (returnHash !== null && !isBrought) return null;
  const sealedFor = { organisationId, thing: thingOfOrder(id) };
  const identity = JSON.parse(
    Buffer.from(sealing.open(sealedFor, identitySealed)).toString(),
  ) as VerifiedIdentity;
  const key = await signingKey(keys);
  if (key === null) throw new Error('There is no key of use "sig" in IDENTITY_KEYS.');
  const issuedAt = Math.floor(answeredAt.getTime() / 1_000);
  const result = await new SignJWT({
    ...claimsOf(identity),
    ...(identity.subject !== null && { sub: identity.subject }),
    /** By what the person is bound to the software's conversation: the weaker one anybody may have who was sent the address. */
    bound: returnHash === null ? 'address' : 'browser',
    service: row.service.slug,
    ...(row.ownReference !== null && { reference: row.ownReference }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'proof+jwt' })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setJti(id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + resultSeconds)
    .sign(key.key);
  await withOrganisation(organisationId, (scope) =>
    recordEvent(scope, {
      streams: [`organisation:${organisationId}`],
      type: 'proof.fetched',
      actor: systemActor,
      payload: { proofId: id, clientId },
      at: now.getTime(),
    }),
  );
  return { state: 'done', result };
}

/** What the service states, and no more: what was not asked is null in what a provider said, and left out here. */
function claimsOf({ level, provider, method, name, birthDate, nationalNumber, mandate }: VerifiedIdentity) {
  const said = { name, birthDate, nationalNumber, mandate };
  return {
    level,
    provider,
    method,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
  };
}
