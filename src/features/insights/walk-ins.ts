import { fewestAnswers, servicesToWithhold } from './opinions.ts';

/** What supervisors learn of the open counter. Never of one person: below five people there is a number of them and nothing more. */

/** Somebody who came without appointment. */
export type WalkIn = {
  readonly serviceId: string;
  /** From joining until they were let in for the first time; null when nobody let them in. */
  readonly waitedMinutes: number | null;
  /** They left, or were gone, before anybody let them in. */
  readonly left: boolean;
};

export type WalkInSummary = {
  readonly came: number;
  /** How long half of those who were let in waited at most, in whole minutes; null while they are too few to say. */
  readonly medianWaitMinutes: number | null;
  /** How many left before their turn; null while too few came to say. */
  readonly left: number | null;
};

/** Sums up those who came. */
export function summariseWalkIns(walkIns: readonly WalkIn[]): WalkInSummary {
  const waits = waitsOf(walkIns);
  return {
    came: walkIns.length,
    medianWaitMinutes: waits.length < fewestAnswers ? null : medianOf(waits),
    left: walkIns.length < fewestAnswers ? null : walkIns.filter(({ left }) => left).length,
  };
}

function waitsOf(walkIns: readonly WalkIn[]): readonly number[] {
  return walkIns.flatMap(({ waitedMinutes }) => waitedMinutes ?? []);
}

/** Of two in the middle the longer one: "half of them waited at most" stays true. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

export type ServiceWalkIns = WalkInSummary & { readonly serviceId: string };

/** The summary of each service for which somebody came, most people first; with the total beside it nobody learns of fewer than five. */
export function summariseWalkInsPerService(walkIns: readonly WalkIn[]): readonly ServiceWalkIns[] {
  const groups = [...Map.groupBy(walkIns, ({ serviceId }) => serviceId)];
  const withhold = (count: (own: readonly WalkIn[]) => number) =>
    servicesToWithhold(new Map(groups.map(([serviceId, own]) => [serviceId, count(own)])));
  const hidesLeft = withhold((own) => own.length);
  const hidesWait = withhold((own) => waitsOf(own).length);
  return groups
    .map(([serviceId, own]) => {
      const { came, medianWaitMinutes, left } = summariseWalkIns(own);
      return {
        serviceId,
        came,
        medianWaitMinutes: hidesWait.has(serviceId) ? null : medianWaitMinutes,
        left: hidesLeft.has(serviceId) ? null : left,
      };
    })
    .sort((a, b) => b.came - a.came || a.serviceId.localeCompare(b.serviceId));
}
