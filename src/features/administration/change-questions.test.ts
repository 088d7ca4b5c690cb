import { describe, expect, test } from 'vitest';
import { questionsForm } from './change-questions.ts';

const service = '0198b6c0-0000-7000-8000-000000000001';
const base = { kind: 'text', isMandatory: 'no', label: { nl: 'Sinds wanneer?' } };
const parse = (question: object) =>
  questionsForm.safeParse({ service, seen: 'x', questions: [{ ...base, ...question }] });
const problemOf = (question: object) =>
  parse(question).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a question beforehand', () => {
  test('takes the words of another language where one stays empty, and no explanation where there is none', () => {
    const [question] = parse({}).data?.questions ?? [];
    const words = 'Sinds wanneer?';
    expect(question).toEqual({
      kind: 'text',
      isMandatory: false,
      label: { nl: words, fr: words, en: words, de: words },
      hint: null,
      choices: [],
    });
  });

  test('has its choices line by line, in each language as many', () => {
    const choices = { nl: 'Huren\nKopen\n', fr: ' Louer \n\nAcheter' };
    expect(parse({ kind: 'choice', choices }).data?.questions[0]?.choices).toEqual([
      { nl: 'Huren', fr: 'Louer', en: 'Huren', de: 'Huren' },
      { nl: 'Kopen', fr: 'Acheter', en: 'Kopen', de: 'Kopen' },
    ]);
  });

  test.each([
    [{ kind: 'choice' }, 'questions.0.choices.nl', 'choicesMissing'],
    [{ kind: 'choice', choices: { nl: 'Huren' } }, 'questions.0.choices.nl', 'choicesMissing'],
    [{ kind: 'choice', choices: { nl: 'a\nb', fr: 'a' } }, 'questions.0.choices.nl', 'linesDiffer'],
    [{ kind: 'choice', choices: { nl: 'a\na' } }, 'questions.0.choices.nl', 'double'],
    [{ label: { nl: '' } }, 'questions.0.label.nl', 'missing'],
  ])('says what is wrong with %j', (question, path, message) => {
    expect(problemOf(question)).toEqual([[path, message]]);
  });

  test('keeps no choices that are not asked for', () => {
    expect(parse({ choices: { nl: 'a\nb' } }).data?.questions[0]?.choices).toEqual([]);
  });
});
