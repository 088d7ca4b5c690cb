// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { IdentityTold } from './identity-told.tsx';
import { KnownProviderWays } from './known-provider-ways.tsx';
import { ProviderChoice } from './provider-ways.tsx';

afterEach(cleanup);

const named = (text: string) => ({ nl: text, fr: text, en: text, de: text });
const card = {
  id: 'web-eid',
  name: named('eID met kaartlezer'),
  needs: named('Met uw kaart.'),
  highestLevel: 'high',
  gives: ['name', 'nationalNumber'],
} as const;
const settings = { level: 'high', attributes: ['name', 'birthDate', 'nationalNumber', 'mandate'] };
const told = {
  settings,
  provider: 'web-eid',
  level: 'high',
  name: 'Sofie Van Daele',
  birthDate: null,
  numberMasked: '•••14',
  mandate: null,
  principal: null,
  identifiedAt: Date.UTC(2026, 10, 23, 13, 3),
} as const;

function show(changes: object = {}) {
  render(
    <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')} timeZone="Europe/Brussels">
      <KnownProviderWays value={[card]}>
        <IdentityTold
          identity={{ ...told, ...changes }}
          say={({ nl }) => nl}
          style={{ language: 'nl', timeZone: 'Europe/Brussels' }}
        />
      </KnownProviderWays>
    </NextIntlClientProvider>,
  );
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
}

describe('at the seat', () => {
  it('the provider is named, and what it was asked and did not give', () => {
    expect(show()).toEqual([
      'via eID met kaartlezer, hoog, 14.03 uur',
      'Geboortedatum: niet gegeven door eID met kaartlezer',
      'Handelen voor een ander: niet bevestigd door eID met kaartlezer.',
    ]);
  });

  it('the mandate that the citizen claims is said not to be confirmed', () => {
    const principal = { name: 'Bakkerij Goossens bv', registrationNumber: '0999999922' };
    expect(show({ principal })).toContain(
      'Handelen voor Bakkerij Goossens bv: niet bevestigd door eID met kaartlezer. Vraag om een bewijs.',
    );
  });

  it('a mandate that the provider gives is said with its word, and is enough where it is for the same', () => {
    const mandate = { kind: 'person', name: 'Gustaaf Lambrecht' };
    const principal = { name: 'Gustaaf Lambrecht', registrationNumber: null };
    const lines = show({ birthDate: '1964-08-27', mandate, principal });
    expect(lines.slice(1)).toEqual([
      'Geboren op 27 augustus 1964',
      'Mag handelen voor Gustaaf Lambrecht. Dat bevestigt eID met kaartlezer.',
    ]);
  });

  it('nothing is added to a clerk’s look', () => {
    expect(show({ level: 'shown', provider: 'clerk' })).toEqual([]);
  });
});

describe('before anybody chooses', () => {
  it('a way says what it does not show of what is asked', () => {
    render(
      <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')}>
        <ProviderChoice
          action="/"
          settings={settings}
          problem={null}
          providers={[card]}
          say={({ nl }) => nl}
        />
      </NextIntlClientProvider>,
    );
    const button = screen.getByRole('button');
    expect(button.textContent).toContain('Laat niet zien: uw geboortedatum.');
    expect(button.textContent).toContain('Laat niet zien voor wie u handelt.');
    expect(button.textContent).not.toContain('uw naam');
  });
});
