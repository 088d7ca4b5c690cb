import { expect, test } from 'vitest';
import { canReceiveTexts } from './text-messages.ts';

test.each([
  ['+32470123456', true],
  ['+3293234567', false],
  ['+31612345678', true],
  ['+31201234567', false],
  ['+33612345678', true],
  ['+33123456789', false],
  ['+4915112345678', true],
  ['+493012345678', false],
  ['+352621123456', true],
  ['+35226123456', false],
  // Nothing there tells one from the other.
  ['+12025550123', true],
])('a text message to %s arrives: %s', (number, arrives) => {
  expect(canReceiveTexts(number)).toBe(arrives);
});
