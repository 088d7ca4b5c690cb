import { readLevel } from '#db/assurance.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { type Result, succeed } from '#journey/result.ts';
import { asClerk } from './as-clerk.ts';
import { isSameName } from './is-same-name.ts';
import type { AskableStatement, SeatIdentity, SeatRequests } from './request-views.ts';
import { listStatements, type Statement } from './requests.data.ts';
import { listIdentities, listSeatRequests } from './seat-requests.data.ts';

/** What is asked and can be asked of the people of one appointment, and who the citizen turned out to be. */
export function readSeatRequests(
  actor: StaffActor,
  appointmentId: AppointmentId,
): Promise<Result<SeatRequests, { readonly code: 'notFound' }>> {
  return asClerk(actor, appointmentId, async (scope, { citizenName }) => {
    const statements = (await listStatements(scope, appointmentId)).map(toAskable);
    return succeed({
      statements,
      requests: await listSeatRequests(scope, appointmentId),
      level: await readLevel(scope, { appointmentId, companionVisitId: null }),
      identity: await readIdentity(scope, appointmentId, citizenName),
    });
  });
}

function toAskable({ id, serviceId, kind, title, minimumLevel, isMandatory }: Statement): AskableStatement {
  return { id, serviceId, kind, title, minimumLevel, isMandatory };
}

async function readIdentity(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
  citizenName: string,
): Promise<SeatIdentity | null> {
  const [newest] = await listIdentities(scope, appointmentId);
  if (newest === undefined) return null;
  return {
    ...newest,
    identifiedAt: newest.identifiedAt.getTime(),
    isOtherName: newest.name !== null && !isSameName(newest.name, citizenName),
  };
}
