// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePageTitle } from './use-page-title.ts';

function Title({ words }: { words: string | null }) {
  usePageTitle(words);
  return null;
}

beforeEach(() => {
  document.title = 'Wachtkamer';
});
afterEach(() => {
  cleanup();
});

test('the title says what is going on, also after the framework wrote its own', async () => {
  const { rerender } = render(<Title words="U bent de volgende" />);
  expect(document.title).toBe('U bent de volgende');
  await act(async () => {
    document.title = 'Wachtkamer';
  });
  await vi.waitFor(() => expect(document.title).toBe('U bent de volgende'));
  rerender(<Title words="In gesprek" />);
  expect(document.title).toBe('In gesprek');
});

test('the page gets its own title back, the newest one, when there is nothing to say any more', async () => {
  const { unmount } = render(<Title words="In gesprek" />);
  document.title = 'Het gesprek is klaar';
  await vi.waitFor(() => expect(document.title).toBe('In gesprek'));
  unmount();
  expect(document.title).toBe('Het gesprek is klaar');
});

test('of two who want a title the newest has it, and the other again when that one goes', async () => {
  const { rerender } = render([<Title key="seat" words="Balie" />]);
  rerender([
    <Title key="seat" words="Balie" />,
    <Title key="ended" words="U zit niet meer aan deze balie" />,
  ]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.title).toBe('U zit niet meer aan deze balie');
  rerender([<Title key="seat" words="Balie" />]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.title).toBe('Balie');
});

test('a page without words of the moment keeps its own title', () => {
  render(<Title words={null} />);
  expect(document.title).toBe('Wachtkamer');
});

test('the next page keeps its title when it comes in the very moment in which the words of the moment go', async () => {
  const { unmount } = render(<Title words="In gesprek" />);
  document.title = 'Het gesprek is klaar';
  unmount();
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.title).toBe('Het gesprek is klaar');
});
