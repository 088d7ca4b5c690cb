import type { OrganisationId } from '#journey/ids.ts';
import type { IdentityMemory } from '#ports/identity-provider.ts';
import { type IdentityTools, thingOfAttempt } from './identity-tools.ts';

/** What is remembered of somebody who is on their way, opened. */
export function openMemory(
  { sealing }: Pick<IdentityTools, 'sealing'>,
  organisationId: OrganisationId,
  { stateHash, memorySealed }: { readonly stateHash: Uint8Array; readonly memorySealed: Uint8Array },
): IdentityMemory {
  const memory = sealing.open({ organisationId, thing: thingOfAttempt(stateHash) }, memorySealed);
  return JSON.parse(Buffer.from(memory).toString()) as IdentityMemory;
}
