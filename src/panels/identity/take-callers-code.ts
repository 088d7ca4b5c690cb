import type { OrganisationScope } from '#db/organisation-scope.ts';
import { tellOfRequest } from '#db/requests.ts';
import type { AppointmentId, ServiceId, SpokenCode, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { VerifiedIdentity } from '#ports/identity-provider.ts';
import { hashSpokenCode } from '#shared/spoken-code.ts';
import { insertFulfilled, type TakenProof, takeProof } from './caller-proof.data.ts';
import { type AheadTools, thingOfProof } from './finish-ahead.ts';
import { saveIdentification } from './identification.data.ts';
import { longestName } from './look-means.ts';
import { sealNumber } from './national-number.ts';

/** Who telephones and proved before who they are. */
export type ProvenCaller = {
  readonly serviceId: ServiceId;
  /** Empty where the provider knows no names. */
  readonly name: string;
  readonly language: Language;
  /** Keeps what they proved with their conversation. @returns false when their service does not state it any more, and then nothing was kept */
  readonly keepWith: (scope: OrganisationScope, about: About) => Promise<boolean>;
};

type About = { readonly appointmentId: AppointmentId; readonly teamId: TeamId };

/** Takes the code that a caller says: it is gone from then on. Null when there is no such code (any more). */
export async function takeCallersCode(
  tools: AheadTools,
  scope: OrganisationScope,
  code: SpokenCode,
): Promise<ProvenCaller | null> {
  const { clock, sealing, linkSecret } = tools;
  const { organisationId } = scope;
  const taken = await takeProof(scope, hashSpokenCode(linkSecret, code, 'caller'), new Date(clock.now()));
  if (taken === null) return null;
  const sealedFor = { organisationId, thing: thingOfProof(taken.id) };
  const opened = Buffer.from(sealing.open(sealedFor, taken.identitySealed)).toString();
  const identity = JSON.parse(opened) as VerifiedIdentity;
  return {
    serviceId: taken.serviceId,
    name: (identity.name ?? '').slice(0, longestName),
    language: taken.language,
    keepWith: (inside, about) => keepWith(tools, inside, { taken, identity, about }),
  };
}

type Keeping = { readonly taken: TakenProof; readonly identity: VerifiedIdentity; readonly about: About };

async function keepWith(
  { clock, sealing }: AheadTools,
  scope: OrganisationScope,
  { taken, identity, about }: Keeping,
): Promise<boolean> {
  const { appointmentId, teamId } = about;
  const at = new Date(clock.now());
  const kept = await insertFulfilled(scope, taken, { appointmentId, at });
  if (kept === null) return false;
  const { requestId, visitId } = kept;
  const { organisationId } = scope;
  const number = sealNumber(sealing, { organisationId, requestId }, identity.nationalNumber);
  await saveIdentification(scope, { requestId, visitId, identity, number, identifiedAt: at });
  const happened = {
    type: 'request.fulfilled',
    actor: { kind: 'citizen', id: visitId },
    at: at.getTime(),
  } as const;
  await tellOfRequest(scope, { id: requestId, appointmentId, teamId, kind: 'identify' }, happened);
  return true;
}
