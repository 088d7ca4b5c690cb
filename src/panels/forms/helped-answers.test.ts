import { expect, test } from 'vitest';
import { isHelped, keepHelped } from './helped-answers.ts';

const helped = { what: { '0.reason': ['Een feest'] } };
const at = { step: 'what', control: '0.reason' };

test.each([
  [['Een feest'], at, true],
  [['Een feestje'], at, false],
  [undefined, at, false],
  [['Een feest'], { ...at, control: '1.reason' }, false],
] as const)('what stands there, %j at %j, was filled in by the clerk: %s', (values, place, is) => {
  expect(isHelped(helped, place, values)).toBe(is);
});

test('an emptied field is nobody’s', () => {
  expect(isHelped({ what: { '0.reason': [''] } }, at, [''])).toBe(false);
});

test('nothing is kept of what a clerk filled in and does not stand there any more', () => {
  const all = { what: { '0.reason': ['Een feest'], '0.where': ['Plein'] }, gone: { '0.x': ['y'] } };
  const answers = { what: [{ reason: ['Een feest'], where: ['Park'] }] };
  expect(keepHelped(all, answers)).toEqual(helped);
});
