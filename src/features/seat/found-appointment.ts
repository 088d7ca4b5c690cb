import type { SeatEntry } from '#journey/live-views.ts';

/** An appointment that somebody may be phoning about, of whatever day. */
export type FoundAppointment = { readonly entry: SeatEntry; readonly phraseWords: readonly string[] };
