import type { ReactNode } from 'react';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type { AppointmentId, ConversationId, ParticipantId, ServiceId, StaffMemberId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatPerson, SeatThread, SeatView, SentForward } from '#journey/live-views.ts';

/** What the stage shows: the running conversation, or the one that is prepared because its citizen was chosen. */
export type StageRequest = {
  readonly view: SeatView;
  readonly conversation: SeatView['current'];
  readonly preview: { readonly conversationId: ConversationId } | null;
  readonly citizenName: string;
  /** The citizen's number, as people here say it and as it is called; null when there is none, or it is not known yet. */
  readonly phone: { readonly text: string; readonly number: string } | null;
  /** The appointment of a conversation that was to be by telephone from the beginning; null for every other one. */
  readonly calledAppointmentId: AppointmentId | null;
  readonly clerkName: string;
  readonly people: readonly SeatPerson[];
  /** Brings what is written beside the picture into sight. */
  readonly onChat: () => void;
  readonly onFinish: () => void;
};

/** What is needed to end the conversation. */
export type EndingRequest = {
  readonly conversationId: ConversationId;
  readonly services: readonly { readonly id: ServiceId; readonly name: string }[];
  /** What the clerk noted while speaking. */
  readonly report: string;
  readonly onEnded: () => void;
  readonly onCancel: () => void;
};

/** What the list of those who wrote shows. */
export type ThreadsRequest = {
  readonly threads: readonly SeatThread[];
  readonly clerkId: StaffMemberId;
  readonly selectedId: ConversationId | null;
  readonly narrow: boolean;
  readonly onOpen: (id: ConversationId) => void;
};

/** One conversation with somebody who wrote. */
export type ThreadRequest = {
  readonly thread: SeatThread;
  readonly clerkId: StaffMemberId;
  /** @returns whether it could be opened */
  readonly onOpenDossier: (appointmentId: AppointmentId) => Promise<boolean>;
  readonly onClose: () => void;
};

/** The links of third persons of an appointment. */
export type CompanionsRequest = {
  readonly appointmentId: AppointmentId;
  /** Grows with everything that happens to it. */
  readonly version: number;
};

/** What is asked of the people of an appointment. */
export type RequestsRequest = {
  readonly appointmentId: AppointmentId;
  /** Grows with everything that happens to it. */
  readonly version: number;
  readonly citizenName: string;
  /** In conversation with this clerk. */
  readonly isInConversation: boolean;
  /** The same, and not in writing. */
  readonly isSpeaking: boolean;
  /** By telephone: then, or now. */
  readonly byPhone: boolean;
  /** Nothing is asked any more once it is over. */
  readonly mayAsk: boolean;
};

/** What is passed on to this seat. */
export type ForwardedRequest = {
  readonly forwarded: SeatView['forwarded'];
  readonly questions: SeatView['questions'];
  readonly say: (text: LocalizedText) => string;
};

/** The way to ask a colleague into the running conversation. */
export type ForwardRequest = {
  readonly conversationId: ConversationId;
  /** False for who was asked to join. */
  readonly isOwn: boolean;
  /** Nobody joins a conversation on the telephone. */
  readonly byPhone: boolean;
  readonly forward: SentForward | null;
  readonly say: (text: LocalizedText) => string;
};

/** As what somebody is there, to be chosen by the clerk. */
export type RoleRequest = {
  readonly conversationId: ConversationId;
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly companionRole: CompanionRole | null;
};

/** Call, closing and correspondence are steps of their own; the page puts them into the seat. */
export type SeatSlots = {
  readonly renderStage: (request: StageRequest) => ReactNode;
  readonly renderEnding: (request: EndingRequest) => ReactNode;
  readonly renderThreads: (request: ThreadsRequest) => ReactNode;
  readonly renderThread: (request: ThreadRequest) => ReactNode;
  readonly renderCompanions: (request: CompanionsRequest) => ReactNode;
  readonly renderRequests: (request: RequestsRequest) => ReactNode;
  readonly renderForwarded: (request: ForwardedRequest) => ReactNode;
  readonly renderForward: (request: ForwardRequest) => ReactNode;
  readonly renderRole: (request: RoleRequest) => ReactNode;
  /** What is written in the running conversation. */
  readonly renderChat: (conversationId: ConversationId) => ReactNode;
};
