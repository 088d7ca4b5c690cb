import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageState } from '#journey/message-state.ts';
import { isSettled, mayBecome, type ReportedState, stateAfter, statesBefore } from './message-states.ts';

const states: readonly MessageState[] = [
  'planned',
  'sending',
  'failedTemporarily',
  'accepted',
  'failedForGood',
  'delivered',
  'read',
  'discarded',
];
const reported: readonly ReportedState[] = ['accepted', 'failedForGood', 'delivered', 'read'];

/** How far a message has come: trying goes round on one level. */
const progress: Record<MessageState, number> = {
  planned: 0,
  sending: 1,
  failedTemporarily: 1,
  accepted: 2,
  failedForGood: 3,
  delivered: 4,
  read: 5,
  discarded: 6,
};

describe('the states of a message', () => {
  test('never go backwards, whatever is reported in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 30 }), (reports) => {
        let state: MessageState = 'planned';
        for (const each of reports) {
          const next: MessageState = mayBecome(state, each) ? each : state;
          expect(progress[next]).toBeGreaterThanOrEqual(progress[state]);
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
    expect(states.filter(isSettled)).toEqual(['failedForGood', 'delivered', 'read', 'discarded']);
  });

  test('end at the strongest word that was heard, in whatever order and however often it was said', () => {
    const heard = fc.array(fc.constantFrom(...reported), { minLength: 1, maxLength: 12 });
    const from = fc.constantFrom<MessageState>('sending', 'failedTemporarily', 'accepted');
    fc.assert(
      fc.property(heard, from, (words, state) => {
        const strongest = words.reduce((one, other) => (progress[one] > progress[other] ? one : other));
        expect(stateAfter(state, words)).toBe(strongest);
      }),
    );
  });

  test('stay discarded or planned, whatever is heard of something that was never handed over', () => {
    expect(stateAfter('discarded', reported)).toBe('discarded');
    expect(stateAfter('planned', reported)).toBe('planned');
  });
});
