import { z } from 'zod';
import type { ForwardKind } from '#journey/live-views.ts';

export const forwardKinds = ['consult', 'handOver'] as const satisfies readonly ForwardKind[];

export const mostNoteCharacters = 1_000;

/** To whom a conversation is passed on, and the note that they read first. */
export const newForward = z.strictObject({
  kind: z.enum(forwardKinds),
  teamId: z.uuid(),
  /** Null for whoever of the team is first. */
  clerkId: z.uuid().nullable(),
  note: z.string().trim().min(1).max(mostNoteCharacters),
});
export type NewForward = z.infer<typeof newForward>;

export const forwardActs = ['withdraw', 'accept', 'decline', 'leave'] as const;
export type ForwardAct = (typeof forwardActs)[number];

export type ForwardFailure = {
  readonly code: /** No running conversation or open question of theirs: unknown, settled and of others look the same. */
    | 'notFound'
    /** It is passed on to somebody already. */
    | 'alreadyForwarded'
    /** Nobody of that team, or not that person, can take it. */
    | 'nobodyThere'
    /** Somebody else was first, or it was taken back. */
    | 'gone'
    /** Who takes it speaks with somebody else. */
    | 'alreadyInConversation';
};

/** To whom a conversation can be passed on. */
export type Receivers = {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly teamId: string;
    readonly teamName: string;
    readonly isSpeaking: boolean;
  }[];
};
