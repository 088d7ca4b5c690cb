import type { DetailProblem } from './contact-details.ts';

/** The fields that a citizen types into, in their order on the page. */
export const typedFields = ['name', 'email', 'phone', 'remark'] as const;
export type TypedField = (typeof typedFields)[number];
export type TypedValues = { readonly [Field in TypedField]: string };
export const nothingTyped: TypedValues = { name: '', email: '', phone: '', remark: '' };

/** A time to choose: as it stands in a form, on a button, and in words. */
export type OfferedSlot = {
  readonly value: string;
  readonly text: string;
  readonly label: string;
  /** "Dinsdag 24 november": slots of one day stand together. */
  readonly day: string;
};

/** What stops a booking, apart from what was typed. */
export type BookingProblem =
  | 'timeTaken'
  | 'timeNotOffered'
  | 'timePast'
  | 'momentMissing'
  | 'tooMany'
  | 'fromElsewhere';

/** All that the form shows: it goes to the browser and never comes back as it is. */
export type BookingState = {
  readonly step: 'details' | 'check';
  readonly submissionKey: string;
  /** The moment that was chosen first, as in the address. */
  readonly wanted: string;
  /** The chosen moment in words; null while another one must be chosen. */
  readonly momentWords: string | null;
  /** The chosen moment as in the address; null while another one must be chosen. */
  readonly moment: string | null;
  /** Other times, when the one that was wanted cannot be had. */
  readonly slots: readonly OfferedSlot[];
  readonly typed: TypedValues;
  readonly problems: { readonly [Field in TypedField]?: DetailProblem };
  readonly problem: BookingProblem | null;
};

/** The service that is being booked, as the form names it. */
export type BookedService = { readonly slug: string; readonly name: string };
