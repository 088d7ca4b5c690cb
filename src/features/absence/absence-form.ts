import { z } from 'zod';
import { type AppointmentId, parseId, type SeatId } from '#journey/ids.ts';
import {
  addDays,
  type LocalDate,
  momentOfWall,
  parseLocalDate,
  readZoneOffsets,
} from '#journey/local-time.ts';
import { type EpochMilliseconds, epochMilliseconds, type Interval } from '#journey/time.ts';
import { type AbsenceReason, absenceReasons } from './absence.data.ts';
import type { AffectedDecision } from './settle-affected.ts';

/** What stands in the fields, as it was typed. Times are of the wall, `09:30`; empty is the whole day. */
export type TypedAbsence = {
  readonly seat: string;
  readonly from: string;
  readonly fromTime: string;
  readonly until: string;
  readonly untilTime: string;
  readonly reason: string;
};

export type AbsenceProblem = 'seatMissing' | 'dateWrong' | 'timeWrong' | 'endBeforeStart' | 'tooLong';

export type ReadAbsence =
  | {
      readonly ok: true;
      readonly value: Interval & { readonly seatId: SeatId; readonly reason: AbsenceReason };
    }
  | { readonly ok: false; readonly problem: AbsenceProblem; readonly field: keyof TypedAbsence };

const mostDays = 92;

/** The stretch that is meant, by the organisation's clock; or what is wrong with it. */
export function readAbsence(typed: TypedAbsence, timeZone: string): ReadAbsence {
  const wrong = (problem: AbsenceProblem, field: keyof TypedAbsence) =>
    ({ ok: false, problem, field }) as const;
  const seatId = parseId<SeatId>(typed.seat);
  if (seatId === null) return wrong('seatMissing', 'seat');
  const from = parseLocalDate(typed.from);
  if (from === undefined) return wrong('dateWrong', 'from');
  const until = typed.until === '' ? from : parseLocalDate(typed.until);
  if (until === undefined) return wrong('dateWrong', 'until');
  const first = minuteOf(typed.fromTime, 0);
  if (first === null) return wrong('timeWrong', 'fromTime');
  const last = minuteOf(typed.untilTime, 24 * 60);
  if (last === null) return wrong('timeWrong', 'untilTime');
  if (until > addDays(from, mostDays)) return wrong('tooLong', 'until');
  const startAt = momentOf(from, first, timeZone);
  const endAt = momentOf(until, last, timeZone);
  if (endAt <= startAt) return wrong('endBeforeStart', typed.untilTime === '' ? 'until' : 'untilTime');
  const reason = absenceReasons.find((known) => known === typed.reason) ?? 'other';
  return { ok: true, value: { seatId, startAt, endAt, reason } };
}

function minuteOf(text: string, empty: number): number | null {
  if (text === '') return empty;
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

function momentOf(date: LocalDate, minute: number, timeZone: string): EpochMilliseconds {
  return momentOfWall(date, minute, readZoneOffsets(timeZone, date, addDays(date, 1)));
}

const decision = z.union([
  z.literal('sameTime'),
  z.literal('cancel'),
  z
    .string()
    .regex(/^(phone\.)?\d{12,14}$/)
    .transform((text) => {
      const startAt = epochMilliseconds(Number(text.replace('phone.', '')));
      return text.startsWith('phone.') ? { startAt, channel: 'phone' as const } : { startAt };
    }),
]);

/** What was decided about each appointment: fields `do-<id>`. Whatever is not understood is left out, and so left as it is. */
export function readDecisions(form: FormData): readonly AffectedDecision[] {
  return [...form.entries()].flatMap(([name, value]) => {
    const id = name.startsWith('do-') ? parseId<AppointmentId>(name.slice(3)) : null;
    const does = decision.safeParse(value);
    return id !== null && does.success ? [{ id, does: does.data }] : [];
  });
}
