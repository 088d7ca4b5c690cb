// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import type { SeatCall, SeatCallback } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { CallList } from './call-list.tsx';
import { type SeatPlace, SeatPlaceProvider } from './seat-place.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const call = {
  kind: 'unreached',
  id: 'call' as SeatCall['id'],
  appointmentId: 'appointment' as SeatCall['appointmentId'],
  citizenName: 'An Peeters',
  startAt: Date.UTC(2026, 10, 24, 9),
  services: [],
  language: 'nl',
  phone: null,
  isWrongNumber: false,
  reference: 'ABCD-EFGH' as SeatCall['reference'],
  email: 'an@example.org',
  phraseWords: ['klaver', 'brug'],
  reason: 'unread',
  tries: 0,
  triedAt: null,
} as const satisfies SeatCall;

test('offers to mail who left no number, and says so of what was done', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(JSON.parse(String(init.body)));
    return Response.json({});
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatPlaceProvider place={{ formOfAddress: 'u' } as SeatPlace}>
        <CallList calls={[call]} onClose={() => {}} onOpenDossier={async () => true} />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
  expect(screen.getByText('an@example.org').closest('a')?.getAttribute('href')).toBe(
    'mailto:an%40example.org',
  );
  for (const name of ['Gesproken', 'Ingesproken', 'Geen antwoord', 'Fout nummer'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Gemaild' }));
  await screen.findByText('An Peeters: Gemaild.');
  await waitFor(() => expect(asked).toEqual([{ result: 'messageLeft' }]));
});

const asked = {
  kind: 'callback',
  id: 'callback' as SeatCallback['id'],
  name: null,
  phone: { text: '0470 12 34 56', number: '+32470123456' },
  service: { nl: 'Reispas', fr: 'Passeport', en: 'Passport', de: 'Reisepass' },
  question: 'Mag ik al reizen?',
  language: 'nl',
  phrases: ['klaver brug', 'appel boom'],
  fromAt: Date.UTC(2026, 10, 24, 9),
  untilAt: Date.UTC(2026, 10, 24, 11),
  isDue: true,
  claimedBy: null,
  tries: 0,
  triedAt: null,
} as const satisfies SeatCallback;

function showAsked(over: Partial<SeatCallback>) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return Response.json({ code: 'claimed', clerkName: 'Jonas' }, { status: 409 });
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatPlaceProvider place={{ formOfAddress: 'u', clerkId: 'mieke' } as SeatPlace}>
        <CallList calls={[{ ...asked, ...over }]} onClose={() => {}} onOpenDossier={async () => true} />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
  return sent;
}

test('somebody who asked is taken in hand before anything is said of the call, and a colleague who was first is named', async () => {
  const sent = showAsked({});
  screen.getByText('klaver brug');
  screen.getByText('appel boom');
  screen.getByText('Mag ik al reizen?');
  expect(screen.queryByRole('button', { name: 'Gesproken' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Ik bel' }));
  await screen.findByText('Jonas heeft dit in handen.');
  expect(sent).toEqual([{ act: 'claim', takeOver: false }]);
});

test('whom a colleague has in hand can be taken over, and nothing else', async () => {
  const sent = showAsked({ claimedBy: { id: 'jonas' as never, name: 'Jonas' } });
  expect(screen.queryByRole('button', { name: 'Ander moment' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Neem over' }));
  await waitFor(() => expect(sent).toEqual([{ act: 'claim', takeOver: true }]));
});

test('whose time has not come stands below', () => {
  showAsked({ isDue: false });
  screen.getByRole('heading', { name: 'Later te bellen' });
});

function showUnreached(over: Partial<SeatCall>, opens = true) {
  const sent: string[] = [];
  const opened: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    sent.push(`${method} ${path}`);
    return Response.json({});
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatPlaceProvider place={{ formOfAddress: 'u' } as SeatPlace}>
        <CallList
          calls={[{ ...call, ...over }]}
          onClose={() => {}}
          onOpenDossier={async (id) => {
            opened.push(id);
            return opens;
          }}
        />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
  return { sent, opened };
}

test('whose number is wrong has ways on: the dossier, paper, and cancelling', async () => {
  const { sent, opened } = showUnreached({
    phone: { text: '09 323 45 67', number: '+3293234567' },
    isWrongNumber: true,
    tries: 1,
    triedAt: call.startAt,
  });
  screen.getByText('09 323 45 67: Fout nummer');
  expect(screen.queryByRole('button', { name: 'Gesproken' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Contact verbeteren' }));
  await waitFor(() => expect(opened).toEqual(['appointment']));
  const assign = vi.fn();
  vi.stubGlobal('open', () => ({ location: { assign } }));
  fireEvent.click(screen.getByRole('button', { name: 'Blad afdrukken' }));
  await waitFor(() => expect(assign).toHaveBeenCalledWith('/seat/sheet/ABCD-EFGH'));
  expect(sent).toEqual(['POST /api/seat/appointments/appointment/sheet']);
  fireEvent.click(screen.getByRole('button', { name: 'Afspraak annuleren' }));
  await screen.findByRole('alertdialog', { name: 'De afspraak van An Peeters annuleren?' });
});

test('who has neither number nor address is taken off the list by hand; a dossier that does not open is said', async () => {
  const { sent } = showUnreached({ email: null }, false);
  expect(screen.queryByRole('button', { name: 'Gemaild' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Van de lijst halen' }));
  await waitFor(() => expect(sent).toEqual(['DELETE /api/seat/appointments/appointment/call']));
  fireEvent.click(screen.getByRole('button', { name: 'Contact verbeteren' }));
  await screen.findByText(/Dat is niet gelukt/);
});
