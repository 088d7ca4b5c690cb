// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followEarly, takeOverEarlyRoom } from './early-room.ts';

let source: EventTarget & { closed: boolean };
const room = (place: number) => ({
  stage: 'wait',
  waiting: { place },
  sentBack: null,
  words: [],
  serverNow: Math.random(),
});
const say = (view: object) =>
  source.dispatchEvent(new MessageEvent('state', { data: JSON.stringify(view), lastEventId: '1' }));
const drawn = (words: string) =>
  `<h1 data-early="title">${words}</h1><p data-early="lead">Om <b>10.40</b></p>`;
const serve = vi.fn(
  async () => new Response(`<head><style></style></head><body>${drawn('U bent de volgende')}</body>`),
);

beforeEach(() => {
  class Source extends EventTarget {
    closed = false;
    constructor() {
      super();
      source = this;
    }
    close() {
      this.closed = true;
    }
  }
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('fetch', serve.mockClear());
  document.body.innerHTML = `${drawn('Nog 1 persoon voor u')}<textarea>Ik</textarea>`;
  // As it runs in the page: as text, with nothing of its file around it.
  new Function(`(${followEarly})("/events/visits/7K2M-QX4D")`)();
});
afterEach(() => {
  takeOverEarlyRoom();
  vi.unstubAllGlobals();
});

const title = () => document.querySelector('h1')?.textContent;

test('what changed is told in the words of the server, and what somebody types stays', async () => {
  say(room(2));
  const area = document.querySelector('textarea') as HTMLTextAreaElement;
  area.value = 'Ik kom met twee';
  say(room(1));
  await vi.waitFor(() => expect(title()).toBe('U bent de volgende'));
  expect(area.value).toBe('Ik kom met twee');
});

test('the same told again asks the server nothing', () => {
  say(room(2));
  say(room(2));
  expect(serve).not.toHaveBeenCalled();
});

test('the page’s script finds the page as it was drawn, and the newest state', async () => {
  say(room(2));
  say(room(1));
  await vi.waitFor(() => expect(title()).toBe('U bent de volgende'));
  expect(takeOverEarlyRoom()).toMatchObject({ waiting: { place: 1 } });
  expect(title()).toBe('Nog 1 persoon voor u');
  expect(source.closed).toBe(true);
  expect(takeOverEarlyRoom()).toBeNull();
});

test('a page that comes when the script is there already changes nothing any more', async () => {
  say(room(2));
  say(room(1));
  takeOverEarlyRoom();
  await new Promise((resolve) => setTimeout(resolve));
  expect(title()).toBe('Nog 1 persoon voor u');
});
