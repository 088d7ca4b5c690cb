import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type { RequestId, RequestStatementId, ServiceId, VisitId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { VisitRequest } from '#journey/live-views.ts';
import type { SentState } from '#journey/message-state.ts';
import type { RequestKind, RequestState } from '#journey/requests.ts';
import type { VerifiedMandate } from '#ports/identity-provider.ts';

/** What the seat shows of a request. Times are epoch milliseconds. */
export type SeatRequest = {
  readonly id: RequestId;
  readonly statementId: RequestStatementId;
  readonly kind: RequestKind;
  /** Of the kind: its panel reads them. */
  readonly settings: unknown;
  readonly title: LocalizedText;
  readonly serviceName: LocalizedText;
  /** Null is the citizen. */
  readonly companion: { readonly visitId: VisitId; readonly name: string } | null;
  readonly state: RequestState;
  /** Words of the kind, for its panel. */
  readonly progress: string | null;
  readonly problem: string | null;
  readonly isPostponed: boolean;
  readonly declinedBecause: string | null;
  readonly askedAt: number;
  /** When who is asked saw it; null when they did not yet. */
  readonly openedAt: number | null;
  /** When it came to be as it is, once that is the end of it. */
  readonly settledAt: number | null;
  /** The link to it that went by text message last; null when none did. The number as people here say it. */
  readonly sent: {
    readonly number: string;
    readonly state: SentState;
    /** It leads to where the code is typed that the clerk says with it. */
    readonly isByCode: boolean;
  } | null;
};

/** What can be asked, by what the services of the appointment state. */
export type AskableStatement = {
  readonly id: RequestStatementId;
  readonly serviceId: ServiceId;
  readonly kind: RequestKind;
  readonly title: LocalizedText;
  readonly minimumLevel: AssuranceLevel;
  readonly isMandatory: boolean;
};

/** For whom a citizen said, when they booked, that they act. */
export type Principal = { readonly name: string; readonly registrationNumber: string | null };

/** Who somebody turned out to be, as far as the seat sees it. */
export type SeatIdentity = {
  readonly requestId: RequestId;
  readonly level: AssuranceLevel;
  readonly provider: string;
  readonly method: string;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly numberMasked: string | null;
  /** For whom they may act, where the provider said so. */
  readonly mandate: VerifiedMandate | null;
  /** What was asked of them, in the words of the kind: its panel reads them. */
  readonly settings: unknown;
  readonly principal: Principal | null;
  readonly identifiedAt: number;
  /** The appointment is in another name, and no clerk found yet that it is the same person. */
  readonly isOtherName: boolean;
};

/** The requests of one appointment at the seat. */
export type SeatRequests = {
  readonly statements: readonly AskableStatement[];
  /** The newest first. */
  readonly requests: readonly SeatRequest[];
  /** Of the citizen, in the device that is theirs now. */
  readonly level: AssuranceLevel;
  readonly identity: SeatIdentity | null;
  /** Who proved to be somebody, and is not whom the clerk talks with: in that clerk's words. Null where nobody was found so last. */
  readonly notThem: { readonly name: string | null; readonly because: string } | null;
  /** The appointment's number as people here say it; null without one to which a text message can go. */
  readonly mobile: string | null;
};

/** What a person who is asked sees on its page, also when it is settled. */
export type VisitorRequest = Omit<VisitRequest, 'state'> & {
  readonly state: Exclude<RequestState, 'draft'>;
  readonly serviceId: ServiceId;
};
