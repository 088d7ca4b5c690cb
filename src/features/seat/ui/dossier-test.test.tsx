// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test } from 'vitest';
import type { ConnectionResult } from '#journey/device-test-results.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { DeviceTestFacts } from './dossier-test.tsx';
import { type SeatPlace, SeatPlaceProvider } from './seat-place.tsx';

afterEach(cleanup);

const connection: ConnectionResult = {
  signalling: true,
  media: true,
  transport: 'tcp',
  roundTripMilliseconds: 30,
  lossPercent: 0,
  uploadKilobits: 2_000,
};

function show(routes: ConnectionResult['routes']) {
  const devices = { browser: 'fit', camera: 'works', microphone: 'works', speaker: 'heard' } as const;
  const results = { ...devices, connection: { ...connection, routes } };
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatPlaceProvider place={{ formOfAddress: 'u', seatId: 'seat' } as unknown as SeatPlace}>
        <DeviceTestFacts test={{ verdict: 'limited', testedAt: Date.UTC(2026, 10, 24, 9), results }} />
      </SeatPlaceProvider>
    </NextIntlClientProvider>,
  );
}

const answerTo = (route: string) => screen.getByText(route).nextElementSibling?.textContent;

test('the seat reads of each route whether it works, does not, or is not offered', () => {
  show({ udp: 'no', tcp: 'yes', turn: 'notOffered' });
  expect(answerTo('Videoserver')).toBe('werkt');
  expect(answerTo('Weg over UDP')).toBe('werkt niet');
  expect(answerTo('Weg over TCP')).toBe('werkt');
  expect(answerTo('Weg over een tussenstation (TURN)')).toBe('niet aangeboden');
  expect(answerTo('Verbinding')).toContain('misschien minder goed');
});

test('a test of before the routes were tried says nothing of them', () => {
  show(undefined);
  expect(screen.queryByText('Weg over UDP')).toBeNull();
  expect(answerTo('Verbinding')).toBe('beeld en geluid komen door');
});
