// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { longestChatLine } from '#journey/chat.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { ChatPanel } from './chat-panel.tsx';
import { type ChatSession, createChatSession } from './chat-session.ts';
import { createChatStore } from './chat-store.ts';
import { visitChatAddress } from './send-chat.ts';
import { useChat } from './use-chat.ts';

const address = visitChatAddress('7K2M-QX4D');
const sent: { text: string }[] = [];
let session: ChatSession | null = null;

function Panel() {
  const chat = useChat(address);
  session = chat?.session ?? null;
  return chat && <ChatPanel {...chat} side="visitor" onClose={() => {}} />;
}

beforeEach(() => {
  sent.length = 0;
  sessionStorage.clear();
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return Response.json({});
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <Panel />
    </NextIntlClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Uw bericht');
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string, more: object = {}) => fireEvent.keyDown(field(), { key, ...more });

test('Enter sends and empties the field, Shift+Enter and a sign being composed do not', () => {
  write('Goedemorgen');
  press('Enter', { shiftKey: true });
  press('Enter', { isComposing: true });
  expect(sent).toEqual([]);
  press('Enter');
  expect(sent).toMatchObject([{ text: 'Goedemorgen' }]);
  expect(field().value).toBe('');
  expect(screen.getByText('Goedemorgen')).toBeDefined();
});

test('a line that is too long says how long, and loses nothing; one of spaces is none', () => {
  const long = 'a'.repeat(longestChatLine + 1);
  write(long);
  press('Enter');
  expect(screen.getByText(/2\.001 tekens/)).toBeDefined();
  expect(field().value).toBe(long);
  write(' \n ');
  press('Enter');
  expect(sent).toEqual([]);
});

test('a sensitive number is noticed before it is sent', () => {
  write('Mijn nummer is 85.07.30-033.28');
  expect(screen.getByText(/staat een rijksregisternummer/)).toBeDefined();
});

test('a file that is pasted or dropped is answered in words, and text that is pasted with a picture of it is text', () => {
  const paste = (types: string[]) => {
    const event = createEvent.paste(field(), { clipboardData: { files: [{}], types } });
    fireEvent(field(), event);
    return event.defaultPrevented;
  };
  expect(paste(['text/plain', 'Files'])).toBe(false);
  expect(screen.queryByText(/Bestanden gaan niet via de chat/)).toBeNull();
  expect(paste(['Files'])).toBe(true);
  expect(screen.getByText(/Bestanden gaan niet via de chat/)).toBeDefined();
});

test('a file that is dropped does not open in stead of the page, and text that is dragged goes into the field', () => {
  const drop = (types: string[]) => {
    const event = createEvent.drop(field(), { dataTransfer: { types } });
    fireEvent(field(), event);
    return event.defaultPrevented;
  };
  expect(drop(['text/plain'])).toBe(false);
  expect(screen.queryByText(/Bestanden gaan niet via de chat/)).toBeNull();
  expect(drop(['Files'])).toBe(true);
  expect(screen.getByText(/Bestanden gaan niet via de chat/)).toBeDefined();
});

test('what was typed is there again after a reload', () => {
  write('Half af');
  const again = createChatSession(
    address,
    createChatStore(() => sessionStorage, `chat ${address.lines}`),
  );
  expect(again.snapshot().draft).toBe('Half af');
  expect(session?.snapshot().draft).toBe('Half af');
});
