// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Availability } from '#journey/availability.ts';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { AvailabilityControl } from './availability-control.tsx';
import { AvailabilityDialogs } from './availability-dialogs.tsx';
import { PauseReminder } from './pause-reminder.tsx';
import { type SeatPlace, SeatPlaceProvider } from './seat-place.tsx';
import { useAvailability } from './use-availability.ts';

const now = Date.UTC(2026, 10, 24, 9);
const minute = 60_000;
const asked = vi.fn<(body: unknown) => void>();
const messages = loadMessages('nl', 'u');

beforeEach(() => {
  asked.mockClear();
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    asked(JSON.parse(String(init.body)));
    return Response.json({});
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const seatOf = (availability: Availability, entries: readonly Partial<SeatEntry>[] = []) =>
  ({
    serverNow: now,
    day: { startAt: now - 9 * 60 * minute, endAt: now + 15 * 60 * minute },
    availability,
    colleagues: [],
    entries,
    current: null,
  }) as unknown as SeatView;

function Bar({ view }: { view: SeatView }) {
  const choice = useAvailability(view);
  return (
    <>
      <AvailabilityControl view={view} now={now} choice={choice} />
      <PauseReminder view={view} now={now} choice={choice} />
      <AvailabilityDialogs choice={choice} isSpeaking={false} />
    </>
  );
}

function show(view: SeatView) {
  const place = { seatId: 'seat', formOfAddress: 'u' } as SeatPlace;
  render(
    <NextIntlClientProvider locale="nl" messages={messages} timeZone="Europe/Brussels">
      <SeatPlaceProvider place={place}>
        <Bar view={view} />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const choose = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name: 'Open, pauze of gesloten' }));
  await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name })));
};

test('one press pauses, and one opens again', async () => {
  show(seatOf({ state: 'open' }));
  await press('Pauze');
  expect(asked).toHaveBeenLastCalledWith({ state: 'paused', reason: 'break' });
  cleanup();
  show(seatOf({ state: 'paused', reason: 'technical', since: now - 5 * minute }));
  expect(screen.getByText(/^Technisch probleem sinds/)).toBeDefined();
  await press('Weer open');
  expect(asked).toHaveBeenLastCalledWith({ state: 'open' });
});

test('a reason of one’s own needs words', async () => {
  show(seatOf({ state: 'open' }));
  await choose(/^Andere reden/);
  await press('Pauzeren');
  expect(screen.getByText('Schrijf een paar woorden.')).toBeDefined();
  expect(asked).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('In een paar woorden'), { target: { value: ' Overleg ' } });
  await press('Pauzeren');
  expect(asked).toHaveBeenLastCalledWith({ state: 'paused', reason: 'other', words: 'Overleg' });
});

test('closing asks what becomes of who is left, and closes at once when nobody is', async () => {
  show(seatOf({ state: 'open' }, [{ state: 'waiting' }, { state: 'waiting' }]));
  await choose(/^Sluiten voor vandaag/);
  expect(screen.getByText('Er wachten nog 2 mensen.')).toBeDefined();
  expect(screen.getByText(/^Er is nu geen collega open/)).toBeDefined();
  expect(asked).not.toHaveBeenCalled();
  await press('Toch sluiten');
  expect(asked).toHaveBeenLastCalledWith({ state: 'closed' });
  cleanup();
  asked.mockClear();
  show(seatOf({ state: 'open' }));
  await choose(/^Sluiten voor vandaag/);
  expect(asked).toHaveBeenLastCalledWith({ state: 'closed' });
});

test('a long pause while people wait is reminded of, with the way to end it', async () => {
  const pause = { state: 'paused', reason: 'break', since: now - 12 * minute } as const;
  show(seatOf(pause, [{ state: 'away' }]));
  expect(screen.queryByText(/^U pauzeert al/)).toBeNull();
  cleanup();
  show(seatOf(pause, [{ state: 'waiting' }]));
  expect(screen.getByText('U pauzeert al 12 minuten.')).toBeDefined();
});
