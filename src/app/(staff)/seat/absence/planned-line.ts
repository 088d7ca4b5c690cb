import type { AffectedPlan } from '#features/absence/look-at-affected.ts';
import type { SettledAppointment } from '#features/absence/settle-affected.ts';
import type { DoneLine } from '#features/absence/ui/done-lines.tsx';
import type { PlannedLine } from '#features/absence/ui/plan-lines.tsx';
import type { Reader } from '../../../current-reader.ts';

/** An appointment that loses its place, with what is proposed, for the screen. */
export function plannedLine(
  { facts, plan, byPhoneAt }: AffectedPlan,
  { say }: Pick<Reader, 'say'>,
): PlannedLine {
  const { outcome, canStay, otherTimes } = plan;
  return {
    id: facts.id,
    startAt: facts.startAt,
    citizenName: facts.citizenName,
    services: facts.services.map(({ name }) => say(name)).join(', '),
    channel: facts.channel,
    isUnreachable: facts.isUnreachable,
    canStay,
    otherTimes: withProposed(otherTimes, outcome),
    byPhoneAt,
    proposal: proposalOf(outcome, byPhoneAt),
  };
}

/** What was done about one, for the screen. */
export function doneLine({ facts, done }: SettledAppointment): DoneLine {
  const { id, citizenName, startAt, isUnreachable } = facts;
  return { id, citizenName, startAt, isUnreachable, done };
}

type Outcome = AffectedPlan['plan']['outcome'];

/** Who could be called is not cancelled unasked. */
function proposalOf(outcome: Outcome, byPhoneAt: number | null): string {
  if (outcome.kind === 'otherTime') return String(outcome.startAt);
  return outcome.kind === 'cancel' && byPhoneAt !== null ? `phone.${byPhoneAt}` : outcome.kind;
}

/** What is proposed can be chosen, also when it is farther away than what is shown. */
function withProposed(otherTimes: readonly number[], outcome: Outcome): readonly number[] {
  if (outcome.kind !== 'otherTime' || otherTimes.includes(outcome.startAt)) return otherTimes;
  return [...otherTimes, outcome.startAt];
}
