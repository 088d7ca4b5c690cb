import { expect, test } from 'vitest';
import type { SeatId } from '#journey/ids.ts';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { whatIsLeft } from './what-is-left.ts';

const own = 'own' as SeatId;
const entry = (over: Partial<SeatEntry>): SeatEntry =>
  ({ seatId: own, state: 'expected', startAt: 10, endAt: 20, ...over }) as SeatEntry;
const view = (over: Partial<SeatView>): SeatView =>
  ({ serverNow: 5, day: { startAt: 0, endAt: 100 }, entries: [], colleagues: [], ...over }) as SeatView;
const colleague = (state: string) => ({ availability: { state } }) as SeatView['colleagues'][number];

test('a seat that closes leaves who waits for the team, who still comes to the seat today, and not who is over or elsewhere', () => {
  const entries = [
    entry({}),
    entry({ endAt: 5 }),
    entry({ startAt: 100, endAt: 110 }),
    entry({ seatId: 'other' as SeatId }),
    entry({ state: 'ended' }),
    entry({ state: 'admitted' }),
    entry({ state: 'waiting', seatId: 'other' as SeatId }),
    entry({ state: 'away' }),
  ];
  expect(whatIsLeft(view({ entries }), own)).toEqual({ waiting: 2, planned: 1, openColleagues: 0 });
});

test('only colleagues who are open can take over', () => {
  const colleagues = [colleague('open'), colleague('paused'), colleague('closed')];
  expect(whatIsLeft(view({ colleagues }), own)).toEqual({ waiting: 0, planned: 0, openColleagues: 1 });
});
