// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { Dossier } from '../dossier.ts';
import { ContactDialog } from './contact-dialog.tsx';

const sent: { readonly path: string; readonly method: string | undefined; readonly body: unknown }[] = [];
const onClose = vi.fn();
const onChanged = vi.fn();

afterEach(() => {
  cleanup();
  sent.splice(0);
  onClose.mockReset();
  onChanged.mockReset();
  vi.unstubAllGlobals();
});

function show(answer: unknown, status = 200) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/contact') && path.includes('bookings')) return Response.json({}, { status: 404 });
    sent.push({ path, method: init.method, body: JSON.parse(String(init.body)) });
    return Response.json(answer, { status });
  });
  const dossier = {
    appointmentId: 'a',
    citizenName: 'An Peeters',
    channel: 'video',
    email: 'an@gmial.com',
    phone: null,
  } as unknown as Dossier;
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <ContactDialog dossier={dossier} onClose={onClose} onChanged={onChanged} />
    </NextIntlClientProvider>,
  );
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('keeps what was typed and closes', async () => {
  show({ isToBeCalled: false });
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('an@gmial.com');
  type('E-mail', 'an@gmail.com');
  press('Bewaren');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onChanged).toHaveBeenCalledOnce();
  expect(sent).toEqual([
    {
      path: '/api/seat/appointments/a/contact',
      method: 'PUT',
      body: { email: 'an@gmail.com', phone: '' },
    },
  ]);
});

test('offers to take who is reached now off the list of calls', async () => {
  show({ isToBeCalled: true });
  press('Bewaren');
  await screen.findByText('An Peeters staat nog op de bellijst. Is bellen nog nodig?');
  expect(onClose).not.toHaveBeenCalled();
  press('Van de bellijst halen');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent.at(-1)).toEqual({ path: '/api/seat/appointments/a/call', method: 'DELETE', body: {} });
});

test('says at the field what is wrong with it, and keeps what was typed', async () => {
  show({ code: 'wrongFields', problems: { email: 'emailWrong' } }, 409);
  type('E-mail', 'an@');
  press('Bewaren');
  await screen.findByText('Schrijf een e-mailadres zoals naam@voorbeeld.be.');
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('an@');
  expect(onClose).not.toHaveBeenCalled();
});
