// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatLine } from '#journey/chat.ts';
import { createChatSession } from './chat-session.ts';
import { createChatStore } from './chat-store.ts';
import { visitChatAddress } from './send-chat.ts';

/** A browser's EventSource under the test's control. */
class ControlledSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: ControlledSource;
  readyState = 1;
  constructor() {
    super();
    ControlledSource.last = this;
  }
  close() {
    this.readyState = ControlledSource.CLOSED;
  }
}

type Sent = { readonly key: string; readonly text: string };
const answer = vi.fn<(line: Sent) => Promise<{ ok: boolean; status: number }>>();
const taken = { ok: true, status: 200 };

function openChat() {
  const session = createChatSession(
    visitChatAddress('7K2M-QX4D'),
    createChatStore(() => sessionStorage, 'chat'),
  );
  const stop = session.open();
  stops.push(stop);
  return { session, stop };
}
const stops: (() => void)[] = [];
let number = 0;

function show(lines: readonly Partial<ChatLine>[]): void {
  number += 1;
  const view = {
    lines: lines.map((line, index) => ({ number: index + 1, author: 'self', key: null, ...line })),
  };
  const event = new MessageEvent('state', { data: JSON.stringify(view), lastEventId: String(number) });
  ControlledSource.last.dispatchEvent(event);
}
const sent = () => answer.mock.calls.map(([line]) => line);

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  answer.mockReset().mockResolvedValue(taken);
  vi.stubGlobal('EventSource', ControlledSource);
  vi.stubGlobal('fetch', (_address: string, { body }: { body: string }) => answer(JSON.parse(body) as Sent));
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a line that was written', () => {
  test('goes at once, and is one’s own until the live view shows it', async () => {
    const { session } = openChat();
    session.send('Goedemorgen');
    expect(session.snapshot().unsent).toMatchObject([{ text: 'Goedemorgen', isTaken: false }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(session.snapshot().unsent).toMatchObject([{ isTaken: true }]);
    show([{ text: 'Goedemorgen', key: sent()[0]?.key ?? '' }]);
    expect(session.snapshot()).toMatchObject({ unsent: [], lines: [{ text: 'Goedemorgen' }] });
  });

  test('without network stays, and goes with the same key, in order and once, when it is back', async () => {
    answer.mockRejectedValue(new TypeError('no network'));
    const { session } = openChat();
    session.send('Eerst');
    session.send('Daarna');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(session.snapshot().unsent.map(({ isTaken }) => isTaken)).toEqual([false, false]);
    expect(new Set(sent().map(({ text }) => text))).toEqual(new Set(['Eerst']));
    answer.mockClear().mockResolvedValue(taken);
    ControlledSource.last.dispatchEvent(new Event('open'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toEqual(session.snapshot().unsent.map(({ key, text }) => ({ key, text })));
    expect(sent().map(({ text }) => text)).toEqual(['Eerst', 'Daarna']);
  });

  test('whose answer was lost is sent again with the same key after a reload, unless the live view has it', async () => {
    answer.mockRejectedValue(new TypeError('no network'));
    const before = openChat();
    before.session.send('Is dit aangekomen?');
    before.session.send('En dit?');
    before.session.type('Half getypt', 11);
    await vi.advanceTimersByTimeAsync(0);
    before.stop();
    const arrived = sent()[0];
    answer.mockClear().mockResolvedValue(taken);

    const { session } = openChat();
    expect(session.snapshot()).toMatchObject({ draft: 'Half getypt', unsent: [{ key: arrived?.key }, {}] });
    show([{ key: arrived?.key ?? '' }]);
    ControlledSource.last.dispatchEvent(new Event('open'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent().map(({ text }) => text)).toEqual(['En dit?']);
  });

  test('stays to be read when nothing can be written any more, and leaves nothing in the window', async () => {
    answer.mockResolvedValue({ ok: false, status: 404 });
    const { session } = openChat();
    session.send('Te laat');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.snapshot()).toMatchObject({ isOver: true, unsent: [{ text: 'Te laat' }] });
    expect(sent()).toHaveLength(1);
    expect(sessionStorage.length).toBe(0);
  });
});

describe('what others write', () => {
  test('counts as unread until it is seen, also after a reload', () => {
    const { session, stop } = openChat();
    show([{ author: 'clerk' }, { author: 'self' }, { author: 'clerk' }]);
    expect(session.snapshot().unread).toBe(2);
    session.markSeen();
    show([{ author: 'clerk' }, {}, {}, { author: 'clerk' }]);
    expect(session.snapshot().unread).toBe(1);
    stop();
    openChat();
    expect(createChatStore(() => sessionStorage, 'chat').read().seen).toBe(3);
  });

  test('is news only when it came while this page was there', () => {
    const { session } = openChat();
    show([{ author: 'clerk', text: 'Van daarvoor' }]);
    expect(session.snapshot().news).toBeNull();
    show([
      { author: 'clerk', text: 'Van daarvoor' },
      { author: 'clerk', text: 'Nieuw' },
    ]);
    expect(session.snapshot().news).toMatchObject({ text: 'Nieuw' });
    show([{}, { author: 'clerk', text: 'Nieuw' }, { author: 'self', text: 'Antwoord' }]);
    expect(session.snapshot().news).toMatchObject({ text: 'Nieuw' });
  });
});

describe('typing with others reading along', () => {
  const typed = () =>
    vi
      .mocked(fetch)
      .mock.calls.flatMap(([address, init]) =>
        String(address).endsWith('/typing') ? [JSON.parse(String(init?.body)).text] : [],
      );
  beforeEach(() => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(taken));
  });

  test('tells nothing until one lets it be read', async () => {
    const { session } = openChat();
    session.type('Geheim', 6);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toEqual([]);
    session.setTypesLive(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toEqual(['Geheim']);
    session.setTypesLive(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toEqual(['Geheim', '']);
  });

  test('tells the first letter at once, the others together within a quarter of a second, and the end', async () => {
    const { session } = openChat();
    session.setTypesLive(true);
    session.type('H', 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(typed()).toEqual(['H']);
    for (const text of ['Ha', 'Hal', 'Hall']) session.type(text, text.length);
    await vi.advanceTimersByTimeAsync(250);
    expect(typed()).toEqual(['H', 'Hall']);
    session.send('Hallo');
    await vi.advanceTimersByTimeAsync(250);
    expect(typed()).toEqual(['H', 'Hall', '']);
  });

  test('shows what another one types until it is sent, or nothing comes for a minute', async () => {
    const { session } = openChat();
    const pass = (text: string) =>
      ControlledSource.last.dispatchEvent(
        new MessageEvent('passing', { data: JSON.stringify({ participantId: 'p', name: 'Mieke', text }) }),
      );
    pass('Ik');
    pass('Ik kijk');
    expect(session.snapshot().typing).toMatchObject([{ name: 'Mieke', text: 'Ik kijk' }]);
    pass('');
    expect(session.snapshot().typing).toEqual([]);
    pass('Dat klopt');
    show([]);
    expect(session.snapshot().typing).toHaveLength(1);
    show([{ author: 'clerk', name: 'Mieke', text: 'Dat klopt' }]);
    expect(session.snapshot().typing).toEqual([]);
    pass('Even');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.snapshot().typing).toEqual([]);
  });
});
