/**
 * The shapes of the seeded content: two example municipalities and their catalogue.
 * Plain data, no database types, so that a text can be written and checked without a database.
 */

import type { OrganisationTheme } from '#shared/ui/organisation-theme.ts';

export type Language = 'nl' | 'fr' | 'en' | 'de';
export const languages: readonly Language[] = ['nl', 'fr', 'en', 'de'];

/**
 * One text in every language. `nl` says "u" or addresses nobody; `nlJe` is the same text in "je", and is there only
 * when `nl` says "u", "uw" or "uzelf".
 */
export type LocalizedText = { nl: string; nlJe?: string; fr: string; en: string; de: string };

/** Words that people type in the search box and that the texts do not already hold. */
export type SearchTerms = Record<Language, readonly string[]>;

export type OrganisationSlug = 'leiebeke' | 'rozelaar';
export type FormOfAddress = 'u' | 'je';
export type Channel = 'video' | 'phone' | 'chat' | 'counter';
export type StaffRole = 'clerk' | 'expert' | 'supervisor' | 'privacyOfficer' | 'administrator';

/** A stretch of opening in local wall time. Weekday as in ISO 8601 (1 is Monday); minute 1440 is the end of the day. */
export type OpeningPeriod = { weekday: number; opensAtMinute: number; closesAtMinute: number };

/** A building where people can come to the counter. */
export type LocationContent = {
  slug: string;
  name: LocalizedText;
  streetLine: string;
  postalCode: string;
  city: string;
  /** When its counters receive people. */
  counterHours: readonly OpeningPeriod[];
};

export type SeatContent = {
  name: string;
  position: number;
  /** What is spoken there. */
  languages: readonly Language[];
  /** The slug of the building where people can come to it; without one it serves no counter. */
  counterAt?: string;
  /** When somebody works there; left out, it is whenever the team is open. */
  staffedHours?: readonly OpeningPeriod[];
};

export type TeamContent = {
  slug: string;
  name: LocalizedText;
  seats: readonly SeatContent[];
  /** When the team can be booked over video and by telephone, and keeps its waiting room open. */
  openingHours: readonly OpeningPeriod[];
  /** When the open counter takes people without appointment; left out, there is none. */
  walkInHours?: readonly OpeningPeriod[];
  /** How it helps them; left out, over video. */
  walkInChannels?: readonly ('video' | 'chat')[];
  /** What who writes there reads before they begin. */
  walkInOpening?: LocalizedText;
};

export type StaffContent = {
  /** The subject at the municipality's identity provider, and what one types to sign on in the demo. */
  subject: string;
  name: string;
  email: string;
  /** The language of the clerk's own screen. */
  language: Language;
  roles: readonly StaffRole[];
  /** Slugs of teams; empty for who works for the whole organisation. */
  teams: readonly string[];
};

/** Whom to turn to about one's data (GDPR art. 13(1)(b) and 13(2)(d)). */
export type PrivacyContact = {
  officer: { name: LocalizedText; email: string; phone: string; address: string };
  authority: {
    name: LocalizedText;
    address: LocalizedText;
    phone: string;
    website: Record<Language, string>;
  };
};

export type OrganisationContent = {
  slug: OrganisationSlug;
  host: string;
  name: string;
  formOfAddress: FormOfAddress;
  /** IANA name. */
  timeZone: string;
  languages: readonly Language[];
  defaultLanguage: Language;
  /** As people read it: national form, with spaces. */
  phone: string;
  streetLine: string;
  postalCode: string;
  city: string;
  /** Mailbox in the form of RFC 5322: `Name <address>`. */
  mailFrom: string;
  /** Alphanumeric sender, at most 11 characters (3GPP TS 23.040). */
  smsFrom: string;
  /** Information for people; what can be booked are the teams' opening hours. */
  counterHours: { counter: LocalizedText; phone: LocalizedText };
  privacyContact: PrivacyContact;
  theme: OrganisationTheme;
  /** How many days ahead its services can be booked. */
  horizonDays: number;
  locations: readonly LocationContent[];
  teams: readonly TeamContent[];
  staff: readonly StaffContent[];
};

/** Icons are names of lucide. */
export type CategoryContent = { slug: string; name: LocalizedText; icon: string };

/** Something to lay ready, and why it is asked for. */
export type BringItem = {
  key: string;
  icon: string;
  title: LocalizedText;
  reason: LocalizedText;
  /** Whether a file of it may be sent in beforehand; without it not. */
  mayUpload?: boolean;
};

/** What can be done wholly online instead, and where. */
export type OnlineAlternative = { text: LocalizedText; link?: { url: string; label: LocalizedText } };

/** What the citizen reads before joining (GDPR art. 13): ours, for the appointment and the conversation. */
export type PrivacyStatement = {
  lawfulBasis: LocalizedText;
  purpose: LocalizedText;
  dataAsked: readonly LocalizedText[];
  recipients: readonly LocalizedText[];
  /** Days after the appointment. */
  retentionDays: number;
};

/** How one municipality offers a service. `feeCents` 0 is free. */
export type ServiceOffer = { team: string; feeCents: number; channels: readonly Channel[] };

/** Something that the service states to ask of people. */
export type AskContent = {
  kind: 'identify';
  title: LocalizedText;
  purpose: LocalizedText;
  basis: LocalizedText;
  ifDeclined: LocalizedText;
  isMandatory: boolean;
  keptDays: number;
  settings: { level: 'low' | 'substantial' | 'high'; mayBeShown: boolean };
};

export type ServiceContent = {
  slug: string;
  category: string;
  durationMinutes: number;
  /** Percentage of the times that only staff can book; without it none. */
  staffSharePercent?: number;
  /** For who does not know which service it is about. */
  isQuestion?: boolean;
  offers: Partial<Record<OrganisationSlug, ServiceOffer>>;
  name: LocalizedText;
  summary: LocalizedText;
  description: LocalizedText;
  forWhom: LocalizedText;
  bring: readonly BringItem[];
  /** What may be asked of people for it; nothing else can be. */
  ask?: readonly AskContent[];
  onlineAlternative?: OnlineAlternative;
  privacy: PrivacyStatement;
  searchTerms: SearchTerms;
};
