/**
 * Mobile numbers where they can be told from others by how they begin. A text message to another number of these countries is lost in
 * silence.
 */
const mobileNumbers: Readonly<Record<string, RegExp>> = {
  '+32': /^\+324\d{8}$/,
  '+31': /^\+316\d{8}$/,
  '+33': /^\+33[67]\d{8}$/,
  '+49': /^\+491[567]\d{8,9}$/,
  '+352': /^\+3526\d{8}$/,
};

/** Whether a message can reach somebody at all. */
export function canBeTold(contact: {
  readonly email: string | null;
  readonly phone: string | null;
}): boolean {
  return contact.email !== null || (contact.phone !== null && canReceiveTexts(contact.phone));
}

/** Whether a text message arrives there, as far as a number tells. Where it does not tell, it does. @param number E.164 */
export function canReceiveTexts(number: string): boolean {
  const prefix = Object.keys(mobileNumbers).find((each) => number.startsWith(each));
  return prefix === undefined || (mobileNumbers[prefix] as RegExp).test(number);
}
