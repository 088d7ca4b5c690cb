// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import type { SeatCall } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { CallList } from './call-list.tsx';
import { type SeatPlace, SeatPlaceProvider } from './seat-place.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const call = {
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
