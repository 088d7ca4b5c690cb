import { expect, it } from 'vitest';
import { segment } from './segments.ts';

it.each([
  ['160 plain characters', 'a'.repeat(160), 'GSM-7', 1],
  ['161 plain characters', 'a'.repeat(161), 'GSM-7', 2],
  ['306 plain characters', 'a'.repeat(306), 'GSM-7', 2],
  ['307 plain characters', 'a'.repeat(307), 'GSM-7', 3],
  ['80 euro signs, which take two places', '€'.repeat(80), 'GSM-7', 1],
  ['81 euro signs', '€'.repeat(81), 'GSM-7', 2],
  ['accents of the alphabet', 'à é è ù ö ü', 'GSM-7', 1],
  ['70 characters with one outside the alphabet', `ê${'a'.repeat(69)}`, 'UCS-2', 1],
  ['71 characters with one outside the alphabet', `ê${'a'.repeat(70)}`, 'UCS-2', 2],
  ['35 emoji, which take two places', '😀'.repeat(35), 'UCS-2', 1],
  ['67 emoji: none is cut in two', '😀'.repeat(67), 'UCS-2', 3],
])('%s', (_name, body, encoding, segments) => {
  expect(segment(body)).toEqual({ encoding, segments });
});
