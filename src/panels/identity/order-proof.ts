import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrderedProofId, OrganisationId, ProofToken } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { ContactClient } from '#shared/config/schema.ts';
import { createProofToken, hashToken } from '#shared/secrets.ts';
import { awayProviders } from './away-at-provider.ts';
import { findIdentifyStatement } from './caller-proof.data.ts';
import type { IdentityTools } from './identity-tools.ts';
import { findServiceId, insertOrder } from './ordered-proof.data.ts';

/** So long a citizen has for it. */
export const orderMinutes = 30;

export type Order = {
  /** Of the service, as in addresses: it states how surely, and what is asked beside. */
  readonly service: string;
  readonly language: Language;
  /** What the software calls its conversation. */
  readonly reference?: string | undefined;
  readonly returnAddress?: string | undefined;
};

export type OrderFailure =
  | {
      readonly code: /** No such service, or it states nothing of identifying people, or no provider can do it on a page of its own. */ 'notStated';
    }
  /** Not one of the places to which this software may send people. */
  | { readonly code: 'returnAddressForbidden' };

export type Ordered = { readonly id: OrderedProofId; readonly token: ProofToken; readonly expiresAt: Date };

/**
 * Other contact software asks for a proof of who somebody is, for a conversation of its own. Only what a service states is asked, as in our own
 * conversations. Who is given the address does it; the software gets a signed answer (`read-order.ts`).
 */
export async function orderProof(
  { clock, providers }: Pick<IdentityTools, 'clock' | 'providers'>,
  organisationId: OrganisationId,
  client: ContactClient,
  { service: slug, language, reference, returnAddress }: Order,
): Promise<Result<Ordered, OrderFailure>> {
  if (returnAddress !== undefined && !client.returnOrigins.includes(new URL(returnAddress).origin))
    return fail({ code: 'returnAddressForbidden' });
  const now = clock.now();
  const token = createProofToken();
  const expiresAt = new Date(now + orderMinutes * 60_000);
  return withOrganisation<Result<Ordered, OrderFailure>>(organisationId, async (scope) => {
    const serviceId = await findServiceId(scope, slug);
    const statement = serviceId && (await findIdentifyStatement(scope, serviceId));
    if (serviceId === null || !statement || awayProviders(providers, statement).length === 0)
      return fail({ code: 'notStated' });
    const id = await insertOrder(scope, {
      clientId: client.id,
      serviceId,
      statementId: statement.id,
      linkHash: hashToken(token),
      ownReference: reference ?? null,
      returnAddress: returnAddress ?? null,
      language,
      createdAt: new Date(now),
      expiresAt,
    });
    const payload = { proofId: id, clientId: client.id, serviceId };
    await recordEvent(scope, {
      streams: [`organisation:${organisationId}`],
      type: 'proof.ordered',
      actor: systemActor,
      payload,
      at: now,
    });
    return succeed({ id, token, expiresAt });
  });
}
