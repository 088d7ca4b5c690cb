// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { SharedForm } from '../shared-form.ts';
import type { FormSession, FormSnapshot } from './form-session.ts';
import { LiveFields } from './live-fields.tsx';

afterEach(cleanup);

const formOf = (row: Record<string, string[]>): SharedForm => ({
  steps: [],
  rows: { what: [row] },
  known: {},
  helped: {},
  revision: 1,
  today: '2026-11-24' as SharedForm['today'],
  clerkName: 'Mieke',
});

function show(own: readonly string[]) {
  const said: unknown[] = [];
  const session: FormSession = {
    subscribe: () => () => {},
    snapshot: () => snapshot,
    open: () => () => {},
    type: ({ name, values, caret }) => said.push([name, values, caret]),
    isOwn: (control) => own.includes(control),
    settle: () => null,
    forget: () => {},
    go: (place) => said.push(place),
  };
  const snapshot: FormSnapshot = { form: null, other: null, isMasked: false, isOver: false };
  const draw = (form: SharedForm | null) => (
    <LiveFields session={session} snapshot={{ ...snapshot, form }} step="what">
      <input name="0.reason" aria-label="Reden" defaultValue="" />
      <input type="checkbox" name="0.kinds" value="party" aria-label="Feest" />
      <input type="checkbox" name="0.kinds" value="course" aria-label="Cursus" />
    </LiveFields>
  );
  const { rerender } = render(draw(null));
  return { said, take: (row: Record<string, string[]>) => rerender(draw(formOf(row))) };
}

test('what the other one fills in comes into the fields, and what stands newer here stays', () => {
  const { take } = show(['what 0.reason']);
  fireEvent.input(screen.getByLabelText('Reden'), { target: { value: 'Mijn woorden' } });
  take({ reason: ['Van Mieke'], kinds: ['course'] });
  expect(screen.getByLabelText<HTMLInputElement>('Reden').value).toBe('Mijn woorden');
  expect(screen.getByLabelText<HTMLInputElement>('Cursus').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Feest').checked).toBe(false);
});

test('what is filled in here goes with all that is chosen of it, and where one is goes too', () => {
  const { said, take } = show([]);
  take({ reason: ['Van Mieke'], kinds: ['course'] });
  expect(screen.getByLabelText<HTMLInputElement>('Reden').value).toBe('Van Mieke');
  fireEvent.focusIn(screen.getByLabelText('Feest'));
  fireEvent.click(screen.getByLabelText('Feest'));
  expect(said).toEqual([{ step: 'what', control: '0.kinds' }, ['kinds', ['party', 'course'], null]]);
});

test('a space at the end of what is typed stays, though it is not kept', () => {
  const { take } = show([]);
  fireEvent.input(screen.getByLabelText('Reden'), { target: { value: 'Wij ' } });
  take({ reason: ['Wij'] });
  expect(screen.getByLabelText<HTMLInputElement>('Reden').value).toBe('Wij ');
});
