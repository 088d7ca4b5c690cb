import type { OrganisationId } from '#journey/ids.ts';
import type { IdentityMemory } from '#ports/identity-provider.ts';
import type { Attempt } from './identification.data.ts';
import { type IdentityTools, thingOfAttempt } from './identity-tools.ts';

/** What is remembered of somebody who is on their way, opened. */
export function openMemory(
  { sealing }: Pick<IdentityTools, 'sealing'>,
  organisationId: OrganisationId,
  { stateHash, memorySealed }: Pick<Attempt, 'stateHash' | 'memorySealed'>,
): IdentityMemory {
  const memory = sealing.open({ organisationId, thing: thingOfAttempt(stateHash) }, memorySealed);
  return JSON.parse(Buffer.from(memory).toString()) as IdentityMemory;
}
