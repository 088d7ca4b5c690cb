import { expect, test } from 'vitest';
import { drawReference } from './reference.ts';

test('a reference is two groups of four, without letters that are misread, and never the same', () => {
  const references = Array.from({ length: 1000 }, drawReference);
  for (const reference of references)
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(references).size).toBe(1000);
});
