// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { CallerSearch } from './caller-search.tsx';
import { DayColumn } from './day-column.tsx';
import { DossierHead } from './dossier-head.tsx';
import { UnclosedLine } from './queue-rows.tsx';
import { type SeatPlace, SeatPlaceProvider } from './seat-place.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const now = Date.UTC(2026, 10, 24, 9);
const entry = {
  appointmentId: 'a',
  reference: 'ABCD-EFGH',
  seatId: 'seat',
  startAt: now + 3_600_000,
  endAt: now + 4_500_000,
  channel: 'video',
  citizenName: 'An Peeters',
  language: 'nl',
  services: [],
  state: 'expected',
  deviceTest: null,
  preparation: null,
  messages: { kind: 'reminder', state: 'delivered', channel: 'sms', failed: 'email', revision: 1 },
  saidComing: false,
} as unknown as SeatEntry;
const words = 'Herinnering: sms aangekomen, mail niet';

function show(children: ReactNode) {
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatPlaceProvider place={{ formOfAddress: 'u', seatId: 'seat' } as unknown as SeatPlace}>
        {children}
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
}

test('the head of a dossier says whether the citizen knows, in words', () => {
  show(<DossierHead entry={entry} now={now} isNext={false} />);
  expect(screen.getByText(words).className).toContain('text-warn');
});

test('the day has the sign of each appointment', () => {
  const view = {
    entries: [entry],
    colleagues: [],
    current: null,
    day: { startAt: now - 9 * 3_600_000, endAt: now + 14 * 3_600_000 },
  } as unknown as SeatView;
  show(<DayColumn view={view} now={now} />);
  screen.getByTitle(words);
});

test('whoever phones is found with the sign, of whatever day', async () => {
  vi.stubGlobal('fetch', async () => Response.json([{ entry, phraseWords: ['klaver', 'brug'] }]));
  show(<CallerSearch onChoose={() => {}} onClose={() => {}} />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'peeters' } });
  expect((await screen.findByRole('button', { name: /An Peeters/ })).textContent).toContain(words);
});

test('a line of an earlier day has the sign', () => {
  show(<UnclosedLine entry={entry} now={now} selected={false} narrow={false} onOpen={() => {}} />);
  expect(screen.getByRole('button').textContent).toContain(words);
});
