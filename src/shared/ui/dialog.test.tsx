// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Afronden</Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title="Gesprek afronden" closeText="Sluiten">
        <label htmlFor="note">Notitie</label>
        <input id="note" />
      </Dialog>
    </>
  );
}

async function open() {
  const opener = screen.getByRole('button', { name: 'Afronden' });
  opener.focus();
  fireEvent.click(opener);
  return { opener, dialog: await screen.findByRole('dialog') };
}

describe('a dialog', () => {
  test('is named by its title and takes the focus in', async () => {
    render(<Page />);
    const opener = screen.getByRole('button', { name: 'Afronden' });
    opener.focus();
    fireEvent.click(opener);
    const dialog = await screen.findByRole('dialog', { name: 'Gesprek afronden' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  });

  test('closes with Esc and gives the focus back to what opened it', async () => {
    render(<Page />);
    const { opener } = await open();
    await waitFor(() => expect(document.activeElement).not.toBe(opener));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  test('closes with its button and gives the focus back', async () => {
    render(<Page />);
    const { opener } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Sluiten' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  test('is measured as the seat is, although it stands at the end of the page', async () => {
    render(<Page />);
    const { dialog } = await open();
    expect(dialog.closest('[data-density="seat"]')).not.toBeNull();
  });
});
