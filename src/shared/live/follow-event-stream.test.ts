// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followEventStream, type Happened, type StreamConnection } from './follow-event-stream.ts';

type View = { place: number };

/** A browser's EventSource under the test's control. */
class ControlledSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly CLOSED = 2;
  static all: ControlledSource[] = [];
  readyState = ControlledSource.CONNECTING;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    ControlledSource.all.push(this);
  }
  close() {
    this.readyState = ControlledSource.CLOSED;
  }
  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  say(type: string, number: number, data: object) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId: String(number) }));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

const newest = () => ControlledSource.all.at(-1) as ControlledSource;

function follow() {
  const heard = {
    states: [] as View[],
    happened: [] as Happened[],
    connections: [] as StreamConnection[],
  };
  const stop = followEventStream<View>('/events/visits/7K2M-QX4D', {
    state: (view) => heard.states.push(view),
    happened: (event) => heard.happened.push(event),
    connection: (connection) => heard.connections.push(connection),
  });
  return { heard, stop };
}

const event = (number: number) => ({ number, type: 'visit.arrived', at: 1, payload: {} });

describe('following a live stream', () => {
  const answer = vi.fn<() => Promise<{ status: number }>>();
  let stop = () => {};

  beforeEach(() => {
    vi.useFakeTimers();
    ControlledSource.all = [];
    vi.stubGlobal('EventSource', ControlledSource);
    vi.stubGlobal('fetch', answer);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('hands on states and events, each event once', () => {
    const followed = follow();
    stop = followed.stop;
    newest().open();
    newest().say('state', 4, { place: 2 });
    newest().say('happened', 5, event(5));
    newest().say('happened', 5, event(5));
    newest().say('state', 5, { place: 1 });
    expect(followed.heard.states).toEqual([{ place: 2 }, { place: 1 }]);
    expect(followed.heard.happened.map(({ number }) => number)).toEqual([5]);
    expect(followed.heard.connections).toEqual(['connecting', 'open']);
  });

  it('puts together what it has and what changed, and keeps what did not', () => {
    const followed = follow();
    stop = followed.stop;
    newest().open();
    newest().say('state', 4, { place: 2, words: [{ id: 'a' }] });
    newest().say('changed', 5, { set: { place: 1 } });
    newest().say('changed', 6, { set: {}, lists: { words: [[0, 1], { new: { id: 'b' } }] } });
    const [first, second, third] = followed.heard.states as (View & { words: object[] })[];
    expect(second).toEqual({ place: 1, words: [{ id: 'a' }] });
    expect(third).toEqual({ place: 1, words: [{ id: 'a' }, { id: 'b' }] });
    expect(second?.words).toBe(first?.words);
    expect(third?.words[0]).toBe(first?.words[0]);
    newest().fail(ControlledSource.CLOSED);
    dispatchEvent(new Event('online'));
    expect(newest().url).toBe('/events/visits/7K2M-QX4D?changes&after=6');
  });

  it('says that the connection is lost only when it stays away for two seconds', () => {
    const followed = follow();
    stop = followed.stop;
    newest().open();
    newest().fail(ControlledSource.CONNECTING);
    vi.advanceTimersByTime(1_900);
    newest().open();
    vi.advanceTimersByTime(5_000);
    expect(followed.heard.connections).toEqual(['connecting', 'open', 'open']);
    newest().fail(ControlledSource.CONNECTING);
    vi.advanceTimersByTime(2_000);
    expect(followed.heard.connections.at(-1)).toBe('lost');
    expect(ControlledSource.all).toHaveLength(1);
  });

  it('comes back by itself where the browser gives up, and asks for what it missed', async () => {
    answer.mockResolvedValue({ status: 503 });
    const followed = follow();
    stop = followed.stop;
    newest().open();
    newest().say('state', 7, { place: 1 });
    newest().fail(ControlledSource.CLOSED);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ControlledSource.all).toHaveLength(2);
    expect(newest().url).toBe('/events/visits/7K2M-QX4D?changes&after=7');
    newest().fail(ControlledSource.CLOSED);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(ControlledSource.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(ControlledSource.all).toHaveLength(3);
  });

  it('stops for good when the server says so, or does not know the address any more', async () => {
    const first = follow();
    newest().open();
    newest().say('bye', 8, {});
    expect(first.heard.connections.at(-1)).toBe('ended');

    answer.mockResolvedValue({ status: 404 });
    const second = follow();
    newest().fail(ControlledSource.CLOSED);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(second.heard.connections.at(-1)).toBe('ended');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ControlledSource.all).toHaveLength(2);
  });

  it('opens a new connection when the old one died in silence, and at once when the network is back', () => {
    const followed = follow();
    stop = followed.stop;
    newest().open();
    vi.advanceTimersByTime(50_000);
    expect(ControlledSource.all).toHaveLength(2);
    expect(ControlledSource.all[0]?.readyState).toBe(ControlledSource.CLOSED);
    dispatchEvent(new Event('online'));
    expect(ControlledSource.all).toHaveLength(3);
  });

  it('says at once that what it shows is old when the machine slept for an hour, and comes back with the whole state', () => {
    const followed = follow();
    stop = followed.stop;
    newest().open();
    newest().say('state', 7, { place: 3 });
    // Asleep: the clock on the wall goes on, no timer does.
    vi.setSystemTime(Date.now() + 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(followed.heard.connections.at(-1)).toBe('lost');
    expect(ControlledSource.all[0]?.readyState).toBe(ControlledSource.CLOSED);
    expect(newest().url).toBe('/events/visits/7K2M-QX4D?changes&after=7');
    newest().open();
    newest().say('state', 9, { place: 1 });
    expect(followed.heard.connections.at(-1)).toBe('open');
    expect(followed.heard.states.at(-1)).toEqual({ place: 1 });
  });

  it('notices the sleep of a page that stayed in front within seconds, and a short look away not at all', () => {
    const followed = follow();
    stop = followed.stop;
    newest().open();
    vi.setSystemTime(Date.now() + 20_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(ControlledSource.all).toHaveLength(1);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(5_000);
    expect(followed.heard.connections.at(-1)).toBe('lost');
    expect(ControlledSource.all).toHaveLength(2);
  });
});
