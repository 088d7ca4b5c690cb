import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { everywhere } from '../../../../prisma/factories/form-factories.ts';
import { fieldForm, keepKeys } from './change-field.ts';

const sent = {
  form: '019c0000-0000-7000-8000-000000000001',
  seen: '1.1',
  service: '019c0000-0000-7000-8000-000000000002',
  step: 'a',
  key: '',
  isMandatory: 'yes',
  condition: '',
  'label.nl': 'Vraag',
};

function read(typed: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...sent, ...typed })) form.append(name, value);
  return parseWithZod(form, { schema: fieldForm });
}

describe('a question as it is sent by its page', () => {
  test.each([
    [
      { kind: 'text', isLong: 'no', mostCharacters: '200' },
      { isLong: false, mostCharacters: 200 },
    ],
    [
      { kind: 'date', when: 'past', from: '', until: '2026-12-31' },
      { from: null, until: '2026-12-31' },
    ],
    [{ kind: 'address' }, { isMandatory: true, prefillFrom: null }],
    [
      { kind: 'amount', leastCents: '0,50', mostCents: '1.000' },
      { leastCents: 50, mostCents: 100_000 },
    ],
    [
      { kind: 'choice', mayBeSeveral: 'yes', 'choices.nl': 'Ja\nNee', 'choices.fr': 'Oui\nNon' },
      {
        choices: [
          { nl: 'Ja', fr: 'Oui', en: 'Ja', de: 'Ja' },
          { nl: 'Nee', fr: 'Non', en: 'Nee', de: 'Nee' },
        ],
      },
    ],
  ])('is read with what its kind needs: %o', (typed, value) => {
    const submission = read(typed);
    expect(submission.status === 'success' ? submission.value : submission.error).toMatchObject(value);
  });

  test.each([
    [{ kind: 'text', isLong: 'no', mostCharacters: '0' }, 'mostCharacters', 'numberWrong'],
    [{ kind: 'date', when: 'any', from: '2026-12-31', until: '2026-01-01' }, 'until', 'dateOrder'],
    [{ kind: 'date', when: 'any', from: '2026-02-30' }, 'from', 'dateWrong'],
    [{ kind: 'amount', leastCents: '2', mostCents: '1' }, 'mostCents', 'numberWrong'],
    [{ kind: 'amount', leastCents: 'veel', mostCents: '1' }, 'leastCents', 'feeWrong'],
    [{ kind: 'choice', mayBeSeveral: 'no', 'choices.nl': 'Ja' }, 'choices.nl', 'choicesMissing'],
    [{ kind: 'address', 'label.nl': '' }, 'label.nl', 'missing'],
  ])('is refused where it makes no sense: %o', (typed, field, code) => {
    const submission = read(typed as Record<string, string>);
    expect(submission.status === 'error' && submission.error).toMatchObject({ [field]: [code] });
  });
});

describe('choices that are written again', () => {
  const known = [
    { key: 'yes', text: everywhere('Ja') },
    { key: 'no', text: everywhere('Nee') },
  ];
  const keysOf = (...words: string[]) => keepKeys(known, words.map(everywhere)).map(({ key }) => key);

  test('keep their keys in another order, and with better words in the same place', () => {
    expect(keysOf('Nee', 'Ja')).toEqual(['no', 'yes']);
    expect(keysOf('Ja, graag', 'Nee')).toEqual(['yes', 'no']);
  });

  test('get a key of their own where they are new', () => {
    const [, , maybe] = keysOf('Ja', 'Nee', 'Misschien');
    expect(['yes', 'no']).not.toContain(maybe);
    expect(keysOf('Misschien', 'Ja').at(-1)).toBe('yes');
    expect(new Set(keysOf('Misschien', 'Ja')).size).toBe(2);
  });
});
