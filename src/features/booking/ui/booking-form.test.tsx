// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { readAnswers, readBookingForm } from '../booking-form.ts';
import { type BookedThing, type BookingState, nothingTyped } from '../booking-state.ts';
import { nothingSeen, nothingToLookAt } from '../second-look.ts';
import { BookingForm } from './booking-form.tsx';

afterEach(cleanup);

const start: BookingState = {
  step: 'details',
  submissionKey: '0d9e7a52-6b54-4a6e-9d0c-3a8a3f6f2f10',
  wish: { services: ['paspoort'], channel: 'video', locationId: null },
  wanted: '2026-11-24T10:40',
  moment: '2026-11-24T10:40',
  momentWords: 'Dinsdag 24 november 2026, 10.40 uur',
  slots: [],
  hold: { expiresAt: 300_000, readAt: 0, until: '10.05 uur', canProlong: true },
  typed: nothingTyped,
  problems: {},
  problem: null,
  look: nothingToLookAt,
  seen: nothingSeen,
};
const booked: BookedThing = {
  services: [{ slug: 'paspoort', name: 'Paspoort' }],
  durationMinutes: 15,
  interpreterMinutes: 10,
  place: null,
  offersPhone: true,
  asksQuestion: false,
  momentsHref: '/services/paspoort#moments',
};

/** Answers as the server does, as far as a browser sees it: what was typed comes back. */
async function answer(_previous: BookingState, form: FormData): Promise<BookingState> {
  const sent = readBookingForm(form);
  if (sent === null) throw new Error('The form was not made by our page.');
  const read = readAnswers(sent.typed, { channel: sent.channel, asksQuestion: false });
  const step = read.ok && sent.intent === 'check' ? 'check' : 'details';
  const problems = read.ok || sent.intent === 'prolong' ? {} : read.problems;
  return { ...start, step, typed: sent.typed, problems };
}

function show(changes: { state?: Partial<BookingState>; booked?: Partial<BookedThing> } = {}) {
  const action = vi.fn(answer);
  render(
    <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')} timeZone="Europe/Brussels">
      <BookingForm
        action={action}
        start={{ ...start, ...changes.state }}
        booked={{ ...booked, ...changes.booked }}
        spoken={[{ code: 'ti', name: 'Tigrinya' }]}
        organisation={{ name: 'Leiebeke', phone: '09 555 01 20' }}
        aside={null}
      />
    </NextIntlClientProvider>,
  );
  return action;
}

const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });

describe('a form that was answered', () => {
  test('shows everything as it was typed and ticked', async () => {
    const action = show();
    type('Naam', 'Sofie');
    type('E-mailadres', 'sofie@');
    fireEvent.click(field('Voor een bedrijf'));
    fireEvent.click(field('Een tolk'));
    fireEvent.click(field('Telefonisch'));
    press('Langer vrijhouden');
    await waitFor(() => expect(action).toHaveBeenCalledTimes(1));
    await waitFor(() => screen.getByRole('button', { name: 'Langer vrijhouden' }));
    expect(field('Naam').value).toBe('Sofie');
    expect(field('E-mailadres').value).toBe('sofie@');
    expect(field('Voor een bedrijf').checked).toBe(true);
    expect(field('Een tolk').checked).toBe(true);
    expect(field('Telefonisch').checked).toBe(true);
  });

  test('names all that is wrong, each with the way to its field', async () => {
    show();
    fireEvent.click(field('Voor een bedrijf'));
    fireEvent.click(field('Een tolk'));
    press('Verder');
    const links = await screen.findAllByRole('link', { name: /^(Vul|Kies de taal)/ });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#principalName',
      '#registrationNumber',
      '#name',
      '#email',
      '#interpreterLanguage',
    ]);
    for (const link of links)
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull();
  });

  test('says everything once more before it is booked, and proposes the phone to who has slow internet', async () => {
    show();
    type('Naam', 'Sofie');
    type('E-mailadres', 'sofie@example.org');
    fireEvent.click(field('Een tolk'));
    type(/Welke taal/, 'ti');
    fireEvent.click(field('Traag internet'));
    press('Verder');
    await screen.findByText('Sofie');
    expect(screen.getByText('een tolk: Tigrinya')).toBeDefined();
    expect(screen.getByText('ongeveer 25 minuten')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Liever via de telefoon' })).toBeDefined();
  });
});

describe('what is asked', () => {
  test('of a question is the question first; by phone no slow internet', () => {
    show({
      state: { wish: { services: ['vraag'], channel: 'phone', locationId: null } },
      booked: { asksQuestion: true },
    });
    const fields = [...document.querySelectorAll('textarea, input[name=name]')].map((one) =>
      one.getAttribute('name'),
    );
    expect(fields).toEqual(['remark', 'name']);
    expect(field('Wat is uw vraag?')).toBeDefined();
    expect(screen.queryByLabelText('Traag internet')).toBeNull();
  });
});

describe('what is to be looked at once more', () => {
  const look = { meantEmail: 'sofie@gmail.com', sensitive: ['nationalRegister'] } as const;
  const typed = { ...nothingTyped, name: 'Sofie', email: 'sofie@gmial.com', remark: '85.07.30-033.28' };
  const seen = { email: 'sofie@gmial.com', remark: true };

  test('is said above the form and at its field, with what was typed', () => {
    show({ state: { typed, look, seen } });
    screen.getByText('Kijk dit nog even na');
    screen.getByRole('link', { name: 'Bedoelde u sofie@gmail.com?' });
    screen.getByText(/^Hier staat een rijksregisternummer\./);
    expect(field('E-mailadres').value).toBe('sofie@gmial.com');
  });

  test('goes on with the address that was meant, or with the one that was typed, and is not asked again', async () => {
    const action = show({ state: { typed, look, seen } });
    press('Ja, sofie@gmail.com');
    await waitFor(() => expect(action).toHaveBeenCalledOnce());
    const form = action.mock.calls[0]?.[1] as FormData;
    expect(readBookingForm(form)).toMatchObject({
      intent: 'check',
      typed: { email: 'sofie@gmail.com' },
      seenEmail: 'sofie@gmial.com',
      seenRemark: '1',
    });
    cleanup();
    const again = show({ state: { typed, look, seen } });
    press('Nee, sofie@gmial.com zo laten');
    await waitFor(() => expect(again).toHaveBeenCalledOnce());
    expect(readBookingForm(again.mock.calls[0]?.[1] as FormData)).toMatchObject({
      intent: 'check',
      typed: { email: 'sofie@gmial.com' },
    });
  });
});
