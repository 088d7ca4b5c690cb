// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test } from 'vitest';
import type { VisitView } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { TurnText, type TurnTextAction } from './turn-text.tsx';
import { type LiveVisit, VisitContext } from './visit-context.ts';

afterEach(cleanup);

const nothing: TurnTextAction = async (before) => before;

function page(turnText: VisitView['turnText'], action = nothing) {
  return (
    <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')} timeZone="Europe/Brussels">
      <VisitContext value={{ view: { turnText } as VisitView } as LiveVisit}>
        <TurnText action={action} />
      </VisitContext>
    </NextIntlClientProvider>
  );
}

test('asks for a number where none is known, says what is wrong with it, and keeps it', async () => {
  render(
    page({ state: 'offered', phoneEnding: null }, async (_, form) => ({
      typed: String(form.get('phone')),
      problem: 'notMobile',
    })),
  );
  screen.getByRole('heading', { name: 'Mogen wij u een sms sturen als u bijna aan de beurt bent?' });
  fireEvent.change(screen.getByLabelText('Uw mobiel nummer'), { target: { value: '09 323 45 67' } });
  fireEvent.click(screen.getByRole('button', { name: 'Ja, stuur mij een sms' }));
  await screen.findByText('Op dit nummer komt geen sms aan. Vul een mobiel nummer in.');
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveProperty('value', '09 323 45 67'));
});

test('says to which known number it goes, and takes the focus to the answer, and back', () => {
  const { rerender } = render(page({ state: 'offered', phoneEnding: '56' }));
  screen.getByText(/het nummer dat eindigt op 56/);
  screen.getByLabelText('Liever een ander nummer? (optioneel)');
  rerender(page({ state: 'asked', phoneEnding: '56' }));
  screen.getByRole('heading', { name: 'U krijgt een sms op het nummer dat eindigt op 56' });
  expect(document.activeElement).toBe(screen.getByRole('status'));
  screen.getByRole('button', { name: 'Toch geen sms' });
  rerender(page({ state: 'told', phoneEnding: '56' }));
  screen.getByRole('heading', { name: 'U bent bijna aan de beurt' });
});

test.each([null, { state: 'near', phoneEnding: '56' } as const])(
  'is not offered where it has no sense (%j)',
  (turnText) => {
    const { container } = render(page(turnText));
    expect(container.textContent).toBe('');
  },
);
