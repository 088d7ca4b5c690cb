import type { ActsFor } from '#journey/acts-for.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  AppointmentId,
  AppointmentReference,
  CompanionLinkId,
  OrganisationId,
  RequestId,
  TeamId,
} from '#journey/ids.ts';
import type { FormOfAddress, Language, LocalizedText } from '#journey/language.ts';
import type { AppointmentState } from '#journey/stages.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { OwnTexts } from './own-texts.ts';

/** The municipality, as far as its messages name it. */
export type Sender = {
  readonly id: OrganisationId;
  readonly host: string;
  readonly name: string;
  readonly formOfAddress: FormOfAddress;
  /** IANA name. */
  readonly timeZone: string;
  readonly phone: string;
  readonly streetLine: string;
  readonly postalCode: string;
  readonly city: string;
  /** A mailbox (RFC 5322), bare or as `Name <address>`. */
  readonly mailFrom: string;
  readonly smsFrom: string;
  readonly counterHours: { readonly phone: LocalizedText };
  /** Parsed by the design system. */
  readonly theme: unknown;
};

/** An appointment, as far as messages tell of it: what it is now, at the moment of sending. */
export type ToldAppointment = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly state: AppointmentState;
  readonly channel: Channel;
  /** Where the counter is; null when it is the municipality's own address, or on another channel. */
  readonly location: Address | null;
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  readonly language: Language;
  readonly citizenName: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** The number wants no text messages. */
  readonly textsStopped: boolean;
  /** A clerk proposes to meet without video, and they have not answered. */
  readonly isProposedOtherwise: boolean;
  /** Where to tell that it is nearly their turn, while they asked for it and are not in conversation; else null. */
  readonly turnText: { readonly phone: string; readonly isStopped: boolean } | null;
  readonly phraseWords: readonly string[];
  /** RFC 5545 SEQUENCE: grows with each change that a calendar must follow. */
  readonly calendarSequence: number;
  /** Null unless cancelled, or when nobody wrote it down. */
  readonly cancelledBy: 'citizen' | 'staff' | 'system' | null;
  /** The start that was told last because the counter runs late; null when none was. */
  readonly toldStartAt: EpochMilliseconds | null;
  /** When the citizen last let something be heard by a gesture of their own; null for never. */
  readonly heardAt: EpochMilliseconds | null;
  /** An earlier time that is kept for this citizen now. */
  readonly offer: ToldOffer | null;
  /** For whom the citizen acts; null for oneself. Who that is, no message says. */
  readonly actsFor: ActsFor | null;
  /** Of speech or of signs: which, no message says. */
  readonly needsInterpreter: boolean;
  readonly services: readonly ToldService[];
  /** There is an answer of the back office that they may read. */
  readonly hasAnswer: boolean;
  /** The third person whom it is written to; null for the citizen. */
  readonly companion: ToldCompanion | null;
  /** The request to which it leads; null for every other message. */
  readonly request: ToldRequest | null;
};

/** Something that a clerk asks, as far as the message goes that leads to it. */
export type ToldRequest = {
  readonly id: RequestId;
  readonly isOpen: boolean;
  /** Goes to a number that nobody confirmed for an appointment that has its own: the link stays out, a spoken code opens it. */
  readonly isByCode: boolean;
};

/** A third person, as far as messages to them go. */
export type ToldCompanion = {
  readonly linkId: CompanionLinkId;
  readonly role: CompanionRole;
  /** The citizen's name, where the citizen invited them; null where a clerk did. */
  readonly invitedBy: string | null;
  /** The link was withdrawn, the conversation is over, or nobody knows any more where it went. */
  readonly isGone: boolean;
};

export type Address = { readonly streetLine: string; readonly postalCode: string; readonly city: string };

export type ToldOffer = {
  readonly startAt: EpochMilliseconds;
  readonly createdAt: EpochMilliseconds;
  /** Until when it is kept. */
  readonly expiresAt: EpochMilliseconds;
};

export type ToldService = {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly feeCents: number;
  readonly retentionDays: number;
  readonly requirements: readonly { readonly title: LocalizedText; readonly reason: LocalizedText }[];
};

/** What every text about an appointment is written from. */
export type Telling = {
  readonly sender: Sender;
  readonly appointment: ToldAppointment;
  /** Where browsers reach the municipality, without a slash at the end. */
  readonly origin: string;
  /** The one link, absolute. */
  readonly link: string;
  /** What the municipality says in words of its own. */
  readonly texts: OwnTexts;
  /** Of word of a change, and to third persons of its end: the start that was agreed before; null where only something else changed. */
  readonly formerStartAt: EpochMilliseconds | null;
};
