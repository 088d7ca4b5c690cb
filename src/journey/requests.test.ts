import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen, type RequestMove, type RequestState, requestMoves, stateAfter } from './requests.ts';

const moves = Object.keys(requestMoves) as RequestMove[];
const settled: readonly RequestState[] = ['fulfilled', 'declined', 'expired', 'withdrawn'];

function play(start: RequestState, played: readonly RequestMove[]): RequestState[] {
  const states = [start];
  for (const move of played) {
    const next = stateAfter(states.at(-1) as RequestState, move);
    if (next !== null) states.push(next);
  }
  return states;
}

describe('a request', () => {
  test('is sent, opened, done elsewhere, come back from without it, and done at last', () => {
    expect(play('draft', ['send', 'open', 'begin', 'pause', 'begin', 'fulfil'])).toEqual([
      'draft',
      'sent',
      'opened',
      'inProgress',
      'opened',
      'inProgress',
      'fulfilled',
    ]);
  });

  test('that is settled stays as it is, whatever happens', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settled), fc.array(fc.constantFrom(...moves)), (state, played) => {
        expect(play(state, played)).toEqual([state]);
      }),
    );
  });

  test('of whatever happens is one of its states, and open ones can always be declined, withdrawn and expire', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 20 }), (played) => {
        const last = play('draft', played).at(-1) as RequestState;
        expect(settled.includes(last) || isOpen(last) || last === 'draft').toBe(true);
        if (isOpen(last)) {
          expect(stateAfter(last, 'decline')).toBe('declined');
          expect(stateAfter(last, 'withdraw')).toBe('withdrawn');
          expect(stateAfter(last, 'expire')).toBe('expired');
        }
      }),
    );
  });

  test('that is a draft still is shown to nobody, and nobody can fulfil it', () => {
    expect(stateAfter('draft', 'open')).toBeNull();
    expect(stateAfter('draft', 'fulfil')).toBeNull();
  });
});
