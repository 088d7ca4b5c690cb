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
  /** Something is kept back although there are five answers: with the total it would tell what fewer than five said. */
  readonly withheld: boolean;
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
    withheld: false,
  };
}

function averageOf(opinions: readonly Opinion[], measure: Measure): Average {
  const values = opinions.flatMap((opinion) => opinion[measure] ?? []);
  const sum = values.reduce((total, value) => total + value, 0);
  return { answers: values.length, average: values.length >= fewestAnswers ? sum / values.length : null };
}

/**
 * The services whose figures are not shown beside the total: those with fewer than five answers, and when these are fewer than
 * five together, the smallest of the others too. Without it, total less what is shown is the figure of that small group.
 * @param answers number of answers per service
 */
export function servicesToWithhold(answers: ReadonlyMap<string, number>): ReadonlySet<string> {
  const answered = [...answers].filter(([, count]) => count > 0).sort(([, a], [, b]) => a - b);
  const small = answered.filter(([, count]) => count < fewestAnswers);
  const hidden = small.reduce((sum, [, count]) => sum + count, 0);
  const next = answered[small.length];
  const alsoHidden = hidden > 0 && hidden < fewestAnswers && next !== undefined ? [next] : [];
  return new Set([...small, ...alsoHidden].map(([serviceId]) => serviceId));
}

export type ServiceSummary = OpinionSummary & { readonly serviceId: string };

/** The summary of each service that got answers, most answers first; with the total beside it nobody learns of fewer than five. */
export function summarisePerService(opinions: readonly Opinion[]): readonly ServiceSummary[] {
  const summaries = [...Map.groupBy(opinions, ({ serviceId }) => serviceId)]
    .map(([serviceId, own]) => ({ serviceId, ...summariseOpinions(own) }))
    .sort((a, b) => b.answers - a.answers || a.serviceId.localeCompare(b.serviceId));
  const withhold = (count: (summary: ServiceSummary) => number) =>
    servicesToWithhold(new Map(summaries.map((summary) => [summary.serviceId, count(summary)])));
  const words = withhold(({ answers }) => answers);
  const figures = measures.map((measure) => withhold(({ averages }) => averages[measure].answers));
  return summaries.map((summary) =>
    keepBack(summary, {
      words: words.has(summary.serviceId),
      measures: measures.filter((_, index) => figures[index]?.has(summary.serviceId)),
    }),
  );
}

type KeptBack = { readonly words: boolean; readonly measures: readonly Measure[] };

function keepBack(summary: ServiceSummary, keptBack: KeptBack): ServiceSummary {
  const hides = (measure: Measure) => keptBack.measures.includes(measure);
  const average = (measure: Measure): Average =>
    hides(measure) ? { ...summary.averages[measure], average: null } : summary.averages[measure];
  const isBig = (measure: Measure) => summary.averages[measure].answers >= fewestAnswers;
  return {
    ...summary,
    averages: {
      satisfaction: average('satisfaction'),
      easeOfUse: average('easeOfUse'),
      wouldUseAgain: average('wouldUseAgain'),
    },
    satisfaction: hides('satisfaction') ? null : summary.satisfaction,
    improvements: keptBack.words ? [] : summary.improvements,
    withheld:
      (keptBack.words && summary.answers >= fewestAnswers) ||
      keptBack.measures.some((measure) => isBig(measure)),
  };
}

/** Percentage of 4 and 5 among the answers, rounded. @param distribution how often 1 to 5 was answered */
export function shareOfSatisfied(distribution: readonly number[]): number {
  const all = distribution.reduce((total, count) => total + count, 0);
  return Math.round((((distribution[3] ?? 0) + (distribution[4] ?? 0)) / all) * 100);
}
