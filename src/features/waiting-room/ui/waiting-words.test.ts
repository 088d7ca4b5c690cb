import { describe, expect, it } from 'vitest';
import type { VisitView } from '#journey/live-views.ts';
import { situationOf, toldDelayMinutes, toldExpectedAt } from './waiting-words.ts';

const minute = 60_000;
const view = (change: Partial<VisitView>): VisitView => ({
  serverNow: 0,
  version: 0,
  stage: 'wait',
  role: 'citizen',
  waiting: { place: 1, expectedAt: 0, isPaused: false, delayMinutes: 0, nearFront: true },
  matchNumber: null,
  requests: [],
  sentBack: null,
  words: [],
  expected: null,
  turnText: null,
  clerkName: null,
  ownName: null,
  call: null,
  companionRole: null,
  people: [],
  forward: null,
  asksScreen: false,
  asksStill: null,
  conduct: { warning: null, pictureStopped: null, ended: null },
  byPhone: false,
  inWriting: false,
  phoneEnding: null,
  survey: null,
  ...change,
});
const call = (admitted: boolean) => ({ admitted }) as VisitView['call'];

describe('a delay', () => {
  it('is told in steps of five minutes, never as less than it is', () => {
    expect([0, 2, 3, 5, 6, 10, 11].map(toldDelayMinutes)).toEqual([0, 0, 5, 5, 10, 10, 15]);
  });

  it('agrees with the moment that is told', () => {
    const waiting = { place: 1, expectedAt: 46 * minute, isPaused: false, delayMinutes: 6, nearFront: true };
    expect(toldExpectedAt(waiting)).toBe(50 * minute);
    expect(toldExpectedAt({ ...waiting, delayMinutes: 1 })).toBe(46 * minute);
    expect(toldExpectedAt({ ...waiting, expectedAt: null, delayMinutes: 0 })).toBeNull();
  });
});

describe('a waiting page', () => {
  it('tells who is next, who waits behind others, and who waits along', () => {
    const waiting = { expectedAt: 0, isPaused: false, delayMinutes: 0, nearFront: true };
    expect(situationOf(view({}), false)).toBe('next');
    expect(situationOf(view({ waiting: { ...waiting, place: 3 } }), false)).toBe('queue');
    expect(situationOf(view({ role: 'companion', waiting: { ...waiting, place: null } }), false)).toBe(
      'companion',
    );
  });

  it('tells who was put out of a conversation that goes on, and not who stands at its door for the first time', () => {
    const outside = view({ stage: 'call', call: call(false) });
    expect(situationOf(outside, false, true)).toBe('putOut');
    expect(situationOf(outside, false, false)).toBe('door');
    expect(situationOf(view({ stage: 'call', call: call(true) }), false, false)).toBe('begins');
  });

  it('stands at the door of a running conversation until it is admitted, also after leaving it', () => {
    expect(situationOf(view({ stage: 'call', call: call(false) }), true)).toBe('door');
    expect(situationOf(view({ stage: 'call', call: call(true) }), false)).toBe('begins');
    expect(situationOf(view({ stage: 'call', call: call(true) }), true)).toBe('left');
  });

  it('has no door where people talk on the telephone', () => {
    expect(situationOf(view({ stage: 'call', byPhone: true }), false)).toBe('byPhone');
  });
});
