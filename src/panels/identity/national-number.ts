import type { OrganisationId, RequestId } from '#journey/ids.ts';
import type { NationalNumber } from '#ports/identity-provider.ts';
import type { Sealing } from '#ports/sealing.ts';

/** A national number as it is kept with what was asked; null where there is none. */
export function sealNumber(
  sealing: Sealing,
  { organisationId, requestId }: { readonly organisationId: OrganisationId; readonly requestId: RequestId },
  number: NationalNumber | null,
): { readonly sealed: Uint8Array<ArrayBuffer>; readonly masked: string } | null {
  if (number === null) return null;
  const sealedFor = { organisationId, thing: thingOfNumber(requestId) };
  return { sealed: sealing.seal(sealedFor, Buffer.from(number.digits)), masked: maskNumber(number) };
}

/** All but the last two digits hidden: enough to tell two numbers apart, and no use to whoever reads along. */
function maskNumber({ digits }: NationalNumber): string {
  return `${'•'.repeat(digits.length - 2)}${digits.slice(-2)}`;
}

/** The digits of a number as it was kept. */
export function openSealedNumber(
  sealing: Sealing,
  { organisationId, requestId }: { readonly organisationId: OrganisationId; readonly requestId: RequestId },
  sealed: Uint8Array,
): string {
  return Buffer.from(sealing.open({ organisationId, thing: thingOfNumber(requestId) }, sealed)).toString();
}

const thingOfNumber = (requestId: RequestId): string => `national-number:${requestId}`;
