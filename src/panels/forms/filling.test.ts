import { expect, test } from 'vitest';
import { dateField, formOf, formStep, textField } from '../../../prisma/factories/form-factories.ts';
import { beginFilling, knownFromOf, readFilling, writeFilling } from './filling.ts';

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

test.each([
  ['Sofie Maes', 'identification'],
  ['Sofie Anna Maes', null],
])('%s is marked as from %s', (typed, from) => {
  const [field] = form.steps[0]?.fields ?? [];
  if (field === undefined) throw new Error('The form has a field.');
  expect(knownFromOf(field, { name: [typed] }, { name })).toBe(from);
});
