import { findSensitiveKinds, maskSensitiveNumbers, type SensitiveKind } from '#journey/sensitive-numbers.ts';
import { isEmailAddress } from '#shared/contact/email-syntax.ts';
import { suggestMeantAddress } from '#shared/contact/suggest-address.ts';

/** What of the form is looked at. */
type Typed = { readonly email: string; readonly remark: string };

/** What was asked about before: it travels with the form, so that nothing is asked twice. */
export type Seen = {
  /** The address as it was typed, of which another one was proposed. */
  readonly email: string;
  readonly remark: boolean;
};
export const nothingSeen: Seen = { email: '', remark: false };

/** What the citizen is asked to look at once more, before going on. None of it is wrong for sure. */
export type SecondLook = {
  /** The address that was probably meant; null when there is nothing to ask. */
  readonly meantEmail: string | null;
  /** Sensitive numbers in what is asked or remarked, which will be kept unreadable. */
  readonly sensitive: readonly SensitiveKind[];
};
export const nothingToLookAt: SecondLook = { meantEmail: null, sensitive: [] };

/** What there is to ask about what was typed. */
export function lookTwice({ email, remark }: Typed): SecondLook {
  const address = email.trim();
  return {
    meantEmail: isEmailAddress(address) ? suggestMeantAddress(address) : null,
    sensitive: findSensitiveKinds(remark),
  };
}

/** Whether something of it was not asked yet. */
export function isNew({ meantEmail, sensitive }: SecondLook, { email }: Pick<Typed, 'email'>, seen: Seen) {
  return (meantEmail !== null && seen.email !== email.trim()) || (sensitive.length > 0 && !seen.remark);
}

/** After it was shown. */
export function seenNow(
  { meantEmail, sensitive }: SecondLook,
  { email }: Pick<Typed, 'email'>,
  before: Seen,
): Seen {
  return {
    email: meantEmail === null ? before.email : email.trim(),
    remark: before.remark || sensitive.length > 0,
  };
}

/** With the address that was probably meant instead of the one that was typed. */
export function takeMeant<Form extends Pick<Typed, 'email'>>(typed: Form): Form {
  const address = typed.email.trim();
  const meant = isEmailAddress(address) ? suggestMeantAddress(address) : null;
  return meant === null ? typed : { ...typed, email: meant };
}

/** As it is kept: nobody needs these numbers in a text. */
export function maskRemark<Form extends Pick<Typed, 'remark'>>(typed: Form): Form {
  return { ...typed, remark: maskSensitiveNumbers(typed.remark).text };
}
