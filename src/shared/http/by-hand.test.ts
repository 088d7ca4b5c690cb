import { expect, test } from 'vitest';
import { isByHand } from './by-hand.ts';

const chromium = { 'sec-ch-ua': '"Chromium";v="141"' };

test.each([
  ['a click in Chromium', { ...chromium, 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1' }, true],
  ['a form that a script sends in Chromium', { ...chromium, 'sec-fetch-mode': 'navigate' }, false],
  ['a fetch of a script', { ...chromium, 'sec-fetch-mode': 'cors' }, false],
  ['a fetch of a script in Safari', { 'sec-fetch-mode': 'same-origin' }, false],
  ['a click in Firefox', { 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1' }, true],
  ['a click in Safari, which does not tell of gestures', { 'sec-fetch-mode': 'navigate' }, true],
  ['a browser that tells nothing', {}, true],
])('%s', (_what, headers, byHand) => {
  expect(isByHand(new Headers(headers))).toBe(byHand);
});
