import { expect, test } from 'vitest';
import { addressField, choiceField, formStep, textField } from '../../../prisma/factories/form-factories.ts';
import { sayDifferences } from './say-differences.ts';

const step = formStep('a', [
  textField('name'),
  choiceField('music', ['yes', 'no', 'later'], { mayBeSeveral: true }),
  addressField('where'),
]);
const reader = { language: 'nl' as const, say: (text: { nl: string }) => `“${text.nl}”` };
const differences = (own: Record<string, string[]>, theirs: Record<string, string[]>) =>
  sayDifferences(step, { own: [own], theirs: [theirs] }, reader);

test('what another device saved is said where it is something else, in the words of the form', () => {
  expect(
    differences(
      { name: ['Lou'], music: ['yes'], 'where.city': ['Gent'] },
      { name: ['Mo'], music: ['no', 'later'], 'where.city': [] },
    ),
  ).toEqual({ '0.name': 'Mo', '0.music': '“no” en “later”', '0.where.city': '' });
});

test('blanks, and what nobody filled in, are no difference', () => {
  expect(differences({ name: [' Lou '], music: [] }, { name: ['Lou'] })).toEqual({});
});
