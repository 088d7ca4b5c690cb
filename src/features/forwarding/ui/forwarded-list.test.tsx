// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import type { SeatForward } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { ForwardedList } from './forwarded-list.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const forward = {
  id: 'forward' as SeatForward['id'],
  kind: 'handOver',
  from: 'Mieke Verstraete',
  note: 'Wil jij dit afmaken?',
  services: [{ nl: 'Rijbewijs', fr: 'Permis', en: 'Licence', de: 'Führerschein' }],
  language: 'nl',
  askedAt: 0,
  isPersonal: true,
} as const satisfies SeatForward;

function show(...forwarded: readonly SeatForward[]): void {
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <ForwardedList forwarded={forwarded} say={({ nl }) => nl} />
    </NextIntlClientProvider>,
  );
}

test('the note stands before the question to take over', () => {
  show(forward);
  const text = document.body.textContent ?? '';
  expect(text.indexOf('Wil jij dit afmaken?')).toBeLessThan(text.indexOf('Overnemen'));
  expect(screen.getByText('Over Rijbewijs')).toBeDefined();
});

test('what was asked of the whole team cannot be declined for it', () => {
  show({ ...forward, isPersonal: false });
  expect(screen.queryByRole('button', { name: 'Nu niet' })).toBeNull();
  expect(screen.getByText(/Aan het hele team gevraagd/)).toBeDefined();
});

test('says so when a colleague was first', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, JSON.parse(String(init.body))]);
    return Response.json({ code: 'gone' }, { status: 409 });
  });
  show(forward);
  fireEvent.click(screen.getByRole('button', { name: 'Overnemen' }));
  await screen.findByText('Een collega was u voor, of de vraag is teruggenomen.');
  await waitFor(() => expect(asked).toEqual([['/api/seat/forwards/forward', { act: 'accept' }]]));
});
