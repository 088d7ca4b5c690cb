import type { Availability } from './availability.ts';
import type { CompanionRole } from './companion-roles.ts';
import type {
  AppointmentId,
  AppointmentReference,
  BackOfficeQuestionId,
  CallbackId,
  CallTaskId,
  ConversationId,
  ForwardId,
  ParticipantId,
  RequestId,
  RoomName,
  SeatId,
  StaffMemberId,
  TeamId,
  VisitId,
} from './ids.ts';
import type { Language, LocalizedText } from './language.ts';
import type { MessageMark } from './message-mark.ts';
import type { Misconduct } from './misconduct.ts';
import type { OpenState, RequestKind } from './requests.ts';
import type { SendBackReason } from './send-back.ts';
import type { LinkStage } from './stages.ts';
import type { ContactMeans } from './text-lines.ts';
import type { ReadyWord } from './waiting-words.ts';

/** What screens are told over the live channel. Times are epoch milliseconds of the server's clock. */

/** A place in a video room, as far as this participant may know. */
export type CallView = {
  readonly conversationId: ConversationId;
  readonly participantId: ParticipantId;
  /** Changes when the room was renewed: connect again with fresh access. */
  readonly roomName: RoomName;
  readonly admitted: boolean;
};

/** Somebody else in a conversation, as its visitors know them. */
export type VisitPerson = {
  readonly participantId: ParticipantId;
  readonly role: 'citizen' | 'companion' | 'clerk';
  readonly name: string;
  /** As what a companion is there; null when nobody said, and for everybody else. */
  readonly companionRole: CompanionRole | null;
  /** False for who waits at the door still. */
  readonly isInside: boolean;
};

/** Something asked of the visitor, as they read it before they decide. */
export type VisitRequest = {
  readonly id: RequestId;
  readonly kind: RequestKind;
  readonly serviceName: LocalizedText;
  readonly title: LocalizedText;
  /** Why. */
  readonly purpose: LocalizedText;
  /** The law or the task on which it rests. */
  readonly basis: LocalizedText;
  /** What it means to decline; null where nothing. */
  readonly ifDeclined: LocalizedText | null;
  /** Who sees what comes of it, besides the counter. */
  readonly recipients: readonly LocalizedText[];
  readonly isMandatory: boolean;
  /** How long what comes of it is kept after the end of the appointment. */
  readonly keptDays: number;
  /** Of the kind: its panel reads them. */
  readonly settings: unknown;
  readonly state: OpenState;
  /** Why it did not succeed the last time, in a word of its kind. */
  readonly problem: string | null;
  /** "Not now": it waits aside. */
  readonly isPostponed: boolean;
};

/** The citizen's (or companion's) page. */
export type VisitView = {
  readonly serverNow: number;
  readonly stage: LinkStage;
  /** Grows with everything that the page tells of the appointment: a page with another number is of another time. */
  readonly version: number;
  readonly role: 'citizen' | 'companion';
  readonly waiting: {
    /** 1 is next; null when the order is not theirs to see (a companion). */
    readonly place: number | null;
    /** Null when nobody works at the counter, so that nobody can say. */
    readonly expectedAt: number | null;
    /** Nobody can say, because whoever works there pauses. */
    readonly isPaused: boolean;
    /** Whole minutes later than agreed; 0 when on time or unknown. */
    readonly delayMinutes: number;
    /** Close enough to the front to connect to the room in advance. */
    readonly nearFront: boolean;
  } | null;
  /** They were called already, and wait again: why. Null for a companion, and for everybody else. */
  readonly sentBack: {
    readonly reason: SendBackReason;
    /** In the clerk's words; null without. */
    readonly remark: string | null;
    /** Before everybody else; else others go first. */
    readonly isFirst: boolean;
  } | null;
  /** What the counter said to them while they wait and they did not read yet, the oldest first. */
  readonly words: readonly {
    readonly id: string;
    readonly word: ReadyWord | null;
    /** In a clerk's own words; null without. */
    readonly text: string | null;
    readonly at: number;
  }[];
  /** Before the waiting room, of the same day: when they are expected to be helped; null when nothing can be said. */
  readonly expected: {
    readonly at: number;
    /** Whole minutes later than agreed. */
    readonly delayMinutes: number;
  } | null;
  /** A text when it is nearly their turn; null where that has no sense: not in the waiting room, or not the citizen. */
  readonly turnText: {
    /** `near`: it is nearly their turn already. */
    readonly state: 'offered' | 'asked' | 'told' | 'near';
    /** The last digits of the number; null when none is known to which texts can go. */
    readonly phoneEnding: string | null;
  } | null;
  /** The clerk who helps, once known. */
  readonly clerkName: string | null;
  /** The visitor's own, in the conversation; before it, a link tells no name to whoever holds it. */
  readonly ownName: string | null;
  readonly call: CallView | null;
  /** Their own role as a companion; null when nobody said, and for the citizen. */
  readonly companionRole: CompanionRole | null;
  /** Who else is there: for who is inside; and for the citizen, before that, those who came along. */
  readonly people: readonly VisitPerson[];
  /** A colleague is asked to join, or to take over, or has joined; null when nobody is. */
  readonly forward: {
    readonly kind: ForwardKind;
    readonly isTaken: boolean;
    /** Who, or else which team. */
    readonly clerkName: string | null;
    readonly teamName: LocalizedText;
  } | null;
  /** The clerk asks to see their screen. */
  readonly asksScreen: boolean;
  /** Of what the clerk asks a photo; null when none is asked. */
  readonly asksStill: string | null;
  /** For what the clerk warned them, until they read it; for what their picture was stopped; for what the conversation was ended. */
  readonly conduct: {
    readonly warning: Misconduct | null;
    readonly pictureStopped: Misconduct | null;
    readonly ended: Misconduct | null;
  };
  /** They proved who they are on another device: the number to choose there, so that it counts here. Null when nothing has to be chosen. */
  readonly matchNumber: number | null;
  /** What is asked of this visitor and open, the oldest first. */
  readonly requests: readonly VisitRequest[];
  /** The conversation goes on by telephone: there is no picture. */
  readonly byPhone: boolean;
  /** In the waiting room and in the conversation: it is held in writing, without picture and sound. */
  readonly inWriting: boolean;
  /** The last digits of the number at which the citizen can be called, for the citizen in the conversation only; null when there is none. */
  readonly phoneEnding: string | null;
  readonly survey: 'open' | 'answered' | 'skipped' | null;
};

export type SeatEntryState = 'expected' | 'waiting' | 'away' | 'admitted' | 'ended' | 'missed' | 'cancelled';

/** One appointment of the team's day. */
export type SeatEntry = {
  readonly appointmentId: AppointmentId;
  readonly reference: AppointmentReference;
  readonly startAt: number;
  readonly endAt: number;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly citizenName: string;
  readonly language: Language;
  readonly services: readonly LocalizedText[];
  /** Null for who came without appointment. */
  readonly seatId: SeatId | null;
  readonly state: SeatEntryState;
  /** Since when the citizen is there, null when not. */
  readonly presentSince: number | null;
  /** Since when somebody who came is gone again; null when present, not come yet, or gone this very moment. */
  readonly awaySince: number | null;
  readonly conversationId: ConversationId | null;
  readonly clerk: { readonly id: StaffMemberId; readonly name: string } | null;
  readonly admittedAt: number | null;
  readonly deviceTest: 'good' | 'limited' | 'failed' | null;
  /** How many things they were asked to bring, how many of them are ready, and how many documents there are; null when they said nothing of it. */
  readonly preparation: { readonly all: number; readonly ready: number; readonly documents: number } | null;
  /** Whether they know: how far the newest news of it came; null when there was none. */
  readonly messages: MessageMark | null;
  /** They let know to be coming. */
  readonly saidComing: boolean;
  /** Grows with everything that happens to it. */
  readonly version: number;
  /** Of who still has to come: when they are expected to be helped; null when nobody can say. */
  readonly expectedAt: number | null;
  /** Of who is there: 1 is next; null for everybody else. */
  readonly turn: number | null;
  /** They were called already, and wait again. */
  readonly sentBack: { readonly at: number; readonly reason: SendBackReason } | null;
  /** What was said to them last while they wait, and whether they read it; null when nothing was. */
  readonly word: { readonly at: number; readonly isRead: boolean } | null;
  /** They left, and get a text when it is nearly their turn, or got it. */
  readonly waitsByText: 'asked' | 'told' | null;
  /** People who stand at the door of this conversation: companions, and a citizen who came back on another device. */
  readonly atTheDoor: readonly {
    readonly participantId: ParticipantId;
    readonly visitId: VisitId;
    readonly role: 'citizen' | 'companion';
    readonly name: string;
    /** As what a companion comes; null when nobody said, and for the citizen. */
    readonly companionRole: CompanionRole | null;
  }[];
};

/** Somebody to be called, because no message reaches them. */
export type SeatCall = {
  readonly kind: 'unreached';
  readonly id: CallTaskId;
  readonly appointmentId: AppointmentId;
  readonly citizenName: string;
  readonly startAt: number;
  readonly services: readonly LocalizedText[];
  readonly language: Language;
  /** As people here say it, and as it is called (E.164); null when there is none. */
  readonly phone: { readonly text: string; readonly number: string } | null;
  /** Somebody called it, and it is not theirs. */
  readonly isWrongNumber: boolean;
  readonly reference: AppointmentReference;
  /** Where there is no number, or a wrong one: the mail address to try by hand. */
  readonly email: string | null;
  readonly phraseWords: readonly string[];
  readonly reason: 'bounced' | 'unread';
  /** How often nobody answered, and when last. */
  readonly tries: number;
  readonly triedAt: number | null;
};

/** Somebody who asked to be called. */
export type SeatCallback = {
  readonly kind: 'callback';
  readonly id: CallbackId;
  /** Null when they gave none. */
  readonly name: string | null;
  readonly phone: { readonly text: string; readonly number: string };
  readonly service: LocalizedText;
  readonly question: string | null;
  readonly language: Language;
  /** One pair of words for each form that asked: they know one of them. */
  readonly phrases: readonly string[];
  /** When they want to be called. */
  readonly fromAt: number;
  readonly untilAt: number;
  /** It is time, and nobody has just been without an answer. */
  readonly isDue: boolean;
  /** Who has it in hand. */
  readonly claimedBy: { readonly id: StaffMemberId; readonly name: string } | null;
  /** How often nobody answered, and when last. */
  readonly tries: number;
  readonly triedAt: number | null;
};

/** Somebody who wrote by mail, SMS or WhatsApp. Nobody knows for sure who it is. */
export type SeatThread = {
  readonly conversationId: ConversationId;
  readonly means: ContactMeans;
  /** A number as people here say it, or a mail address. */
  readonly address: string;
  /** The appointment that the address or an answered message belongs to. */
  readonly about: { readonly appointmentId: AppointmentId; readonly citizenName: string } | null;
  /** Who has it in hand. */
  readonly clerk: { readonly id: StaffMemberId; readonly name: string } | null;
  /** The beginning of the last line that came in, masked; empty for a file alone. */
  readonly lastText: string;
  readonly lastAt: number;
  /** No clerk answered since. */
  readonly isUnanswered: boolean;
  /** They asked for no more text messages. */
  readonly isStopped: boolean;
  /** Grows with everything that happens in it. */
  readonly version: number;
};

/** `unable`: their browser cannot share a screen. */
export type ScreenAsk = 'asked' | 'declined' | 'unable';

/** Somebody in a conversation, besides the clerk who reads this. */
export type SeatPerson = {
  readonly participantId: ParticipantId;
  readonly role: 'citizen' | 'companion';
  readonly name: string;
  /** As what a companion is there; null when nobody said, and for the citizen. */
  readonly companionRole: CompanionRole | null;
  /** Whether their page is connected. */
  readonly present: boolean;
  /** What came of the clerk's question to see their screen; null when it was not asked, or is over. */
  readonly screenAsk: ScreenAsk | null;
  /** How far the clerk's last warning came; null when there was none. */
  readonly warning: 'shown' | 'read' | null;
  readonly isPictureStopped: boolean;
  /** What came of the clerk's question for a photo; null when it was not asked, or is over. */
  readonly still: 'asked' | 'declined' | null;
};

/** A colleague joins for a while, or takes the conversation over. */
export type ForwardKind = 'consult' | 'handOver';

/** A conversation that is passed on to this clerk, or to the team at whose seat they sit. */
export type SeatForward = {
  readonly id: ForwardId;
  readonly kind: ForwardKind;
  readonly from: string;
  readonly note: string;
  readonly services: readonly LocalizedText[];
  readonly language: Language;
  readonly askedAt: number;
  /** Asked of this clerk by name, and not of the whole team. */
  readonly isPersonal: boolean;
};

/** What a clerk asked of a colleague about the running conversation. */
export type SentForward = {
  readonly id: ForwardId;
  readonly kind: ForwardKind;
  readonly state: 'open' | 'taken' | 'declined';
  /** Of whom, or else which team. */
  readonly clerkName: string | null;
  readonly teamName: LocalizedText;
};

/** A question that runs on after a conversation: to be answered here, or asked by this clerk. */
export type SeatQuestion = {
  readonly id: BackOfficeQuestionId;
  readonly appointmentId: AppointmentId;
  /** To be answered by this clerk or their team; else asked by this clerk. */
  readonly isToAnswer: boolean;
  readonly question: string;
  readonly from: string;
  /** Of whom, or else which team. */
  readonly clerkName: string | null;
  readonly teamName: LocalizedText;
  readonly answerBy: number;
  /** Its moment passed without an answer. */
  readonly isOverdue: boolean;
  readonly isForCitizen: boolean;
  readonly answer: string | null;
};

/** Somebody at a seat of the team. */
export type SeatColleague = {
  readonly seatId: SeatId;
  readonly seatName: string;
  readonly clerk: { readonly id: StaffMemberId; readonly name: string };
  readonly isSpeaking: boolean;
  readonly availability: Availability;
};

/** The clerk's screen. */
export type SeatView = {
  readonly serverNow: number;
  readonly team: { readonly id: TeamId; readonly name: LocalizedText };
  /** The organisation's local day, from its first moment to the next day's. */
  readonly day: { readonly startAt: number; readonly endAt: number };
  /** Of this seat. */
  readonly availability: Availability;
  /** Who else sits at the team's seats, in the order of the seats. */
  readonly colleagues: readonly SeatColleague[];
  /** In order of start. */
  readonly entries: readonly SeatEntry[];
  /** Calls and visits of earlier days of which somebody still has to say what became of them, the longest ago first. */
  readonly unclosed: readonly SeatEntry[];
  /** Whom to call, the most urgent first, and below them those whose time has not come. */
  readonly calls: readonly (SeatCall | SeatCallback)[];
  /** Open conversations with people who wrote: those to be answered first, then by age. */
  readonly threads: readonly SeatThread[];
  /** Running conversations that are passed on to this seat, the longest waiting first. */
  readonly forwarded: readonly SeatForward[];
  /** Questions to the back office, the soonest wanted first. */
  readonly questions: readonly SeatQuestion[];
  /** The conversation that this clerk is in. */
  readonly current:
    | (CallView & {
        /** False for who was asked to join a colleague's. */
        readonly isOwn: boolean;
        /** To a colleague, the newest that is not settled, or was declined; of who joined, the one by which they did. */
        readonly forward: SentForward | null;
        /** It goes on by telephone: there is no picture. */
        readonly byPhone: boolean;
        /** It is held in writing: there is neither picture nor sound. */
        readonly inWriting: boolean;
        readonly appointmentId: AppointmentId;
        readonly people: readonly SeatPerson[];
      })
    | null;
};
