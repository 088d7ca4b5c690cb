// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import type { CompanionLinkId } from '#journey/ids.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { CompanionLinkView, SendLinkProblem } from '../companion-link.ts';
import { SeatLinkRow } from './seat-link-row.tsx';

afterEach(cleanup);

const link: CompanionLinkView = {
  id: 'link' as CompanionLinkId,
  role: 'interpreter',
  madeBy: 'staff',
  openedBy: null,
  sent: null,
};

function show(shown: CompanionLinkView, refusal: SendLinkProblem | null = null) {
  const onSend = vi.fn(async () => refusal);
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatLinkRow link={shown} onAct={() => {}} onSend={onSend} />
    </NextIntlClientProvider>,
  );
  return onSend;
}

/** Opens the form of the link, and sends it to what is typed. */
function sendTo(to: string): HTMLInputElement {
  fireEvent.click(screen.getByRole('button', { name: 'Doorsturen: link van tolk' }));
  const field = screen.getByLabelText<HTMLInputElement>(/^Mailadres of gsm-nummer/);
  fireEvent.change(field, { target: { value: to } });
  fireEvent.change(screen.getByLabelText('In welke taal?'), { target: { value: 'fr' } });
  fireEvent.click(screen.getByRole('button', { name: 'Stuur deze link' }));
  return field;
}

test('a link is sent in the language of the choice, and its form closes', async () => {
  const onSend = show(link);
  sendTo('an@tolken.example');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stuur deze link' })).toBeNull());
  expect(onSend).toHaveBeenCalledWith({ to: 'an@tolken.example', language: 'fr' });
});

test('what is wrong is said in words, and what was typed stays', async () => {
  show(link, 'notMobile');
  const field = sendTo('09 323 45 67');
  await screen.findByText(/^Op dit nummer komt geen sms aan/);
  expect(field.value).toBe('09 323 45 67');
  expect(screen.getByLabelText<HTMLSelectElement>('In welke taal?').value).toBe('fr');
});

test('what could not be delivered says so where the link stands', () => {
  show({ ...link, sent: { channel: 'sms', state: 'failed' } });
  expect(screen.getByText(/^sms kon niet bezorgd worden\. Kijk het nummer na/)).toBeDefined();
});
