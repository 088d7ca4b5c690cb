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
  /** Where the browser comes back to: registered with the provider, without a query. */
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
  readonly asked: IdentityAsk;
  /** What the provider's own protocol needs again: its nonce, its verifier, its session. The provider alone reads it. */
  readonly own: Readonly<Record<string, string>>;
};

/** How long somebody may stay away at a provider. */
export const identityMinutes = 10;

/** The number by which a state knows somebody, in digits. */
export type NationalNumber = {
  readonly kind: 'rijksregisternummer' | 'bsn';
  readonly digits: string;
};

/** For whom the person may act, in the provider's own word: asked there and checked by it. */
export type VerifiedMandate =
  | {
      readonly kind: 'company';
      /** As `parseRegistrationNumber` gives it; null where the provider names it otherwise. */
      readonly registrationNumber: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'person'; readonly name: string };

/** What may be kept to show how somebody was identified. No token is in it. */
export type IdentityEvidence = {
  readonly issuer: string;
  /** Authentication context and methods as the provider names them (OpenID Connect Core 1.0, section 2). */
  readonly acr: string | null;
  readonly amr: readonly string[];
  /** Epoch seconds; null where the provider does not tell. */
  readonly authenticatedAt: number | null;
  /** SHA-256 of what was signed (an id_token, a result, a challenge's signature), hexadecimal. */
  readonly idTokenHash: string;
};

export type VerifiedIdentity = {
  readonly level: VerifiedLevel;
  readonly provider: string;
  /** By what, as the table of levels names it: `eid`, `app`. */
  readonly method: string;
  /** The person's name at this provider for this organisation alone; null where it gives none. */
  readonly subject: string | null;
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
  /** What it can tell of a person at all; the rest stays unknown, whoever they are. */
  readonly gives: readonly IdentityAttribute[];
  /** The ways in which it may be done, with their names for people. */
  readonly methods: readonly { readonly method: string; readonly name: LocalizedText }[];
  /** Where the browser goes, and what to remember until it is back. */
  readonly begin: (ask: IdentityAsk) => Promise<Result<Begun, BeginFailure>>;
  /** For a provider without pages: ours stands in for them. */
  readonly here?: ScanHere | CardHere | WalletHere;
  /** Reads what the browser brought back. */
  readonly finish: (
    callback: IdentityCallback,
    memory: IdentityMemory,
  ) => Promise<Result<VerifiedIdentity, IdentityFailure>>;
};

export type Begun = {
  /** Null where our own page does it (`here`). */
  readonly redirectUrl: string | null;
  readonly memory: IdentityMemory;
};

/** How far a scan is. `pairing`: an app has it and shows a code. `over`: well or not, `finish` tells. */
export type ScanStep = 'waiting' | 'pairing' | 'connected' | 'over';

/** The person scans a code with an app. What comes of it the provider's server knows; nothing of it passes through the browser. */
export type ScanHere = {
  readonly kind: 'scan';
  /** Who shows the number that the person types: the app, or a page of ours to which it leads. */
  readonly numberOn: 'app' | 'ourPage';
  readonly show: (memory: IdentityMemory) => {
    /** What the QR code says. */
    readonly code: string;
    /** Opens the app where it is on this very device. */
    readonly appUrl: string;
  };
  /** Null while the provider does not answer. */
  readonly follow: (memory: IdentityMemory) => Promise<ScanStep | null>;
  /** Whether the code that somebody types is the one that the app shows: only then that app may go on. */
  readonly pair: (memory: IdentityMemory, digits: string) => Promise<boolean>;
  /** The app is on this device: no code is needed between the two. */
  readonly stayOnThisDevice: (memory: IdentityMemory) => Promise<boolean>;
};

/** A card signs a challenge, by an extension of the browser. Its answer comes back as the field `answer`. */
export type CardHere = {
  readonly kind: 'card';
  readonly show: (memory: IdentityMemory) => { readonly challenge: string };
};

/**
 * A wallet fetches from us what is asked, and posts to us what its person shows: two addresses of ours, beside the one that browsers come back to, under
 * the name that `handleOf` tells.
 */
export type WalletHere = {
  readonly kind: 'wallet';
  /** 256 random bits. */
  readonly handleOf: (memory: IdentityMemory) => string;
  readonly show: ScanHere['show'];
  /**
   * The request as the wallet reads it, signed.
   * @param walletNonce what the wallet wants to find in it; null where it wants nothing
   * @param at epoch milliseconds
   */
  readonly ask: (memory: IdentityMemory, walletNonce: string | null, at: number) => Promise<string>;
};

export type IdentityCallback = {
  /** Of the address that the browser came back to, as it is; or the fields of the form that it sent, written the same way. */
  readonly query: string;
  /** The form that a wallet posted, where the person before this browser is the one whose wallet it is; null where none did. */
  readonly posted?: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
};
