/**
 * Whether mail can be sent to a domain: `receives`; `refuses` mail by its own word (RFC 7505); `missing`, there is no such domain;
 * `unknown` when that could not be found out in time.
 */
export type MailDomainAnswer = 'receives' | 'refuses' | 'missing' | 'unknown';

/** Looks up where mail of a domain goes. Never throws, and never takes long. */
export type MailDomainLookup = {
  /** @param domain as people write it, also with letters outside ASCII */
  readonly lookUp: (domain: string) => Promise<MailDomainAnswer>;
};
