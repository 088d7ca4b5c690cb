import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { Result } from '#journey/result.ts';

/** A level that a provider can vouch for (Regulation (EU) 910/2014, article 8). */
export type VerifiedLevel = Extract<AssuranceLevel, 'low' | 'substantial' | 'high'>;

/** What may be asked about a person, beside that they are the same one each time. Nothing is asked that the service does not need. */
export const identityAttributes = ['name', 'birthDate', 'nationalNumber', 'mandate'] as const;
export type IdentityAttribute = (typeof identityAttributes)[number];

export type IdentityAsk = {
  /** The least that will do. */
  readonly level: VerifiedLevel;
  readonly attributes: readonly IdentityAttribute[];
  /** Of the provider's own pages. */
  readonly language: Language;
  /** Where the provider sends the browser back to: registered there, without a query. */
  readonly redirectUri: string;
  /** Epoch milliseconds. */
  readonly askedAt: number;
};

/**
 * What must be known when the person comes back. Plain data: whoever asks keeps it secret, bound to the request, the conversation and the
 * browser, and hands it over once.
 */
export type IdentityMemory = {
  readonly provider: string;
  /** Comes back in the address, and is the name under which the rest is found. */
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636, section 4.1. */
  readonly codeVerifier: string;
  readonly asked: IdentityAsk;
};

/** How long somebody may stay away at a provider. */
export const identityMinutes = 10;

/** The number by which a state knows somebody, in digits. */
export type NationalNumber = {
  readonly kind: 'rijksregisternummer' | 'bsn';
  readonly digits: string;
};

/** For whom the person may act, in the provider's own word: asked there and checked by it. */
export type VerifiedMandate = {
  readonly kind: 'company';
  /** As `parseRegistrationNumber` gives it; null where the provider names it otherwise. */
  readonly registrationNumber: string | null;
  readonly name: string | null;
};

/** What may be kept to show how somebody was identified. No token is in it. */
export type IdentityEvidence = {
  readonly issuer: string;
  /** Authentication context and methods as the provider names them (OpenID Connect Core 1.0, section 2). */
  readonly acr: string | null;
  readonly amr: readonly string[];
  /** Epoch seconds; null where the provider does not tell. */
  readonly authenticatedAt: number | null;
  /** SHA-256 of the signed id_token, hexadecimal. */
  readonly idTokenHash: string;
};

export type VerifiedIdentity = {
  readonly level: VerifiedLevel;
  readonly provider: string;
  /** By what, as the table of levels names it: `eid`, `app`. */
  readonly method: string;
  /** The person's name at this provider for this organisation alone. */
  readonly subject: string;
  /** Null where the provider knows no names (DigiD). */
  readonly name: string | null;
  /** ISO 8601, `1987-04-12`. */
  readonly birthDate: string | null;
  readonly nationalNumber: NationalNumber | null;
  readonly mandate: VerifiedMandate | null;
  readonly evidence: IdentityEvidence;
};

/** `detail` is a code for the log: which step, and what the other side or the library called it. Nothing personal is in it. */
export type IdentityFailure =
  /** The person said no. */
  | { readonly code: 'refused' }
  | { readonly code: 'levelTooLow'; readonly reached: VerifiedLevel | null }
  /** What came back cannot be trusted: forged, used before, for somebody else, or not as agreed. */
  | { readonly code: 'invalidAnswer'; readonly detail: string }
  /** The provider does not know us as we are set up. */
  | { readonly code: 'misconfigured'; readonly detail: string }
  /** No answer, or not in time. */
  | { readonly code: 'unavailable'; readonly detail: string }
  | { readonly code: 'expired' };

/** Why nobody could be sent to the provider at all. */
export type BeginFailure = Extract<IdentityFailure, { code: 'unavailable' | 'misconfigured' }>;

/** One way to prove who one is, set up for one organisation. It never throws. */
export type IdentityProvider = {
  /** As it stands in addresses and in what is kept. */
  readonly id: string;
  /** As citizens know it. */
  readonly name: LocalizedText;
  /** What somebody needs at hand for it. */
  readonly needs: LocalizedText;
  /** The best that it can vouch for: asking it for more is of no use. */
  readonly highestLevel: VerifiedLevel;
  /** The ways in which it may be done, with their names for people. */
  readonly methods: readonly { readonly method: string; readonly name: LocalizedText }[];
  /** Where the browser goes, and what to remember until it is back. */
  readonly begin: (
    ask: IdentityAsk,
  ) => Promise<Result<{ readonly redirectUrl: string; readonly memory: IdentityMemory }, BeginFailure>>;
  /** Reads what the browser brought back. */
  readonly finish: (
    callback: IdentityCallback,
    memory: IdentityMemory,
  ) => Promise<Result<VerifiedIdentity, IdentityFailure>>;
};

export type IdentityCallback = {
  /** Of the address that the browser came back to, as it is. */
  readonly query: string;
  /** Epoch milliseconds. */
  readonly at: number;
};
