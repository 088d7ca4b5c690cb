import { describe, expect, it } from 'vitest';
import {
  addressField,
  amountField,
  choiceField,
  dateField,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import type { LocalDate } from '../local-time.ts';
import type { FormField } from './form-definition.ts';
import { parseCents, readAnswer } from './read-answer.ts';

const today = '2026-11-24' as LocalDate;

function codesOf(field: FormField, row: Record<string, string[]>): readonly string[] {
  const read = readAnswer(field, row, today);
  return read.ok ? [] : read.problems.map(({ name, code }) => `${name} ${code}`);
}

const answerOf = (field: FormField, row: Record<string, string[]>) => {
  const read = readAnswer(field, row, today);
  return read.ok ? read.answer : undefined;
};

describe('an answer', () => {
  it.each([
    [textField('x'), [' '], 'missing'],
    [textField('x', { mostCharacters: 3 }), ['🙂🙂🙂🙂'], 'tooLong'],
    [choiceField('x', ['a', 'b']), [], 'missing'],
    [choiceField('x', ['a', 'b']), ['c'], 'notOffered'],
    [choiceField('x', ['a', 'b']), ['a', 'b'], 'notOffered'],
    [dateField('x'), ['2026-02-30'], 'dateWrong'],
    [dateField('x', { when: 'past' }), ['2026-11-25'], 'dateTooLate'],
    [dateField('x', { when: 'future' }), ['2026-11-23'], 'dateTooEarly'],
    [dateField('x', { from: '2026-12-01' as LocalDate }), ['2026-11-30'], 'dateTooEarly'],
    [dateField('x', { until: '2026-12-01' as LocalDate }), ['2026-12-02'], 'dateTooLate'],
    [amountField('x'), ['twaalf'], 'amountWrong'],
    [amountField('x', { leastCents: 500 }), ['4,99'], 'amountTooLow'],
    [amountField('x', { mostCents: 500 }), ['5,01'], 'amountTooHigh'],
  ] as const)('to %o of %j is refused as %s', (field, typed, code) => {
    expect(codesOf(field, { x: [...typed] })).toEqual([`x ${code}`]);
  });

  it.each([
    [textField('x'), [' Gent '], { kind: 'text', text: 'Gent' }],
    [choiceField('x', ['a', 'b'], { mayBeSeveral: true }), ['b', 'a'], { kind: 'choice', keys: ['a', 'b'] }],
    [dateField('x', { when: 'past' }), ['2026-11-24'], { kind: 'date', date: '2026-11-24' }],
    [dateField('x', { when: 'future' }), ['2026-11-24'], { kind: 'date', date: '2026-11-24' }],
    [amountField('x', { leastCents: 500, mostCents: 500 }), ['5'], { kind: 'amount', cents: 500 }],
  ] as const)('to %o of %j is read', (field, typed, answer) => {
    expect(answerOf(field, { x: [...typed] })).toEqual(answer);
  });

  it.each([
    textField('x'),
    choiceField('x', ['a', 'b']),
    dateField('x'),
    amountField('x'),
    addressField('x'),
  ])('may be left out where it need not be: %o', (field) => {
    expect(answerOf({ ...field, isMandatory: false }, {})).toBeNull();
  });

  it('is an address once its parts are there; a box need not be', () => {
    const row = { 'x.street': ['Veldstraat'], 'x.number': ['1'], 'x.city': ['Gent'] };
    expect(codesOf(addressField('x', { isMandatory: false }), row)).toEqual(['x.postalCode missing']);
    expect(codesOf(addressField('x'), { ...row, 'x.postalCode': ['??'] })).toEqual([
      'x.postalCode postalCodeWrong',
    ]);
    expect(answerOf(addressField('x'), { ...row, 'x.postalCode': ['9000'] })).toEqual({
      kind: 'address',
      address: { street: 'Veldstraat', number: '1', box: '', postalCode: '9000', city: 'Gent' },
    });
  });

  it.each([
    ['12', 1200],
    ['12,5', 1250],
    ['€ 1.250,00', 125_000],
    ['1 250.50', 125_050],
    ["1'250", 125_000],
    ['0,01', 1],
    ['12,505', 1_250_500],
    ['12,5055', null],
    ['-5', null],
    ['1.25.000', null],
    ['99999999999', null],
  ])('of %s is so many cents: %s', (typed, cents) => {
    expect(parseCents(typed)).toBe(cents);
  });
});
