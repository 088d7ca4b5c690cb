import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { findFilling, findReaders, type StoredFilling } from './fillings.data.ts';
import type { FormTools } from './own-form.ts';

/** What was sent for a request, for clerks of its team and for whoever has its conversation in hand; null for everybody else, and before it was sent. */
export function readSentForm(
  { sealing }: Pick<FormTools, 'sealing'>,
  actor: StaffActor,
  id: RequestId,
): Promise<StoredFilling | null> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const filling = (await mayReadSent(scope, actor, id)) ? await findFilling(scope, sealing, id) : null;
    return filling === null || filling.sentAt === null ? null : filling;
  });
}

/** Whether this member of staff may read what is sent for a request. */
export async function mayReadSent(
  scope: OrganisationScope,
  actor: StaffActor,
  id: RequestId,
): Promise<boolean> {
  const readers = mayDo(actor, 'workAtSeat') ? await findReaders(scope, id) : null;
  if (readers === null) return false;
  return mayWorkForTeam(actor, readers.teamId) || readers.clerkId === actor.staffMemberId;
}
