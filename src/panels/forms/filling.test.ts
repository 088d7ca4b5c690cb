import { describe, expect, test } from 'vitest';
import type { TypedRow } from '#journey/forms/form-answers.ts';
import { dateField, formOf, formStep, textField } from '../../../prisma/factories/form-factories.ts';
import { beginFilling, knownFromOf, markOf, readFilling, writeFilling } from './filling.ts';
import type { HelpedAnswers } from './helped-answers.ts';

const form = formOf(
  formStep('you', [
    textField('name', { prefillFrom: 'name' }),
    dateField('born', { prefillFrom: 'birthDate' }),
    textField('why'),
  ]),
);
const name = { text: 'Sofie Maes', from: 'identification' } as const;
const email = { text: 'sofie@example.org', from: 'appointment' } as const;

test('a form begins with what is known of what it asks, and with nothing else', () => {
  const begun = beginFilling(form, { name, email });
  expect(begun.answers).toEqual({ you: [{ name: ['Sofie Maes'] }] });
  expect(begun.known).toEqual({ name });
});

test('it is read again as it was written', () => {
  const begun = beginFilling(form, { name });
  expect(readFilling(writeFilling(begun))).toEqual(begun);
});

test('one that was begun before clerks filled in is read too', () => {
  const { answers, savedAt, known } = beginFilling(form, { name });
  const written = new TextEncoder().encode(JSON.stringify({ answers, savedAt, known }));
  expect(readFilling(written)).toMatchObject({ helped: {}, takenAt: {} });
});

test.each([
  ['Sofie Maes', 'identification'],
  ['Sofie Anna Maes', null],
])('%s is marked as from %s', (typed, from) => {
  const [field] = form.steps[0]?.fields ?? [];
  if (field === undefined) throw new Error('The form has a field.');
  expect(knownFromOf(field, { name: [typed] }, { name })).toBe(from);
});

describe('what is to be known of an answer', () => {
  const step = form.steps[0];
  const mark = (key: string, row: TypedRow, helped: HelpedAnswers = {}) => {
    const field = step?.fields.find((each) => each.key === key);
    if (step === undefined || field === undefined) throw new Error('The form has such a field.');
    return markOf({ answers: { you: [row] }, known: { name }, helped }, { step, row: 0, field });
  };

  test('is where it comes from, as long as it stands there', () => {
    expect(mark('name', { name: ['Sofie Maes'] })).toBe('identification');
    expect(mark('name', { name: ['Sofie'] })).toBeNull();
  });

  test('is that a clerk filled it in, also over what was known', () => {
    const helped = { you: { '0.name': ['Sofie Anna'], '0.why': ['Daarom'] } };
    expect(mark('name', { name: ['Sofie Anna'] }, helped)).toBe('helped');
    expect(mark('why', { why: ['Daarom'] }, helped)).toBe('helped');
    expect(mark('why', { why: ['Mijn eigen woorden'] }, helped)).toBeNull();
  });
});
