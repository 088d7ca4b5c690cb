import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentReference, RequestId, VisitId } from '#journey/ids.ts';
import type { VerifiedIdentity } from '#ports/identity-provider.ts';
import { longestName } from './look-means.ts';
import { type WalletExchange, withWallet } from './wallet-exchange.data.ts';

/** Somebody who went to a provider and is not back yet. */
export type Attempt = {
  readonly requestId: RequestId;
  readonly visitId: VisitId;
  readonly provider: string;
  /** SHA-256 of the state. */
  readonly stateHash: Uint8Array<ArrayBuffer>;
  readonly memorySealed: Uint8Array<ArrayBuffer>;
  readonly expiresAt: Date;
};

/** Remembers an attempt. What nobody came back from in time goes, and so does an earlier one of this browser for the same. */
export async function saveAttempt(
  { db, organisationId }: OrganisationScope,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  const { requestId, visitId } = attempt;
  await db.identificationAttempt.deleteMany({
    where: { OR: [{ expiresAt: { lt: now } }, { requestId, visitId }] },
  });
  await db.identificationAttempt.create({ data: { ...attempt, organisationId } });
}

/** An attempt that is over, with what a wallet did meanwhile; null where there was none in it. */
export type TakenAttempt = Attempt & { readonly wallet: WalletExchange | null };

/** Takes the attempt of this browser out, so that nobody takes it again; null when it has none of that state. */
export async function takeAttempt(
  { db }: OrganisationScope,
  stateHash: Uint8Array<ArrayBuffer>,
  visitId: VisitId,
): Promise<TakenAttempt | null> {
  const row = await db.identificationAttempt.findFirst({
    where: { stateHash, visitId },
    omit: { organisationId: true },
    include: withWallet,
  });
  if (row === null) return null;
  const { count } = await db.identificationAttempt.deleteMany({ where: { stateHash, visitId } });
  return count === 1 ? (row as TakenAttempt) : null;
}

/** The attempt of this browser that is under way for a request, and stays so; null when it has none, or no longer. */
export async function findAttempt(
  { db }: OrganisationScope,
  { requestId, visitId }: Pick<Attempt, 'requestId' | 'visitId'>,
  now: Date,
): Promise<Attempt | null> {
  const row = await db.identificationAttempt.findFirst({
    where: { requestId, visitId, expiresAt: { gt: now } },
    omit: { organisationId: true },
  });
  return row as Attempt | null;
}

/** What somebody left from, and comes back to. */
export type Departure = { readonly reference: AppointmentReference; readonly requestId: RequestId };

/** From where somebody left, whose browser is asked by that appointment's cookie who it is; null for an unknown state. */
export async function findDeparture(
  { db }: OrganisationScope,
  stateHash: Uint8Array<ArrayBuffer>,
): Promise<Departure | null> {
  const row = await db.identificationAttempt.findFirst({
    where: { stateHash },
    select: { requestId: true, visit: { select: { appointment: { select: { reference: true } } } } },
  });
  if (row === null) return null;
  const { requestId, visit } = row;
  return {
    reference: visit.appointment.reference as AppointmentReference,
    requestId: requestId as RequestId,
  };
}

type Found = {
  readonly requestId: RequestId;
  readonly visitId: VisitId;
  readonly identity: VerifiedIdentity;
  readonly number: { readonly sealed: Uint8Array<ArrayBuffer>; readonly masked: string } | null;
  readonly identifiedAt: Date;
};

/** Writes down who somebody turned out to be. */
export async function saveIdentification(
  { db, organisationId }: OrganisationScope,
  { requestId, visitId, identity, number, identifiedAt }: Found,
): Promise<void> {
  const { level, provider, method, name, birthDate, mandate, evidence } = identity;
  await db.identification.create({
    data: {
      organisationId,
      requestId,
      visitId,
      level,
      provider,
      method,
      name,
      birthDate,
      numberEncrypted: number?.sealed ?? null,
      numberMasked: number?.masked ?? null,
      ...columnsOf(mandate),
      identifiedAt,
      evidence,
    },
  });
}

function columnsOf(mandate: VerifiedIdentity['mandate']) {
  if (mandate === null) return {};
  const mandateNumber = mandate.kind === 'company' ? mandate.registrationNumber : null;
  return { mandateKind: mandate.kind, mandateNumber, mandateName: mandate.name };
}

/** Of who telephoned without saying who they are, the name is known from now on; whoever had one keeps it. */
export async function nameUnknown(
  { db }: OrganisationScope,
  requestId: RequestId,
  name: string | null,
): Promise<void> {
  if (name === null) return;
  await db.appointment.updateMany({
    where: { citizenName: '', requests: { some: { id: requestId, companionVisitId: null } } },
    data: { citizenName: name.slice(0, longestName) },
  });
}
