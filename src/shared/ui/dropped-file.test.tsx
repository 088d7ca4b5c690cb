// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DroppedFile } from './dropped-file.tsx';

beforeEach(() => {
  render(
    <>
      <DroppedFile title="Niet verstuurd" text="Kies het bestand met de knop." closeText="Begrepen" />
      <p>Wacht hier</p>
      <input type="file" aria-label="Bestand" />
      <p>Chat</p>
    </>,
  );
});
afterEach(cleanup);

/** @returns whether the browser would go on with it, and so open the file instead of the page */
function drag(type: 'dragover' | 'drop', target: Element, types: string[]): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types } });
  return fireEvent(target, event);
}
const words = () => screen.queryByText('Niet verstuurd');

test('a file that is dropped on the page does not open in its stead, and is answered in words until these are read', () => {
  const target = screen.getByText('Wacht hier');
  expect(drag('dragover', target, ['Files'])).toBe(false);
  expect(words()).toBeNull();
  expect(drag('drop', target, ['Files'])).toBe(false);
  expect(words()).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Begrepen' }));
  expect(words()).toBeNull();
});

test('a field for files takes them, and who answers for themselves is left to it', () => {
  expect(drag('drop', screen.getByLabelText('Bestand'), ['Files'])).toBe(true);
  const chat = screen.getByText('Chat');
  chat.addEventListener('drop', (event) => event.preventDefault());
  expect(drag('drop', chat, ['Files'])).toBe(false);
  expect(words()).toBeNull();
});

test('text is dragged as ever', () => {
  expect(drag('dragover', screen.getByText('Wacht hier'), ['text/plain'])).toBe(true);
  expect(drag('drop', screen.getByText('Wacht hier'), ['text/plain'])).toBe(true);
  expect(words()).toBeNull();
});
