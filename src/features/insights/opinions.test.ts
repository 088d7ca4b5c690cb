import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fewestAnswers,
  type Opinion,
  servicesToWithhold,
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
        for (const { answers, average } of Object.values(summariseOpinions(given).averages))
          expect(average === null).toBe(answers < fewestAnswers);
        for (const summary of [summariseOpinions(given), ...summarisePerService(given)]) {
          for (const { answers, average } of Object.values(summary.averages)) {
            if (answers < fewestAnswers) expect(average).toBeNull();
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

describe('the figures of one service beside those of all', () => {
  const many = (count: number, serviceId: string, satisfaction: number | null = 4) =>
    Array.from({ length: count }, () => opinion(satisfaction, `van ${serviceId}`, serviceId));
  const shown = (opinions: readonly Opinion[]) =>
    summarisePerService(opinions)
      .filter(({ averages }) => averages.satisfaction.average !== null)
      .map(({ serviceId }) => serviceId);

  test.each([
    ['one answer beside five', { a: 5, b: 1 }, ['a', 'b']],
    ['four beside twelve and six: the smaller of both', { a: 12, b: 4, c: 6 }, ['b', 'c']],
    ['two and two: together under five', { a: 9, b: 2, c: 2, d: 7 }, ['b', 'c', 'd']],
    ['three and three: nobody can tell them apart', { a: 9, b: 3, c: 3 }, ['b', 'c']],
    ['everything big enough', { a: 5, b: 6 }, []],
    ['one service alone', { a: 5 }, []],
    ['one service alone, too small', { a: 4 }, ['a']],
    ['services without an answer to this question', { a: 5, b: 0 }, []],
  ])('are kept back when subtraction would tell: %s', (_, counts, expected) => {
    const withheld = servicesToWithhold(new Map(Object.entries(counts)));
    expect([...withheld].sort()).toEqual(expected);
  });

  test('keep back the second smallest too, with its spread and its words, and say so', () => {
    const summaries = summarisePerService([...many(5, 'a'), ...many(1, 'b', 1)]);
    expect(shown([...many(5, 'a'), ...many(1, 'b', 1)])).toEqual([]);
    expect(summaries[0]).toMatchObject({
      serviceId: 'a',
      answers: 5,
      withheld: true,
      satisfaction: null,
      improvements: [],
    });
    expect(summaries[1]).toMatchObject({ serviceId: 'b', withheld: false });
    expect(shown([...many(5, 'a'), ...many(5, 'b')])).toEqual(['a', 'b']);
  });

  test('go by who answered that question, not by who answered at all', () => {
    const summaries = summarisePerService([...many(6, 'a'), ...many(5, 'b', null), ...many(1, 'b', 1)]);
    const [a, b] = ['a', 'b'].map((id) => summaries.find(({ serviceId }) => serviceId === id));
    expect(a?.averages.satisfaction.average).toBeNull();
    expect(a?.improvements).toHaveLength(6);
    expect(b?.improvements).toHaveLength(6);
  });

  test('never leave a rest of one to four answers, whatever the answers are', () => {
    fc.assert(
      fc.property(opinions, (given) => {
        const total = summariseOpinions(given);
        const perService = summarisePerService(given);
        for (const measure of ['satisfaction', 'easeOfUse', 'wouldUseAgain'] as const) {
          const told = perService.filter(({ averages }) => averages[measure].average !== null);
          const rest =
            total.averages[measure].answers -
            told.reduce((sum, { averages }) => sum + averages[measure].answers, 0);
          if (total.averages[measure].average !== null)
            expect(rest === 0 || rest >= fewestAnswers).toBe(true);
        }
      }),
    );
  });
});
