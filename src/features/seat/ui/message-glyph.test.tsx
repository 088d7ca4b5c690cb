// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import type { SeatEntry } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { MessageGlyph } from './message-glyph.tsx';

afterEach(cleanup);

type Marked = Pick<SeatEntry, 'messages' | 'saidComing'>;

function show(entry: Marked, language: (typeof languages)[number] = 'nl') {
  return render(
    <NextIntlClientProvider locale={language} messages={loadMessages(language, 'u')} timeZone="UTC">
      <button type="button">
        <MessageGlyph entry={entry} />
      </button>
    </NextIntlClientProvider>,
  );
}
const mark = (state: NonNullable<SeatEntry['messages']>['state']) =>
  ({ kind: 'reminder', state, channel: 'sms', failed: null, revision: 1 }) as const;
const name = () => screen.getByRole('button').querySelector('.sr-only')?.textContent ?? null;

describe('the mark of an appointment', () => {
  test.each([
    ['underway', 'Herinnering: onderweg'],
    ['failing', 'Herinnering: lukt nog niet'],
    ['failed', 'Herinnering: niet aangekomen'],
    ['accepted', 'Herinnering: verstuurd, aankomst niet zeker'],
    ['delivered', 'Herinnering: aangekomen'],
    ['read', 'Herinnering: gelezen'],
  ] as const)('says "%s" in words', (state, words) => {
    show({ messages: mark(state), saidComing: false });
    expect(name()).toBe(words);
  });

  test('tells each way where one failed for good, also of who let know to be coming', () => {
    show({ messages: { ...mark('delivered'), failed: 'email' }, saidComing: false });
    expect(name()).toBe('Herinnering: sms aangekomen, mail niet');
    expect(screen.getByRole('button').querySelectorAll('svg')).toHaveLength(2);
    cleanup();
    show({ messages: { ...mark('read'), failed: 'email' }, saidComing: true });
    expect(name()).toBe('Herinnering: sms gelezen, mail niet');
  });

  test('says of who let know to be coming just that, until there is newer news', () => {
    show({ messages: mark('read'), saidComing: true });
    expect(name()).toBe('laat weten te komen');
    cleanup();
    show({ messages: mark('failed'), saidComing: true });
    expect(name()).toBe('Herinnering: niet aangekomen');
  });

  test('is not there when nothing was sent', () => {
    show({ messages: null, saidComing: false });
    expect(screen.getByRole('button').innerHTML).toBe('');
  });

  test('takes its words away at Esc, and has them again', () => {
    show({ messages: mark('read'), saidComing: false });
    const words = () => screen.getByRole('button').querySelector('span > [aria-hidden="true"]:last-child');
    const isShownOnHover = () => words()?.className.includes('group-hover/hint:block');
    expect(isShownOnHover()).toBe(true);
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(isShownOnHover()).toBe(false);
    fireEvent.keyDown(window, { key: 'Tab' });
    expect(isShownOnHover()).toBe(true);
  });

  test.each(languages)('speaks %s', (language) => {
    show({ messages: mark('accepted'), saidComing: false }, language);
    expect(name()).not.toMatch(/seat|messages|[{}]/);
  });
});
