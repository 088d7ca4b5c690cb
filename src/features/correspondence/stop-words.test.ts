import { expect, test } from 'vitest';
import { readStopWord } from './stop-words.ts';

test.each([
  ['STOP', 'stop'],
  [' Stop. ', 'stop'],
  ['ARRÊT', 'stop'],
  ['start', 'start'],
  ['Stop met bellen aub', null],
  ['', null],
])('%s', (text, word) => {
  expect(readStopWord(text)).toBe(word);
});
