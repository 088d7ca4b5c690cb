import type { IdentityAttribute, VerifiedMandate } from '#ports/identity-provider.ts';
import { askedAttributes } from './asked-attributes.ts';

/** What came of an identification by a provider, as far as it says what was not told. */
export type Told = {
  readonly settings: unknown;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly numberMasked: string | null;
  readonly mandate: VerifiedMandate | null;
  /** For whom the citizen said to act, when they booked. */
  readonly principal: { readonly name: string; readonly registrationNumber: string | null } | null;
};

type Fact = Exclude<IdentityAttribute, 'mandate'>;

/** What was asked of the person and did not come: said, because silence would look like nothing to tell. */
export function notGiven({ settings, name, birthDate, numberMasked }: Told): readonly Fact[] {
  const given: Record<Fact, string | null> = { name, birthDate, nationalNumber: numberMasked };
  return askedAttributes(settings).filter(
    (attribute): attribute is Fact => attribute !== 'mandate' && given[attribute] === null,
  );
}

/**
 * How sure it is that somebody may act for another. `verified`: by the provider, and for the one the appointment is for. `other`: for somebody else.
 * `unverified`: they say so, or it was asked, and the provider said nothing. Null where nobody acts for anybody.
 */
export function judgeMandate({
  settings,
  mandate,
  principal,
}: Told): 'verified' | 'other' | 'unverified' | null {
  if (mandate !== null) return principal === null || isFor(mandate, principal) ? 'verified' : 'other';
  return principal !== null || askedAttributes(settings).includes('mandate') ? 'unverified' : null;
}

function isFor(mandate: VerifiedMandate, principal: NonNullable<Told['principal']>): boolean {
  const number = mandate.kind === 'company' ? mandate.registrationNumber : null;
  if (number !== null && principal.registrationNumber !== null)
    return number === principal.registrationNumber;
  return plain(mandate.name ?? '') === plain(principal.name);
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
