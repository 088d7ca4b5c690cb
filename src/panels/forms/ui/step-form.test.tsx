// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { formStep, textField } from '../../../../prisma/factories/form-factories.ts';
import type { SharedForm } from '../shared-form.ts';
import { visitFormAddress } from './form-address.ts';
import { StepForm } from './step-form.tsx';
import { freshStep, type StepState, viewStep } from './step-view.ts';

const refresh = vi.hoisted(() => vi.fn());
const router = vi.hoisted(() => ({ refresh }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

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

const step = formStep('why', [textField('reason'), textField('place')]);
const shared: SharedForm = {
  steps: [step],
  rows: { why: [{ reason: ['Wij'] }] },
  known: {},
  helped: {},
  revision: 3,
  today: '2026-11-24' as SharedForm['today'],
  clerkName: null,
};
const posted: Record<string, unknown>[] = [];
const action = vi.fn<(previous: StepState, form: FormData) => Promise<StepState>>();

beforeEach(() => {
  vi.useFakeTimers();
  posted.length = 0;
  refresh.mockReset();
  action.mockReset().mockImplementation(async (previous) => previous);
  vi.stubGlobal('EventSource', ControlledSource);
  vi.stubGlobal('fetch', (address: string, { body }: { body: string }) => {
    if (!address.endsWith('/place')) posted.push(JSON.parse(body));
    return Promise.resolve(Response.json({ revision: 4, isHeld: false, isMasked: false }));
  });
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <StepForm
        id="form"
        action={action}
        step="why"
        view={viewStep(step, { say: ({ nl }) => nl ?? '' }, shared)}
        fresh={freshStep(shared.rows.why ?? [], 3)}
        isFirst
        address={visitFormAddress('7K2M-QX4D', 'r')}
        shared={shared}
      />
    </NextIntlClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = (change: Partial<SharedForm>) =>
  ControlledSource.last.say('state', { ...shared, clerkName: 'Mieke', ...change });
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const press = () =>
  fireEvent.click(screen.getAllByRole('button', { name: 'Bewaren en verder' }).at(-1) as HTMLElement);

test('without a clerk nothing leaves the page before the step is sent in', async () => {
  type('reason', 'Wij vieren');
  await pass(5_000);
  expect(posted).toEqual([]);
  expect(screen.queryByText(/samen in met/)).toBeNull();
});

test('with a clerk it says so, and tells what was filled in before they came too', async () => {
  type('reason', 'Wij vieren');
  show({});
  expect(screen.getByText('U vult dit formulier samen in met Mieke')).toBeTruthy();
  await pass(400);
  expect(posted).toMatchObject([{ step: 'why', row: 0, of: 1, name: 'reason', values: ['Wij vieren'] }]);
});

test('what the clerk fills in stands in the field, marked', () => {
  const helped = { why: { '0.place': ['Op het plein'] } };
  show({ revision: 4, rows: { why: [{ reason: ['Wij'], place: ['Op het plein'] }] }, helped });
  expect(field('place').value).toBe('Op het plein');
  expect(screen.getByText('Ingevuld door de medewerker. U kunt het aanpassen.')).toBeTruthy();
});

test('a step is sent in once, with the revision in which its own letters stand', async () => {
  show({});
  type('reason', 'Wij vieren feest');
  press();
  press();
  expect(action).not.toHaveBeenCalled();
  await pass(400);
  show({ revision: 4, rows: { why: [{ reason: ['Wij vieren feest'] }] } });
  await pass(100);
  expect(action).toHaveBeenCalledOnce();
  const form = action.mock.calls[0]?.[1];
  expect(form?.get('seen')).toBe('4');
  expect(form?.get('0.reason')).toBe('Wij vieren feest');
});

test('the page is made anew when the clerk’s answer asks for more', () => {
  show({ revision: 4 });
  expect(refresh).not.toHaveBeenCalled();
  show({ revision: 5, steps: [step, formStep('more', [textField('extra')])] });
  expect(refresh).toHaveBeenCalledOnce();
});
