// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import type { SeatQuestion } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { QuestionList } from './question-list.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const question = {
  id: 'question' as SeatQuestion['id'],
  appointmentId: 'appointment' as SeatQuestion['appointmentId'],
  isToAnswer: true,
  question: 'Klopt de berekening?',
  from: 'Mieke Verstraete',
  clerkName: null,
  teamName: { nl: 'Belastingen', fr: 'Taxes', en: 'Taxes', de: 'Steuern' },
  answerBy: Date.UTC(2026, 10, 27, 16),
  isOverdue: false,
  isForCitizen: true,
  answer: null,
} as const satisfies SeatQuestion;

const asked: unknown[] = [];
function show(shown: SeatQuestion): void {
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, JSON.parse(String(init.body))]);
    return Response.json({});
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <QuestionList questions={[shown]} say={({ nl }) => nl} />
    </NextIntlClientProvider>,
  );
}

test('who answers is told that the citizen reads it, and sends no empty answer', async () => {
  show(question);
  fireEvent.click(screen.getByRole('button', { name: 'Antwoord schrijven' }));
  expect(screen.getByText(/De burger leest het antwoord/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Antwoorden' }));
  await screen.findByText('Schrijf een antwoord.');
  expect(asked).toEqual([]);
  fireEvent.change(screen.getByLabelText(/Uw antwoord/), { target: { value: 'Ja.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Antwoorden' }));
  await waitFor(() =>
    expect(asked).toEqual([['/api/seat/questions/question', { act: 'answer', answer: 'Ja.' }]]),
  );
});

test('what is late says so in words', () => {
  show({ ...question, isOverdue: true });
  expect(screen.getByText(/^Te laat: antwoord gevraagd tegen/)).toBeDefined();
});

test('who asked reads the answer and says that it is done', async () => {
  show({ ...question, isToAnswer: false, answer: 'Ja, ze klopt.' });
  expect(screen.getByText('U vroeg aan Belastingen')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Klaar' }));
  await waitFor(() => expect(asked).toEqual([['/api/seat/questions/question', { act: 'confirm' }]]));
});
