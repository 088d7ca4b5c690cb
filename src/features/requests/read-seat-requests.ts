import type { StaffActor } from '#journey/actor.ts';
import { highestLevel } from '#journey/assurance-level.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { type Result, succeed } from '#journey/result.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { asReadingClerk } from './as-clerk.ts';
import { isSameName } from './is-same-name.ts';
import type { AskableStatement, SeatIdentity, SeatRequests } from './request-views.ts';
import { type AskedAbout, listStatements, type Statement } from './requests.data.ts';
import { type FoundIdentity, findNotThem, listIdentities, listSeatRequests } from './seat-requests.data.ts';

/** What is asked and can be asked of the people of one appointment, and who the citizen turned out to be. */
export function readSeatRequests(
  actor: StaffActor,
  appointmentId: AppointmentId,
): Promise<Result<SeatRequests, { readonly code: 'notFound' }>> {
  return asReadingClerk(actor, appointmentId, async (scope, { citizenName, principal, phone }) => {
    const statements = (await listStatements(scope, appointmentId)).map(toAskable);
    const requests = await listSeatRequests(scope, appointmentId);
    const identities = await listIdentities(scope, appointmentId);
    const level = highestLevel(identities.map((each) => each.level));
    const identity = toSeatIdentity(identities[0], { citizenName, principal });
    const mobile = phone !== null && canReceiveTexts(phone) ? formatPhoneLocally(phone) : null;
    const notThem = identity === null ? await findNotThem(scope, appointmentId) : null;
    return succeed({ statements, requests, level, identity, notThem, mobile });
  });
}

function toAskable({ id, serviceId, kind, title, minimumLevel, isMandatory }: Statement): AskableStatement {
  return { id, serviceId, kind, title, minimumLevel, isMandatory };
}

function toSeatIdentity(
  newest: FoundIdentity | undefined,
  { citizenName, principal }: Pick<AskedAbout, 'citizenName' | 'principal'>,
): SeatIdentity | null {
  if (newest === undefined) return null;
  const { isSamePerson, identifiedAt, ...identity } = newest;
  const { name } = identity;
  const isOther = name !== null && citizenName !== '' && !isSameName(name, citizenName);
  const isOtherName = isOther && isSamePerson !== true;
  return { ...identity, principal, identifiedAt: identifiedAt.getTime(), isOtherName };
}
