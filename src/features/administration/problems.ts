import { calendarFailures } from '#ports/calendar-source.ts';

/** What can be wrong with a form of the administration, or with the change that it asks for. */
export const problemCodes = [
  'missing',
  'wrong',
  'clockWrong',
  'clockOrder',
  'dateWrong',
  'dateOrder',
  'datePast',
  'numberWrong',
  'feeWrong',
  'phoneWrong',
  'tooLong',
  'rangesWrong',
  'rangesOverlap',
  'channelMissing',
  'locationMissing',
  'dayMissing',
  'nobodyEver',
  'rowMissing',
  'tooMany',
  'hoursOverlap',
  'gone',
  'timeGone',
  'locationInUse',
  'teamHasServices',
  'teamHasSeats',
  'teamReadsIncoming',
  'teamHasPast',
  'serviceHasPast',
  'double',
  'positionTaken',
  'linesDiffer',
  'choicesMissing',
  'formFull',
  'fromElsewhere',
  'forbidden',
  ...calendarFailures,
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A schema's own message that is one of ours; what it says by itself is `wrong`. */
export function toProblemCode(message: string | undefined): ProblemCode {
  return problemCodes.find((code) => code === message) ?? 'wrong';
}
