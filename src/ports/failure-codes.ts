/** Why a message did not go, or did not arrive: our own words for what servers and providers say. Nothing personal is in them. */
export const failureCodes = [
  // Nobody there, or nobody who takes it.
  'unknownAddress',
  'invalidAddress',
  'mailboxDisabled',
  'mailboxFull',
  'invalidNumber',
  'unknownNumber',
  'unreachableNumber',
  'notMobile',
  'unsubscribed',
  'noAddress',
  'noNumber',
  // Taken by nobody on the way.
  'blocked',
  'refused',
  'countryNotAllowed',
  'notDelivered',
  // The way itself.
  'deferred',
  'tooMany',
  'noAnswer',
  'unreachable',
  'providerUnavailable',
  'signOnRefused',
  // Ours.
  'unsafeHeader',
  'unexpected',
] as const;

export type FailureCode = (typeof failureCodes)[number];
