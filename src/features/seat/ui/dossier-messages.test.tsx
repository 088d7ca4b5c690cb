// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { Dossier, DossierMessage } from '../dossier.ts';
import { Messages } from './dossier-messages.tsx';
import { type SeatPlace, SeatPlaceProvider } from './seat-place.tsx';

const asked: string[] = [];
const onChanged = vi.fn();

afterEach(() => {
  cleanup();
  asked.splice(0);
  onChanged.mockReset();
  vi.unstubAllGlobals();
});

const at = Date.UTC(2026, 10, 24, 9);
const bounced: DossierMessage = {
  id: 'm',
  kind: 'reminder',
  channel: 'email',
  plannedAt: at,
  sentTo: 'an@gmial.com',
  failure: { code: 'unknownAddress', nextAt: null },
  again: { notAgain: null },
  history: [{ at, what: 'failedForGood' }],
};

function show(message: Partial<DossierMessage> = {}, answer: unknown = {}, status = 200) {
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json(answer, { status });
  });
  const dossier = { messages: [{ ...bounced, ...message }], saidComingAt: null } as unknown as Dossier;
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatPlaceProvider place={{ formOfAddress: 'u' } as SeatPlace}>
        <Messages dossier={dossier} onChanged={onChanged} />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
}
const again = (name = /^Opnieuw versturen/) => screen.queryByRole('button', { name });

test('what came back says why, in the tone of it, and is sent again at a press', async () => {
  show();
  expect(screen.getByText('Dit e-mailadres bestaat niet.').className).toContain('text-danger');
  expect(screen.getByText(/niet aangekomen/).className).toContain('text-danger');
  fireEvent.click(again() as HTMLElement);
  await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
  expect(asked).toEqual(['/api/seat/messages/m/again']);
});

test('what is tried again says when, and can be tried now', () => {
  show({
    failure: { code: 'mailboxFull', nextAt: at + 3_600_000 },
    history: [{ at, what: 'failedTemporarily' }],
  });
  const words = screen.getByText(/De mailbox is vol\. Nieuwe poging op .*11.00/);
  expect(words.className).toContain('text-warn');
  expect(again(/^Nu proberen/)).not.toBeNull();
});

test('what makes no sense to send again says so, and has no button', () => {
  show({ again: { notAgain: 'noAddress' } });
  screen.getByText('Er is geen e-mailadres.');
  expect(again()).toBeNull();
});

test('a refusal is said', async () => {
  show({}, { code: 'notFailing' }, 409);
  fireEvent.click(again() as HTMLElement);
  await screen.findByText('Dit bericht is al opnieuw verstuurd of toch aangekomen.');
});
