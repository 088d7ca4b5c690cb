import { expect, test } from 'vitest';
import { chooseStepMinutes } from './choose-step.ts';

test.each([
  [5, 5],
  [15, 15],
  [20, 20],
  [25, 20],
  [35, 30],
  [50, 30],
  [65, 60],
  [240, 60],
])('an appointment that holds a seat for %i minutes is offered every %i', (occupation, step) => {
  expect(chooseStepMinutes(occupation)).toBe(step);
});
