import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fewestAnswers,
  type Opinion,
  shareOfSatisfied,
  summariseOpinions,
  summarisePerService,
} from './opinions.ts';

const opinion = (
  satisfaction: number | null,
  improvement: string | null = null,
  serviceId = 'a',
): Opinion => ({
  serviceId,
  satisfaction,
  easeOfUse: null,
  wouldUseAgain: null,
  improvement,
});
const answer = fc.option(fc.integer({ min: 1, max: 5 }));
const opinions = fc.array(
  fc.record({
    serviceId: fc.constantFrom('a', 'b', 'c'),
    satisfaction: answer,
    easeOfUse: answer,
    wouldUseAgain: answer,
    improvement: fc.option(fc.string({ minLength: 1 })),
  }),
);

describe('the summary of opinions', () => {
  test('averages the answers to a question, not those who left it open', () => {
    const five = [5, 4, 4, 3, 4, null].map((value) => opinion(value));
    expect(summariseOpinions(five).averages.satisfaction).toEqual({ answers: 5, average: 4 });
    expect(summariseOpinions(five).satisfaction).toEqual([0, 0, 1, 3, 1]);
  });

  test('shows no figure and no text of fewer than five', () => {
    const four = [1, 1, 1, 1].map((value) => opinion(value, 'te traag'));
    const summary = summariseOpinions(four);
    expect(summary.answers).toBe(4);
    expect(summary.averages.satisfaction.average).toBeNull();
    expect(summary.satisfaction).toBeNull();
    expect(summary.improvements).toEqual([]);
  });

  test('never gives a figure that rests on fewer than five answers, whatever the answers are', () => {
    fc.assert(
      fc.property(opinions, (given) => {
        for (const summary of [summariseOpinions(given), ...summarisePerService(given)]) {
          for (const { answers, average } of Object.values(summary.averages)) {
            expect(average === null).toBe(answers < fewestAnswers);
          }
          if (summary.answers < fewestAnswers) expect(summary.improvements).toEqual([]);
        }
      }),
    );
  });

  test('counts every opinion in exactly one service', () => {
    fc.assert(
      fc.property(opinions, (given) => {
        const counted = summarisePerService(given).reduce((total, { answers }) => total + answers, 0);
        expect(counted).toBe(given.length);
      }),
    );
  });

  test('gives the share of the satisfied in whole percent', () => {
    expect(shareOfSatisfied([1, 0, 0, 1, 1])).toBe(67);
  });
});
