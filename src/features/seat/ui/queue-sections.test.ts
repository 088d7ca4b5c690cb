import { describe, expect, test } from 'vitest';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatEntry, SeatEntryState, SeatView } from '#journey/live-views.ts';
import { findNext, layOutQueue, newArrivals, type QueueLayout, settleLayout } from './queue-sections.ts';

const id = (name: string) => name as AppointmentId;
const entry = (name: string, state: SeatEntryState): SeatEntry =>
  ({ appointmentId: id(name), state, turn: null }) as unknown as SeatEntry;
const viewOf = (entries: Record<string, SeatEntryState>, current: string | null = null) =>
  ({
    entries: Object.entries(entries).map(([name, state]) => entry(name, state)),
    current: current === null ? null : { appointmentId: id(current) },
  }) as unknown as SeatView;

const nothing = { current: [], waiting: [], speaking: [], later: [], over: [] };
const layout = (parts: Partial<Record<keyof QueueLayout, string[]>>) =>
  ({ ...nothing, ...parts }) as unknown as QueueLayout;
const handsOff = { pointer: null, focus: null };

describe('the queue', () => {
  test('puts the own conversation first, then who is there or reconnecting, in the order of the agreed times', () => {
    const view = viewOf(
      {
        done: 'ended',
        sofie: 'admitted',
        ahmed: 'away',
        jeroen: 'waiting',
        fatma: 'admitted',
        lieve: 'expected',
        koen: 'missed',
        rik: 'cancelled',
      },
      'sofie',
    );
    expect(layOutQueue(view)).toEqual({
      current: ['sofie'],
      waiting: ['ahmed', 'jeroen'],
      speaking: ['fatma'],
      later: ['lieve'],
      over: ['done', 'koen', 'rik'],
    });
  });

  test('puts who was sent back where their turn is; who was there a moment ago keeps the place', () => {
    const turns: Record<string, number | null> = { ahmed: 2, away: null, lies: 3, sofie: 1 };
    const entries = Object.entries(turns).map(([name, turn]) => ({
      ...entry(name, turn === null ? 'away' : 'waiting'),
      turn,
    }));
    const view = { ...viewOf({}), entries };
    expect(layOutQueue(view).waiting).toEqual(['sofie', 'away', 'ahmed', 'lies']);
    expect(findNext(entries)).toBe('sofie');
    expect(findNext([])).toBeUndefined();
  });

  test('can leave out other seats, never the own conversation', () => {
    const view = viewOf({ sofie: 'admitted', ahmed: 'waiting' }, 'sofie');
    expect(layOutQueue(view, () => false)).toEqual(layout({ current: ['sofie'] }));
  });
});

describe('a change while the clerk is at work', () => {
  const before = layout({ waiting: ['ahmed', 'jeroen'], later: ['lieve', 'fatma'], over: ['done'] });

  test('shows at once when hand and focus are elsewhere', () => {
    const due = layout({ waiting: ['jeroen', 'lieve'], later: ['fatma'], over: ['done'] });
    expect(settleLayout(before, due, handsOff)).toEqual(due);
  });

  test('adds who arrives below the rows in hand, and removes none of them', () => {
    const due = layout({
      waiting: ['anna', 'jeroen'],
      speaking: ['ahmed'],
      later: ['lieve', 'fatma'],
      over: ['done'],
    });
    expect(settleLayout(before, due, { pointer: 'waiting', focus: null })).toEqual(
      layout({ waiting: ['ahmed', 'jeroen', 'anna'], later: ['lieve', 'fatma'], over: ['done'] }),
    );
  });

  test('moves nothing above the pointer: who arrives stays in the row that is under the hand', () => {
    const due = layout({ waiting: ['ahmed', 'jeroen', 'lieve'], later: ['fatma'], over: ['done'] });
    expect(settleLayout(before, due, { pointer: 'later', focus: null })).toEqual(before);
  });

  test('keeps the rows where the focus is, and lets the others go on', () => {
    const due = layout({
      waiting: ['jeroen', 'lieve'],
      speaking: ['ahmed'],
      later: ['fatma'],
      over: ['done'],
    });
    expect(settleLayout(before, due, { pointer: null, focus: 'later' })).toEqual(
      layout({ waiting: ['jeroen'], speaking: ['ahmed'], later: ['lieve', 'fatma'], over: ['done'] }),
    );
  });

  test('shows every appointment once, and forgets those that are no longer of the day', () => {
    const due = layout({ waiting: ['fatma'], over: ['done', 'ahmed'] });
    const settled = settleLayout(before, due, { pointer: 'over', focus: 'waiting' });
    expect(settled).toEqual(layout({ waiting: ['ahmed'], later: ['fatma'], over: ['done'] }));
  });
});

describe('an arrival', () => {
  test('is somebody who was expected, or not known yet', () => {
    const before = viewOf({ sofie: 'expected', ahmed: 'waiting' });
    const after = viewOf({ sofie: 'waiting', ahmed: 'waiting', jeroen: 'waiting' });
    expect(newArrivals(before, after).map(({ appointmentId }) => appointmentId)).toEqual(['sofie', 'jeroen']);
  });
  test('is not somebody whose connection came back', () => {
    expect(newArrivals(viewOf({ sofie: 'away' }), viewOf({ sofie: 'waiting' }))).toEqual([]);
  });
});
