/** Where the calendars of occasional experts are read from. */
export type CalendarSource = {
  /** Asks for the calendar at an address. It never throws: what goes wrong is an answer. */
  readonly read: (request: CalendarRequest) => Promise<CalendarAnswer>;
};

export type CalendarRequest = {
  readonly url: string;
  /** Of the last reading, so that what did not change need not be sent again (RFC 9110, section 13.1.2). */
  readonly entityTag: string | null;
};

/** Why a calendar could not be read. */
export const calendarFailures = [
  /** The address is no `https:` address. */
  'wrongAddress',
  /** It leads into a private network, where this server has no business. */
  'privateAddress',
  /** No answer within the time limit, or no connection. */
  'unreachable',
  /** The other side said no. */
  'refused',
  'tooLarge',
  /** What came is no iCalendar (RFC 5545). */
  'notACalendar',
] as const;
export type CalendarFailure = (typeof calendarFailures)[number];

export type CalendarAnswer =
  | { readonly kind: 'read'; readonly text: string; readonly entityTag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: CalendarFailure };
