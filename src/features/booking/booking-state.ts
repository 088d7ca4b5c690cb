import type { BookableChannel, Need } from '#journey/appointment-wish.ts';
import type { Hold } from '#shared/ui/hold-clock.tsx';
import type { OtherwiseChannel } from './booking-request.ts';
import type { DetailProblem } from './contact-details.ts';
import type { ForWhom } from './for-whom.ts';
import type { PrincipalProblem } from './principal.ts';
import type { SecondLook, Seen } from './second-look.ts';

/** The form's id, for buttons that stand outside it. */
export const bookingFormId = 'booking';

/** The fields that a citizen types one text into, in their order on the page. */
export const textFields = [
  'principalName',
  'registrationNumber',
  'name',
  'email',
  'phone',
  'interpreterLanguage',
  'remark',
] as const;
export type TextField = (typeof textFields)[number];

/** What somebody needs to take part, in the order of the form. */
export const needChoices = [
  'interpreter',
  'signLanguage',
  'companion',
  'screenReader',
  'slowConnection',
] as const satisfies readonly Need[];

/** How the citizen would have come otherwise. */
export const otherwiseChoices = [
  'counter',
  'phone',
  'online',
  'notAtAll',
] as const satisfies readonly OtherwiseChannel[];

/** Everything as it was typed and ticked, right or wrong. */
export type TypedValues = { readonly [Field in TextField]: string } & {
  readonly forWhom: ForWhom;
  readonly needs: readonly Need[];
  readonly wouldHaveCome: OtherwiseChannel | '';
};
export const nothingTyped: TypedValues = {
  principalName: '',
  registrationNumber: '',
  name: '',
  email: '',
  phone: '',
  interpreterLanguage: '',
  remark: '',
  forWhom: 'self',
  needs: [],
  wouldHaveCome: '',
};

/** What can be wrong with a field, beyond what is wrong with it in itself: `phoneNeeded` for who is called, `questionMissing`. */
export type FieldProblem =
  | DetailProblem
  | PrincipalProblem
  | 'languageMissing'
  | 'phoneNeeded'
  | 'questionMissing';
export type FieldProblems = { readonly [Field in TextField]?: FieldProblem };

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
  /** It is longer with an interpreter, and does not fit in here any more. */
  | 'tooShortForInterpreter'
  | 'notByPhone'
  /** What is booked cannot be had in this way any more. */
  | 'wishChanged'
  | 'tooMany'
  | 'fromElsewhere';

/** What is booked: it travels in hidden fields and comes back with every answer. */
export type BookedWish = {
  /** The services' slugs, at least one. */
  readonly services: readonly string[];
  readonly channel: BookableChannel;
  readonly locationId: string | null;
};

/** All that the form shows: it goes to the browser and never comes back as it is. */
export type BookingState = {
  readonly step: 'details' | 'check';
  readonly submissionKey: string;
  readonly wish: BookedWish;
  /** The moment that was chosen first, as in the address. */
  readonly wanted: string;
  /** The chosen moment in words; null while another one must be chosen. */
  readonly momentWords: string | null;
  /** The chosen moment as in the address; null while another one must be chosen. */
  readonly moment: string | null;
  /** Other times, when the one that was wanted cannot be had. */
  readonly slots: readonly OfferedSlot[];
  /** `over`: it was kept, and is not any more. Null when it never was. */
  readonly hold: Hold | 'over' | null;
  readonly typed: TypedValues;
  readonly problems: FieldProblems;
  readonly problem: BookingProblem | null;
  /** What to look at once more before going on. */
  readonly look: SecondLook;
  readonly seen: Seen;
};

/** What the page knows of what is booked, in the reader's words. */
export type BookedThing = {
  /** At least one. */
  readonly services: readonly { readonly slug: string; readonly name: string }[];
  /** Of all together, without an interpreter. */
  readonly durationMinutes: number;
  /** How much longer it takes with one; 0 is not at all. */
  readonly interpreterMinutes: number;
  /** Of the counter, when the citizen chose where. */
  readonly place: string | null;
  /** Whether it can be had by phone too. */
  readonly offersPhone: boolean;
  /** Asks what the question is. */
  readonly asksQuestion: boolean;
  /** The service's page with all that was chosen there. */
  readonly momentsHref: string;
};
