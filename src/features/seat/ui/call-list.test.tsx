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
        <CallList calls={[call]} onClose={() => {}} />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
  expect(screen.getByText('an@example.org').closest('a')?.getAttribute('href')).toBe(
    'mailto:an%40example.org',
  );
  expect(screen.queryByRole('button', { name: 'Geen antwoord' })).toBeNull();
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
        <CallList calls={[{ ...asked, ...over }]} onClose={() => {}} />
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
