import { describe, expect, test } from 'vitest';
import { coversServices } from './ending.ts';

const solved = (serviceId: string) => ({ serviceId, outcome: 'solved' as const });

describe('an ending', () => {
  test('covers a conversation when every service has one outcome', () => {
    expect(coversServices([solved('b'), solved('a')], ['a', 'b'])).toBe(true);
  });

  test.each([
    ['a service without outcome', [solved('a')]],
    ['a service of another conversation', [solved('a'), solved('c')]],
    ['one outcome too many', [solved('a'), solved('b'), solved('c')]],
    ['the same service twice', [solved('a'), solved('a')]],
  ])('does not cover it with %s', (_, outcomes) => {
    expect(coversServices(outcomes, ['a', 'b'])).toBe(false);
  });
});
