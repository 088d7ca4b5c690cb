import { expect, test } from 'vitest';
import { readSentStep } from './sent-step.ts';

function formOf(...entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('a step is read by its rows, with everything that was ticked', () => {
  const form = formOf(
    ['seen', '3'],
    ['intent', 'next'],
    ['0.music', 'yes'],
    ['0.music', 'no'],
    ['1.where.city', 'Gent'],
    ['$ACTION_ID', 'x'],
  );
  expect(readSentStep('noise', form)).toEqual({
    step: 'noise',
    rows: [{ music: ['yes', 'no'] }, { 'where.city': ['Gent'] }],
    seen: 3,
    press: { kind: 'next' },
  });
});

test('a row of which nothing was sent is an empty one', () => {
  expect(readSentStep('a', formOf(['1.x', 'y'])).rows).toEqual([{}, { x: ['y'] }]);
});

test('more rows than any form has are left', () => {
  expect(readSentStep('a', formOf(['99.x', 'y'])).rows).toEqual([]);
});

test.each([
  ['drop 2', { kind: 'drop', row: 2 }],
  ['previous', { kind: 'previous' }],
  ['language:fr', { kind: 'look' }],
  ['drop everything', { kind: 'look' }],
])('the button %s is read', (intent, press) => {
  expect(readSentStep('a', formOf(['intent', intent])).press).toEqual(press);
});
