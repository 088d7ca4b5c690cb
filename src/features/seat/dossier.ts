import type { Need } from '#journey/appointment-wish.ts';
import type { ProposableChannel, ProposalState } from '#journey/channel-proposal.ts';
import type { TestResults } from '#journey/device-test-results.ts';
import type { AppointmentId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import type { PreparatoryForm } from '#journey/preparatory-questions.ts';
import type { Readiness } from '#journey/readiness.ts';
import type { ReadyWord } from '#journey/waiting-words.ts';

/** What happens to a message, as its events are called. */
export const messageHappenings = [
  'accepted',
  'heldUp',
  'delivered',
  'read',
  'failedTemporarily',
  'failedForGood',
  'discarded',
  'sentAgain',
] as const;

/** A message to the citizen, sent or still to be. */
export type DossierMessage = {
  readonly id: string;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly plannedAt: number;
  /** The address or number; null before the first attempt. */
  readonly sentTo: string | null;
  /** Why it does not arrive; null when it did, or may. */
  readonly failure: {
    /** Of `failureCodes`. */
    readonly code: string | null;
    /** When it is tried again; null when it failed for good. */
    readonly nextAt: number | null;
  } | null;
  /** Whether what failed can be sent again: `notAgain` says why not. Null for what did not fail, or was sent again. */
  readonly again: { readonly notAgain: string | null } | null;
  /** In order. */
  readonly history: readonly {
    readonly at: number;
    /** `stopped`: not sent, since the number wants no text messages. */
    readonly what: (typeof messageHappenings)[number] | 'stopped';
  }[];
};

/** What the seat shows of one chosen appointment, beside what the queue says already. Times are epoch milliseconds. */
export type Dossier = {
  readonly appointmentId: AppointmentId;
  readonly reference: string;
  readonly citizenName: string;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly bookedAt: number;
  readonly cancelledAt: number | null;
  readonly endedAt: number | null;
  /** The seat that was reserved for it; null for who came without appointment. */
  readonly seatName: string | null;
  readonly email: string | null;
  /** As people here say it, `0470 55 50 12`, and as it is called (E.164). */
  readonly phone: { readonly text: string; readonly number: string } | null;
  readonly remark: string | null;
  readonly needs: readonly Need[];
  /** Of who needs an interpreter, as the clerk calls it: browsers do not know all languages by name. */
  readonly interpreterLanguageName: string | null;
  /** For whom the citizen acts; null for oneself. */
  readonly principal: {
    readonly kind: 'child' | 'ward' | 'company' | 'association';
    readonly name: string;
    readonly registrationNumber: string | null;
  } | null;
  /** How the wish came in, and which colleague booked; null when the citizen did. */
  readonly requestChannel: 'website' | 'phone' | 'email' | 'counter';
  readonly bookedBy: string | null;
  /** The building of the seat that was reserved; null for one without a counter. */
  readonly location: { readonly name: LocalizedText; readonly address: string } | null;
  /** There is nothing but a printed sheet to reach this person by. */
  readonly hasSheet: boolean;
  readonly phraseWords: readonly [string, string];
  readonly services: readonly {
    readonly id: ServiceId;
    readonly name: LocalizedText;
  }[];
  /** What they were asked to bring, and what of it they have or sent in. */
  readonly readiness: Readiness;
  /** What was proposed instead of video, and how that stands; null when nothing is. */
  readonly proposal: { readonly channel: ProposableChannel; readonly state: ProposalState } | null;
  /** It is over video and nobody speaks with them yet. */
  readonly mayPropose: boolean;
  /** What the team wrote down for itself; null for whoever is not of the team. */
  readonly preparationNotes: { readonly text: string; readonly revision: number } | null;
  /** What the services ask beforehand, with the answers. */
  readonly form: PreparatoryForm;
  readonly deviceTest: {
    readonly verdict: 'good' | 'limited' | 'failed';
    readonly testedAt: number;
    readonly results: TestResults;
  } | null;
  /** When the citizen let know to be coming; null before. */
  readonly saidComingAt: number | null;
  /** What was said to them while they wait, the newest first. */
  readonly words: readonly {
    readonly id: string;
    readonly word: ReadyWord | null;
    readonly text: string | null;
    readonly by: string;
    readonly at: number;
    readonly readAt: number | null;
  }[];
  /** What was sent, the newest first. */
  readonly messages: readonly DossierMessage[];
  /** Notes of the running conversation; null for everybody but the clerk who holds it. */
  readonly notes: string | null;
};
