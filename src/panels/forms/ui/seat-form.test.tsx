// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RequestId } from '#journey/ids.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { choiceField, formStep, textField } from '../../../../prisma/factories/form-factories.ts';
import type { FormPlace, SharedForm } from '../shared-form.ts';
import { SeatForm } from './seat-form.tsx';

/** A browser's EventSource under the test's control. */
class ControlledSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: ControlledSource;
  readyState = 1;
  constructor() {
    super();
    ControlledSource.last = this;
  }
  close() {
    this.readyState = ControlledSource.CLOSED;
  }
  say(type: string, data: object) {
    act(
      () => void this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId: '0' })),
    );
  }
}

const posted: { address: string; body: Record<string, unknown> }[] = [];
const form: SharedForm = {
  steps: [
    formStep('why', [textField('reason'), choiceField('kind', ['party', 'course'])]),
    formStep('more', [textField('extra')]),
  ],
  rows: { why: [{ reason: ['Wij vieren'], kind: ['party'] }], more: [{}] },
  known: {},
  helped: {},
  revision: 3,
  today: '2026-11-24' as SharedForm['today'],
  clerkName: 'Mieke',
};

beforeEach(() => {
  vi.useFakeTimers();
  posted.length = 0;
  vi.stubGlobal('EventSource', ControlledSource);
  vi.stubGlobal('fetch', (address: string, { body }: { body: string }) => {
    posted.push({ address, body: JSON.parse(body) });
    return Promise.resolve(Response.json({ revision: 4, isHeld: false, isMasked: false }));
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <SeatForm requestId={'r' as RequestId} name="Sofie" say={({ nl }) => nl ?? ''} />
    </NextIntlClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const typedIn = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const show = (change: Partial<SharedForm> = {}) => ControlledSource.last.say('state', { ...form, ...change });
const place = (there: Partial<FormPlace>) =>
  ControlledSource.last.say('passing', { side: 'asked', step: 'why', control: null, ...there });

test('the clerk sees what stands in the form, and where who is asked is', () => {
  show();
  expect(typedIn('reason')).toBe('Wij vieren');
  expect(screen.getByLabelText<HTMLInputElement>('party').checked).toBe(true);
  place({ control: '0.reason' });
  expect(screen.getByRole('status').textContent).toBe('Sofie is bij: reason');
  act(() => void vi.advanceTimersByTime(11_000));
  expect(screen.getByRole('status').textContent).toBe('');
});

test('the clerk goes along to the step in which who is asked is, and can look back', () => {
  show();
  place({ step: 'more' });
  expect(typedIn('extra')).toBe('');
  fireEvent.click(screen.getByRole('button', { name: '1. why' }));
  place({ step: 'more', control: '0.extra' });
  expect(typedIn('reason')).toBe('Wij vieren');
});

test('what the clerk fills in is sent field by field, and is not taken back by an older state', async () => {
  show();
  const field = screen.getByLabelText('reason');
  fireEvent.focusIn(field);
  fireEvent.input(field, { target: { value: 'Wij vieren feest' } });
  await act(() => vi.advanceTimersByTimeAsync(400));
  const filled = posted.find(({ address }) => address === '/api/seat/forms/r')?.body;
  expect(filled).toMatchObject({ step: 'why', row: 0, of: 1, name: 'reason', seen: 3 });
  expect(filled?.values).toEqual(['Wij vieren feest']);
  expect(posted.some(({ address, body }) => address.endsWith('/place') && 'values' in body)).toBe(false);
  show();
  expect(typedIn('reason')).toBe('Wij vieren feest');
  show({ revision: 5, rows: { ...form.rows, why: [{ reason: ['In het park'], kind: ['course'] }] } });
  expect(typedIn('reason')).toBe('In het park');
  expect(screen.getByLabelText<HTMLInputElement>('course').checked).toBe(true);
});

test('nothing can be sent from the seat, and nothing is filled in once it is over', () => {
  show();
  const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(buttons).toEqual(['1. why', '2. more']);
  ControlledSource.last.say('bye', {});
  expect(screen.getByText('Dit formulier is niet meer in te vullen.')).toBeTruthy();
});
