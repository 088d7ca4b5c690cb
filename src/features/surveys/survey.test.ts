import { describe, expect, test } from 'vitest';
import { saysSomething, surveyForm } from './survey.ts';
import { improvementLimit } from './survey-questions.ts';

describe('a survey', () => {
  test('may leave every question open', () => {
    const opinion = surveyForm.parse({});
    expect(saysSomething(opinion)).toBe(false);
    expect(saysSomething(surveyForm.parse({ improvement: '   ' }))).toBe(false);
  });

  test('says something with one answer', () => {
    expect(saysSomething(surveyForm.parse({ satisfaction: '5' }))).toBe(true);
    expect(saysSomething(surveyForm.parse({ improvement: 'Meer licht' }))).toBe(true);
  });

  test.each([
    { satisfaction: '0' },
    { easeOfUse: '6' },
    { wouldUseAgain: '2.5' },
    { satisfaction: '' },
    { improvement: 'x'.repeat(improvementLimit + 1) },
  ])('refuses %o', (answers) => {
    expect(surveyForm.safeParse(answers).success).toBe(false);
  });
});
