// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import { linkMark } from '#journey/text-lines.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { EndedThread } from './ended-thread.tsx';
import { ThreadView, type ThreadViewProps } from './thread-view.tsx';

const me = 'me' as ThreadViewProps['clerkId'];
const colleague = { id: 'other' as typeof me, name: 'Jonas Maes' };
const at = Date.UTC(2026, 10, 24, 9);
const line = { clerkName: null, at, isMasked: false, refusedFiles: 0, state: null } as const;
const ended: string[] = [];
const asked: { readonly path: string; readonly body: unknown }[] = [];

function show(more: Partial<ThreadViewProps['thread']> = {}, answerCode: string | null = null) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method !== undefined) {
      asked.push({ path, body: JSON.parse(String(init.body)) });
      return answerCode === null ? Response.json({}) : Response.json({ code: answerCode }, { status: 409 });
    }
    return Response.json({
      conversationId: 'c',
      about: null,
      lines: [
        { ...line, number: 1, author: 'citizen', text: 'Nummer •••', isMasked: true, refusedFiles: 2 },
        {
          ...line,
          number: 2,
          author: 'clerk',
          clerkName: 'Mieke',
          text: `Zie ${linkMark}`,
          state: 'delivered',
        },
      ],
    });
  });
  const thread = {
    conversationId: 'c' as ThreadViewProps['thread']['conversationId'],
    means: 'sms',
    address: '0470 12 34 56',
    about: null,
    clerk: null,
    lastText: 'Nummer',
    lastAt: at,
    isUnanswered: true,
    isStopped: false,
    version: 1,
    ...more,
  } as const;
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <ThreadView
        thread={thread}
        clerkId={me}
        measure={(text) => ({ signs: text.length, parts: 1, encoding: 'GSM-7' })}
        onOpenDossier={async () => true}
        onClose={() => {}}
        onEnded={(thread) => ended.push(thread.conversationId)}
      />
    </NextIntlClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  asked.splice(0);
  ended.splice(0);
  vi.unstubAllGlobals();
});

test('shows what was written and what was done with it, and says that nobody knows who it is', async () => {
  show();
  await screen.findByText('Nummer •••');
  for (const words of [
    'Niet geïdentificeerd',
    'Een gevoelig nummer is onleesbaar gemaakt en niet bewaard.',
    '2 bestanden niet aangenomen.',
    'Zie [beveiligde link]',
    'Bezorgd',
    'De link opent de pagina waar men een afspraak maakt.',
  ])
    screen.getByText(words);
});

test('counts an SMS while it is written, sends it, and keeps it when it was refused', async () => {
  show();
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Uw antwoord');
  fireEvent.change(field, { target: { value: 'Dat mag.' } });
  screen.getByText('8 tekens, 1 sms (GSM-7)');
  fireEvent.click(screen.getByRole('button', { name: 'Verstuur' }));
  await waitFor(() => expect(field.value).toBe(''));
  expect(asked).toEqual([
    { path: '/api/seat/threads/c/answer', body: { text: 'Dat mag.', withLink: false } },
  ]);
  cleanup();

  show({}, 'windowClosed');
  const again = await screen.findByLabelText<HTMLTextAreaElement>('Uw antwoord');
  fireEvent.change(again, { target: { value: 'Dat mag.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Stuur beveiligde link' }));
  await screen.findByText(/binnen 24 uur/);
  expect(again.value).toBe('Dat mag.');
});

test('says that it was closed, which is taken back, or why it cannot be', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Sluit gesprek' }));
  await waitFor(() => expect(ended).toEqual(['c']));
  cleanup();

  const onDone = vi.fn();
  show({}, 'begunAnew');
  const bar = (thread: ThreadViewProps['thread'] | null) => (
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <EndedThread thread={thread} onDone={onDone} />
    </NextIntlClientProvider>
  );
  const closed = { conversationId: 'c', address: '0470 12 34 56' } as ThreadViewProps['thread'];
  const { rerender } = render(bar(closed));
  screen.getByText('Gesprek met 0470 12 34 56 gesloten');
  fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  expect(onDone).toHaveBeenCalledOnce();
  expect(asked.at(-1)?.path).toBe('/api/seat/threads/c/reopen');
  rerender(bar(null));
  await screen.findByText(/schreef intussen opnieuw/);
});

test('lets nobody answer what a colleague has, unless it is taken over from them', async () => {
  show({ clerk: colleague });
  await screen.findByText('Jonas Maes heeft dit gesprek');
  expect(screen.queryByLabelText('Uw antwoord')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Neem over' }));
  await waitFor(() => expect(asked[0]?.body).toEqual({ mine: true, from: 'other' }));
});

test('lets nobody answer who asked for no more messages', async () => {
  show({ isStopped: true });
  await screen.findByText('Dit nummer wil geen sms meer');
  expect(screen.queryByLabelText('Uw antwoord')).toBeNull();
});

test('says of which kind a sensitive number in an answer is, until it is taken out', async () => {
  show();
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Uw antwoord');
  fireEvent.change(field, { target: { value: 'Uw nummer is 85.07.30-033.28' } });
  screen.getByText(/In dit antwoord staat een rijksregisternummer\./);
  fireEvent.change(field, { target: { value: 'Dat mag.' } });
  expect(screen.queryByText(/In dit antwoord staat/)).toBeNull();
});
