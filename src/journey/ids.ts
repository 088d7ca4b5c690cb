declare const brand: unique symbol;

/** A string that only its own parser or the database may produce: ids of different things never mix. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OrganisationId = Branded<'OrganisationId'>;
export type TeamId = Branded<'TeamId'>;
export type SeatId = Branded<'SeatId'>;
export type ServiceId = Branded<'ServiceId'>;
export type StaffMemberId = Branded<'StaffMemberId'>;
export type StaffSessionId = Branded<'StaffSessionId'>;
export type AppointmentId = Branded<'AppointmentId'>;
export type VisitId = Branded<'VisitId'>;
export type ConversationId = Branded<'ConversationId'>;
export type ParticipantId = Branded<'ParticipantId'>;
export type CallTaskId = Branded<'CallTaskId'>;
export type CallbackId = Branded<'CallbackId'>;
export type MessageId = Branded<'MessageId'>;
export type TextLineId = Branded<'TextLineId'>;
export type LocationId = Branded<'LocationId'>;
export type CompanionLinkId = Branded<'CompanionLinkId'>;
export type BackOfficeQuestionId = Branded<'BackOfficeQuestionId'>;
export type ForwardId = Branded<'ForwardId'>;
export type OfferId = Branded<'OfferId'>;
export type DocumentId = Branded<'DocumentId'>;
export type PreparatoryQuestionId = Branded<'PreparatoryQuestionId'>;
export type RequestId = Branded<'RequestId'>;
export type RequestStatementId = Branded<'RequestStatementId'>;
export type FormId = Branded<'FormId'>;
export type FormDefinitionId = Branded<'FormDefinitionId'>;

/** The name of a video room. It is no secret: a token is needed to enter. */
export type RoomName = Branded<'RoomName'>;
/** Short public name of an appointment, as it stands in addresses and on paper, e.g. `7K2M-QX4D`. */
export type AppointmentReference = Branded<'AppointmentReference'>;
/** The secret of the one link, 43 characters base64url (256 bits). Never stored, logged or shown in an address after its exchange. */
export type LinkToken = Branded<'LinkToken'>;
/** The secret of a third person's own link, 43 characters base64url (256 bits). Never stored, logged or shown in an address after its exchange. */
export type CompanionToken = Branded<'CompanionToken'>;
/** The short secret on the printed sheet of who has neither mail nor mobile phone, e.g. `7K2MQ-X4D9P`. Only its keyed hash is stored. */
export type SheetCode = Branded<'SheetCode'>;
/** Six digits that a clerk says aloud, e.g. `418 203`. Only its keyed hash is stored. */
export type SpokenCode = Branded<'SpokenCode'>;
/** The secret in the address of a seat's calendar, 43 characters base64url (256 bits). Only its hash is stored. */
export type FeedToken = Branded<'FeedToken'>;
/** The secret in the address of a proof that other software asked for, and the one that a browser takes back to it. */
export type ProofToken = Branded<'ProofToken'>;
/** A secret between us and a wallet: the name under which it finds what is asked, or what it was given for its answer. */
export type WalletToken = Branded<'WalletToken'>;
export type OrderedProofId = Branded<'OrderedProofId'>;
/** The secret in a browser's cookie. Only its hash is stored. */
export type CookieToken = Branded<'CookieToken'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Brands a string that comes from outside as an id, or gives null when it is no UUID in lower case. */
export function parseId<Id extends Branded<string>>(value: string): Id | null {
  return UUID.test(value) ? (value as Id) : null;
}
