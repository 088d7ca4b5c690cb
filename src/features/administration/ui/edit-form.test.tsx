// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type EditState, type FieldGroup, freshEdit } from '../edit-state.ts';
import { EditForm } from './edit-form.tsx';
import type { EditWords } from './edit-parts.tsx';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const words: EditWords = {
  save: 'Save',
  saveAnyway: 'Save anyway',
  preview: 'Show',
  remove: 'Remove',
  removeAnyway: 'Remove anyway',
  unsaved: 'Not saved yet',
  cancel: 'Undo',
  busy: 'Wait',
  wrong: 'Wrong',
  effect: { title: 'What changes?', hits: 'These', stay: 'They stay' },
};
const groups: FieldGroup[] = [
  { key: 'a', fields: [{ kind: 'text', name: 'from', label: 'From', value: '9.00' }] },
];
const effect = {
  lines: [],
  hits: [{ key: '1', name: 'Sofie', reference: 'A', moment: 'then', reason: 'closed' }],
};

/** Shows the form; what is sent is kept, and answered with what `answer` makes of it. */
function open(answer: (previous: EditState, intent: string) => EditState) {
  const sent: string[] = [];
  const action = async (previous: EditState, form: FormData) => {
    const intent = String(form.get('intent'));
    sent.push(`${intent} ${form.get('from')} ${form.get('confirmed')}`);
    return answer(previous, intent);
  };
  render(<EditForm action={action} groups={groups} words={words} cancelHref="/" looksAhead />);
  return sent;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (value: string) => fireEvent.input(screen.getByLabelText('From'), { target: { value } });

test('looks ahead once the typing pauses, and leaves the field as it is', async () => {
  const sent = open((previous) => ({ ...previous, typed: { from: ['old'] }, effect, confirmed: 'x' }));
  type('1');
  type('10');
  await screen.findByText('Sofie');
  expect(sent).toEqual(['ahead 10 null']);
  expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('10');
  expect(screen.getByText('Not saved yet')).toBeTruthy();
});

test('sends what was seen with what is saved, by a button that says so', async () => {
  const sent = open((previous, intent) => ({
    ...previous,
    effect,
    confirmed: 'seen',
    asked: intent === 'remove' ? 'remove' : 'save',
    version: 1,
  }));
  press('Remove');
  await screen.findByRole('button', { name: 'Remove anyway' });
  press('Remove anyway');
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toEqual(['remove 9.00 null', 'remove 9.00 seen']);
  expect(screen.queryByText('Save anyway')).toBeNull();
});

test('names who is hit right above the button that does it, in the same place that stays in sight', async () => {
  open((previous) => ({ ...previous, effect, confirmed: 'x' }));
  type('1');
  const named = await screen.findByRole('region', { name: 'These' });
  const button = screen.getByRole('button', { name: 'Save anyway' });
  expect(named.textContent).toContain('Sofie');
  expect(named.parentElement).toBe(button.closest('.sticky'));
  expect(named.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('says at the field what typing more does not mend, and leaves the focus there', async () => {
  open((previous) => ({ ...previous, noticed: { from: 'Overlaps' } }));
  screen.getByLabelText('From').focus();
  type('9-12, 11-13');
  expect(await screen.findAllByText('Overlaps')).toHaveLength(2);
  expect(screen.getByLabelText('From').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('From'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('does not look ahead any more once it was sent', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const sent = open(() => ({
    ...freshEdit,
    typed: { from: ['x'] },
    problems: { from: 'No time' },
    version: 1,
  }));
  type('x');
  press('Save');
  expect(await screen.findAllByText('No time')).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['save x null']);
  expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('x');
});
