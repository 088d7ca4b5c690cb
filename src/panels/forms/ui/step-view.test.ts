import { expect, test } from 'vitest';
import type { LocalDate } from '#journey/local-time.ts';
import { dateField, formStep, textField } from '../../../../prisma/factories/form-factories.ts';
import { problemsByControl, viewStep } from './step-view.ts';

const today = '2026-11-24' as LocalDate;
const say = ({ nl }: { nl: string }) => nl;

test.each([
  [{ when: 'any' }, null, null],
  [{ when: 'future' }, today, null],
  [{ when: 'past' }, null, today],
  [{ when: 'future', from: '2026-12-01' as LocalDate }, '2026-12-01', null],
  [{ when: 'past', until: '2027-01-01' as LocalDate }, null, today],
] as const)('a date of %o can be chosen from %s until %s', (overrides, from, until) => {
  const step = formStep('a', [dateField('day', overrides)]);
  const [field] = viewStep(step, { say }, { known: {}, today }).fields;
  expect([field?.from, field?.until]).toEqual([from, until]);
});

test('a field that was filled in beforehand says where it is from, and lets the browser help', () => {
  const step = formStep('a', [textField('name', { prefillFrom: 'name' }), textField('other')]);
  const known = { name: { text: 'Sofie Maes', from: 'identification' } } as const;
  const [name, other] = viewStep(step, { say }, { known, today }).fields;
  expect(name).toMatchObject({ known: known.name, autoComplete: 'name' });
  expect(other).toMatchObject({ known: null, autoComplete: null });
});

test('each control shows the first of its problems', () => {
  const problems = [
    { row: 0, name: 'a', code: 'missing' },
    { row: 0, name: 'a', code: 'tooLong' },
    { row: 1, name: 'a', code: 'tooLong' },
  ] as const;
  expect(problemsByControl(problems, ({ code }) => code)).toEqual({ '0.a': 'missing', '1.a': 'tooLong' });
});
