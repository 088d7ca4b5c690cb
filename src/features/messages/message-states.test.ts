import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSettled, type MessageState, mayBecome, statesBefore } from './message-states.ts';

const states: readonly MessageState[] = [
  'planned',
  'sending',
  'failedTemporarily',
  'accepted',
  'delivered',
  'failedForGood',
  'discarded',
];

/** How far a message has come: trying goes round on one level. */
const progress: Record<MessageState, number> = {
  planned: 0,
  sending: 1,
  failedTemporarily: 1,
  accepted: 2,
  delivered: 3,
  failedForGood: 3,
  discarded: 3,
};

describe('the states of a message', () => {
  test('never go backwards, whatever is reported in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 30 }), (reports) => {
        let state: MessageState = 'planned';
        for (const reported of reports) {
          const next: MessageState = mayBecome(state, reported) ? reported : state;
          expect(progress[next]).toBeGreaterThanOrEqual(progress[state]);
          if (isSettled(state)) expect(next).toBe(state);
          state = next;
        }
      }),
    );
  });

  test('lead to sending only from where nobody has the message yet', () => {
    expect(statesBefore('sending').sort()).toEqual(['failedTemporarily', 'planned', 'sending']);
  });

  test('tell by their predecessors what the table says', () => {
    for (const to of states) {
      for (const from of states) expect(statesBefore(to).includes(from)).toBe(mayBecome(from, to));
    }
  });

  test('are settled when the database wants a moment for them', () => {
    expect(states.filter(isSettled)).toEqual(['delivered', 'failedForGood', 'discarded']);
  });
});
