/** What supervisors learn of the citizens' opinions. Never of one respondent: below five answers there are no figures. */

export const fewestAnswers = 5;

export type Opinion = {
  readonly serviceId: string;
  readonly satisfaction: number | null;
  readonly easeOfUse: number | null;
  readonly wouldUseAgain: number | null;
  readonly improvement: string | null;
};

export const measures = ['satisfaction', 'easeOfUse', 'wouldUseAgain'] as const;
export type Measure = (typeof measures)[number];

/** An average over the answers to one question; null while they are too few. */
export type Average = { readonly answers: number; readonly average: number | null };

export type OpinionSummary = {
  readonly answers: number;
  readonly averages: Readonly<Record<Measure, Average>>;
  /** How often 1, 2, 3, 4 and 5 was answered to satisfaction; null while the answers are too few. */
  readonly satisfaction: readonly number[] | null;
  /** In no order that tells who wrote when; empty while the answers are too few. */
  readonly improvements: readonly string[];
};

/** Sums up a selection of opinions. */
export function summariseOpinions(opinions: readonly Opinion[]): OpinionSummary {
  const satisfaction = opinions.flatMap(({ satisfaction }) => satisfaction ?? []);
  const enough = opinions.length >= fewestAnswers;
  return {
    answers: opinions.length,
    averages: {
      satisfaction: averageOf(opinions, 'satisfaction'),
      easeOfUse: averageOf(opinions, 'easeOfUse'),
      wouldUseAgain: averageOf(opinions, 'wouldUseAgain'),
    },
    satisfaction:
      satisfaction.length >= fewestAnswers
        ? [1, 2, 3, 4, 5].map((value) => satisfaction.filter((answer) => answer === value).length)
        : null,
    improvements: enough ? opinions.flatMap(({ improvement }) => improvement ?? []).sort() : [],
  };
}

function averageOf(opinions: readonly Opinion[], measure: Measure): Average {
  const values = opinions.flatMap((opinion) => opinion[measure] ?? []);
  const sum = values.reduce((total, value) => total + value, 0);
  return { answers: values.length, average: values.length >= fewestAnswers ? sum / values.length : null };
}

/** The summary of each service that got answers, most answers first. */
export function summarisePerService(
  opinions: readonly Opinion[],
): readonly (OpinionSummary & { serviceId: string })[] {
  return [...Map.groupBy(opinions, ({ serviceId }) => serviceId)]
    .map(([serviceId, own]) => ({ serviceId, ...summariseOpinions(own) }))
    .sort((a, b) => b.answers - a.answers || a.serviceId.localeCompare(b.serviceId));
}

/** Percentage of 4 and 5 among the answers, rounded. @param distribution how often 1 to 5 was answered */
export function shareOfSatisfied(distribution: readonly number[]): number {
  const all = distribution.reduce((total, count) => total + count, 0);
  return Math.round((((distribution[3] ?? 0) + (distribution[4] ?? 0)) / all) * 100);
}
