// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { iconEllipsis } from './icons/ellipsis.ts';
import { Menu } from './menu.tsx';

const onChoose = vi.fn();
const entries = [
  { id: 'back', text: 'Terugsturen' },
  { id: 'absent', text: 'Niet gekomen', detail: 'na 10 minuten' },
];

beforeEach(() => {
  onChoose.mockReset();
});
afterEach(cleanup);

async function open() {
  render(<Menu label="Meer acties" icon={iconEllipsis} iconOnly entries={entries} onChoose={onChoose} />);
  const button = screen.getByRole('button', { name: 'Meer acties' });
  button.focus();
  fireEvent.click(button);
  return { button, menu: await screen.findByRole('menu', { name: 'Meer acties' }) };
}

async function expectClosed(button: HTMLElement) {
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
}

describe('a menu', () => {
  test('is named by its button and measured as the seat is', async () => {
    const { menu } = await open();
    expect(menu.closest('[data-density="seat"]')).not.toBeNull();
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Terugsturen',
      'Niet gekomenna 10 minuten',
    ]);
  });

  test('tells what was chosen and gives the focus back to its button', async () => {
    const { button } = await open();
    fireEvent.click(screen.getByRole('menuitem', { name: /Niet gekomen/ }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('absent');
    await expectClosed(button);
  });

  test('closes with Esc and chooses nothing', async () => {
    const { button, menu } = await open();
    fireEvent.keyDown(menu, { key: 'Escape' });
    await expectClosed(button);
    expect(onChoose).not.toHaveBeenCalled();
  });
});
