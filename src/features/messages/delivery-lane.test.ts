import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLane } from './delivery-lane.ts';

type Result = { readonly item: number; readonly shut: boolean };

/** Things that wait, and a way out that a test holds up, shuts or breaks. */
function world({ things = 0, window = 8 } = {}) {
  const state = { next: 0, shut: false, held: false, sending: 0, inHand: 0, most: 0 };
  const sent: number[] = [];
  const remembered: number[] = [];
  const groups: number[] = [];
  const releases: (() => void)[] = [];
  const takes: number[] = [];
  const lane = createLane<number, Result>(
    {
      take: async (room) => {
        takes.push(room);
        const items = Array.from(
          { length: Math.min(room, things - state.next) },
          (_, index) => state.next + index,
        );
        state.next += items.length;
        state.inHand += items.length;
        state.most = Math.max(state.most, state.inHand);
        return items;
      },
      send: async (item) => {
        if (state.held) await new Promise<void>((resolve) => releases.push(resolve));
        sent.push(item);
        return { item, shut: state.shut };
      },
      remember: async (results) => {
        groups.push(results.length);
        remembered.push(...results.map(({ item }) => item));
        state.inHand -= results.length;
      },
      isShut: ({ shut }) => shut,
    },
    { window, rest: [1_000, 4_000] },
  );
  return { lane, state, sent, remembered, groups, releases, takes };
}

const all = (count: number) => Array.from({ length: count }, (_, index) => index);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a way out', () => {
  test('sends and remembers everything once, in groups, and never has more in hand than its window', async () => {
    const { lane, state, sent, remembered, groups } = world({ things: 100 });
    lane.wake();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(all(100));
    expect(remembered.toSorted((a, b) => a - b)).toEqual(all(100));
    expect(state.most).toBe(8);
    expect(groups.length).toBeLessThan(50);
  });

  test('waits for the slow ones without stopping the others, as long as there is room', async () => {
    const { lane, state, releases, remembered } = world({ things: 20 });
    state.held = true;
    lane.wake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.next).toBe(8);
    state.held = false;
    for (const release of releases.splice(0, 6)) release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(remembered).toHaveLength(18);
    for (const release of releases) release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(remembered.toSorted((a, b) => a - b)).toEqual(all(20));
  });

  test('that is shut is tried with one thing at a time, ever more rarely, and is found open again', async () => {
    const { lane, state, sent } = world({ things: 200 });
    state.shut = true;
    lane.wake();
    await vi.advanceTimersByTimeAsync(900);
    const burst = sent.length;
    expect(burst).toBeLessThanOrEqual(16);
    await vi.advanceTimersByTimeAsync(3_200);
    expect(sent.length - burst).toBe(2);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(sent.length - burst).toBeLessThanOrEqual(12);
    state.shut = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(200);
  });

  test('stops when what is in hand is remembered, and takes nothing more', async () => {
    const { lane, state, releases, remembered } = world({ things: 20 });
    state.held = true;
    lane.wake();
    await vi.advanceTimersByTimeAsync(100);
    let stopped = false;
    void lane.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(stopped).toBe(false);
    for (const release of releases) release();
    await vi.advanceTimersByTimeAsync(100);
    expect(stopped).toBe(true);
    expect(remembered).toHaveLength(8);
    lane.wake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.next).toBe(8);
  });

  test('goes on after a fault of its own', async () => {
    const take = vi.fn<(room: number) => Promise<number[]>>().mockRejectedValueOnce(new Error('away'));
    take.mockResolvedValueOnce([1, 2]).mockResolvedValue([]);
    const send = vi.fn(async (item: number) => {
      if (item === 1) throw new Error('broken');
      return item;
    });
    const remembered: number[] = [];
    const remember = async (results: readonly number[]) => void remembered.push(...results);
    const lane = createLane({ take, send, remember, isShut: () => false }, { window: 4, rest: [1, 1] });
    lane.wake();
    await vi.advanceTimersByTimeAsync(100);
    lane.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(remembered).toEqual([2]);
    await lane.stop();
  });
});
