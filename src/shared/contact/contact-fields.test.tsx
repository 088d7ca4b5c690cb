// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl';
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMessages } from '../i18n/load-messages.ts';
import type { ContactCheck } from './check-contact.ts';
import { ContactFields } from './contact-fields.tsx';

const answer = vi.hoisted(() => vi.fn<(typed: { email: string; phone: string }) => Promise<unknown>>());
vi.mock('./ask-contact-check.ts', () => ({ askContactCheck: answer }));

const nothing: ContactCheck = { email: { kind: 'empty' }, phone: { kind: 'empty' } };
const says = (check: Partial<ContactCheck>) => answer.mockResolvedValue({ ...nothing, ...check });

beforeEach(() => {
  vi.useFakeTimers();
  answer.mockReset();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function Screen() {
  const [filled, setFilled] = useState({ email: '', phone: '', channel: 'video' });
  return (
    <ContactFields
      filled={filled}
      set={(change) => setFilled((before) => ({ ...before, ...change }))}
      isSheetNeeded={false}
      errorOf={() => undefined}
    />
  );
}

async function show(name: 'email' | 'phone') {
  const place = document.body.appendChild(document.createElement('div'));
  await act(async () =>
    createRoot(place).render(
      <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')} timeZone="Europe/Brussels">
        <Screen />
      </NextIntlClientProvider>,
    ),
  );
  const field = place.querySelector(`input[name=${name}]`) as HTMLInputElement;
  return {
    field,
    words: () => field.closest('div:has(> [role=status])')?.querySelector('[role=status]')?.textContent,
    button: () => place.querySelector('button'),
    pass: (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds)),
    leave: () => act(async () => field.blur()),
    type: (text: string) =>
      act(async () => {
        field.focus();
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

describe('an address that a clerk types', () => {
  test.each(['rita@', 'rita..x@foo', 'rita foo.be'])(
    '%j is called unfinished once the field is left, not at the letters',
    async (typed) => {
      says({ email: { kind: 'wrong' } });
      const screen = await show('email');
      await screen.type(typed);
      await screen.pass(600);
      expect(screen.words()).toBe('');
      await screen.leave();
      expect(screen.words()).toContain('nog geen volledig e-mailadres');
    },
  );

  test('is called unfinished when typing pauses, and no more when it goes on', async () => {
    says({ email: { kind: 'wrong' } });
    const screen = await show('email');
    await screen.type('rita@');
    await screen.pass(2_000);
    expect(screen.words()).toContain('nog geen volledig e-mailadres');
    await screen.type('rita@f');
    expect(screen.words()).toBe('');
  });

  test('is read back also when its domain is not known, or not yet', async () => {
    answer.mockReturnValue(new Promise(() => {}));
    const slow = await show('email');
    await slow.type('rita@foo.be ');
    await slow.pass(2_000);
    expect(slow.words()).toBe('Lees voor: rita@foo.be');

    says({ email: { kind: 'read', suggestion: null, domain: 'unknown' } });
    await slow.type('rita@food.be');
    await slow.pass(400);
    expect(slow.words()).toBe('Lees voor: rita@food.be');
  });

  test('gets the focus back when the one that was meant is taken', async () => {
    says({ email: { kind: 'read', suggestion: 'rita@gmail.com', domain: 'missing' } });
    const screen = await show('email');
    await screen.type('rita@gmial.com');
    await screen.pass(400);
    expect(screen.words()).toContain('Wij vinden gmial.com niet.');
    await act(async () => screen.button()?.focus());
    await act(async () => screen.button()?.click());
    expect(screen.field.value).toBe('rita@gmail.com');
    expect(document.activeElement).toBe(screen.field);
  });
});

test('a number that a clerk types is called incomplete once the field is left', async () => {
  says({ phone: { kind: 'wrong' } });
  const screen = await show('phone');
  await screen.type('047012');
  await screen.pass(600);
  expect(screen.words()).toBe('');
  await screen.leave();
  expect(screen.words()).toBe('Dit nummer is niet volledig of niet juist. Vraag het opnieuw.');
});
