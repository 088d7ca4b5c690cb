import { describe, expect, it } from 'vitest';
import {
  amountField,
  choiceField,
  dateField,
  everywhere,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import type { LocalDate } from '../local-time.ts';
import { type FormContent, formContent } from './form-definition.ts';
import { findFlaws } from './form-flaws.ts';

const kind = choiceField('kind', ['party', 'course']);
const ifParty = { field: 'kind', answer: 'party' };
const date = (text: string) => text as LocalDate;

const flawsOf = (content: FormContent) =>
  findFlaws(content).map(({ code, step, field }) => [code, step, field]);

describe('a form', () => {
  it('may be published when each condition rests on a choice of an earlier step', () => {
    const form = formOf(
      formStep('what', [kind]),
      formStep('party', [textField('street', { condition: ifParty })], { condition: ifParty }),
    );
    expect(flawsOf(form)).toEqual([]);
  });

  it.each([
    ['the same step', formOf(formStep('what', [kind, textField('street', { condition: ifParty })]))],
    [
      'a later step',
      formOf(formStep('party', [textField('street', { condition: ifParty })]), formStep('what', [kind])),
    ],
    [
      'an answer that is not offered',
      formOf(
        formStep('what', [kind]),
        formStep('more', [textField('street', { condition: { field: 'kind', answer: 'wedding' } })]),
      ),
    ],
    [
      'a step that repeats',
      formOf(
        formStep('what', [kind], { repeats: { least: 1, most: 2, row: everywhere('Plan') } }),
        formStep('more', [textField('street', { condition: ifParty })]),
      ),
    ],
  ])('cannot be published with a condition on %s', (_where, form) => {
    expect(findFlaws(form)).toContainEqual({
      code: 'conditionGone',
      step: form.steps.find(({ fields }) => fields.some(({ key }) => key === 'street'))?.key,
      field: 'street',
    });
  });

  it.each([
    ['noSteps', formOf(), null, null],
    ['stepEmpty', formOf(formStep('what', [])), 'what', null],
    ['keyTwice', formOf(formStep('a', [textField('x')]), formStep('b', [textField('x')])), null, null],
    ['choicesMissing', formOf(formStep('a', [choiceField('x', ['one'])])), 'a', 'x'],
    [
      'datesOrder',
      formOf(formStep('a', [dateField('x', { from: date('2026-02-01'), until: date('2026-01-01') })])),
      'a',
      'x',
    ],
    ['amountsOrder', formOf(formStep('a', [amountField('x', { leastCents: 2, mostCents: 1 })])), 'a', 'x'],
    [
      'rowsOrder',
      formOf(formStep('a', [textField('x')], { repeats: { least: 3, most: 2, row: everywhere('Kind') } })),
      'a',
      null,
    ],
    ['prefillWrong', formOf(formStep('a', [dateField('x', { prefillFrom: 'name' })])), 'a', 'x'],
  ] as const)('cannot be published with %s', (code, form, step, field) => {
    expect(flawsOf(form)).toEqual([[code, step, field]]);
  });

  it('is read again as it was written', () => {
    const form = formOf(formStep('what', [kind, dateField('day', { from: date('2026-01-01') })]));
    expect(formContent.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });
});
