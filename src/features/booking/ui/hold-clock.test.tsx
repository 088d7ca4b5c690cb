// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { BookingState } from '../booking-state.ts';
import { HoldClock } from './hold-clock.tsx';

const minute = 60_000;
/** The server's clock; the browser's is a day ahead. */
const readAt = Date.UTC(2026, 10, 22, 9);

beforeEach(() => {
  vi.useFakeTimers({ now: readAt + 1440 * minute });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function show(hold: BookingState['hold']) {
  const place = document.body.appendChild(document.createElement('div'));
  await act(async () =>
    createRoot(place).render(
      <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')} timeZone="Europe/Brussels">
        <HoldClock hold={hold} />
      </NextIntlClientProvider>,
    ),
  );
  const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * minute));
  return {
    pass,
    words: () => place.querySelector('p')?.textContent ?? '',
    spoken: () => place.querySelector('[role=status]')?.textContent,
    button: () => place.querySelector('button')?.textContent,
  };
}

const held = (minutes: number, canProlong = true) => ({
  readAt,
  expiresAt: readAt + minutes * minute,
  until: '10.05 uur',
  canProlong,
});

describe('the clock of a time that is kept', () => {
  test('counts whole minutes by the server’s clock, and speaks only at the end', async () => {
    const clock = await show(held(5));
    expect(clock.words()).toBe('Wij houden deze tijd voor u vrij tot 10.05 uur. Nog 5 minuten.');
    await clock.pass(3.5);
    expect(clock.words()).toContain('Nog 2 minuten.');
    expect(clock.spoken()).toBe('');
    await clock.pass(0.6);
    expect(clock.spoken()).toBe('Nog 1 minuut.');
    await clock.pass(1);
    expect(clock.spoken()).toContain('niet meer voor u vrij');
    expect(clock.words()).not.toContain('10.05');
    expect(clock.button()).toBe('Opnieuw vrijhouden');
  });

  test('wakes up with the page, whatever time went by meanwhile', async () => {
    const clock = await show(held(5));
    vi.setSystemTime(Date.now() + 60 * minute);
    await act(async () => document.dispatchEvent(new Event('visibilitychange')));
    expect(clock.words()).toContain('niet meer voor u vrij');
  });

  test('offers no more time when there is none to offer, until it is over', async () => {
    const clock = await show(held(2, false));
    expect(clock.button()).toBeUndefined();
    await clock.pass(2.1);
    expect(clock.button()).toBe('Opnieuw vrijhouden');
  });

  test('says that it was over before, or that it was never kept, and offers to keep it', async () => {
    const [over, never] = [await show('over'), await show(null)];
    expect(over.words()).toContain('niet meer voor u vrij');
    expect(over.button()).toBe('Opnieuw vrijhouden');
    expect(never.words()).toContain('nog niet voor u vrij');
    expect(never.button()).toBe('Nu vrijhouden');
  });
});
