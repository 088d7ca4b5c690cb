import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { MailDomainLookup } from '#ports/mail-domain-lookup.ts';
import { type ContactCheck, checkEmail, checkPhone } from '#shared/contact/check-contact.ts';

/** Looks at an address and a number as far as they were typed, so that the clerk can read them back. */
export async function checkContact(
  lookup: MailDomainLookup,
  actor: StaffActor,
  typed: { readonly email: string; readonly phone: string },
): Promise<Result<ContactCheck, { readonly code: 'notFound' }>> {
  if (!mayDo(actor, 'bookForCitizen')) return fail({ code: 'notFound' });
  return succeed({
    email: await checkEmail(lookup, typed.email.trim()),
    phone: checkPhone(typed.phone.trim()),
  });
}
