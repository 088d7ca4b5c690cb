import { expect, test } from 'vitest';
import type { FormField } from '#journey/forms/form-definition.ts';
import type { Answer } from '#journey/forms/read-answer.ts';
import type { LocalDate } from '#journey/local-time.ts';
import {
  addressField,
  amountField,
  choiceField,
  dateField,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import { sayAnswer } from './say-answer.ts';

const address = { street: 'Veldstraat', number: '1', box: 'B', postalCode: '9000', city: 'Gent' };

const said: readonly (readonly [FormField, Answer, string])[] = [
  [textField('x'), { kind: 'text', text: 'Lou' }, 'Lou'],
  [
    choiceField('x', ['party', 'course', 'walk']),
    { kind: 'choice', keys: ['party', 'walk'] },
    'party et walk',
  ],
  [dateField('x'), { kind: 'date', date: '2026-03-01' as LocalDate }, '1 mars 2026'],
  [amountField('x'), { kind: 'amount', cents: 1250 }, '12,50 €'],
  [addressField('x'), { kind: 'address', address }, 'Veldstraat 1 B, 9000 Gent'],
  [addressField('x'), { kind: 'address', address: { ...address, box: '' } }, 'Veldstraat 1, 9000 Gent'],
];

test.each(said)('%o answered with %o is read in the reader’s language', (field, answer, words) => {
  const reader = { language: 'fr' as const, say: (text: { fr: string }) => text.fr };
  expect(sayAnswer(field, answer, reader).replace(/\s/gu, ' ')).toBe(words);
});
