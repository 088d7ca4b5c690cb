// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readInitials } from './initials.tsx';
import { QueueList, QueueRow } from './queue.tsx';
import { SeatColumns } from './seat-columns.tsx';

afterEach(cleanup);

describe('the queue', () => {
  function showQueue(onClick = vi.fn()) {
    const names = ['Sofie', 'Ahmed', 'Jeroen'];
    render(
      <QueueList label="Wachtkamer">
        {names.map((name, index) => (
          <QueueRow
            key={name}
            presence={index === 0 ? 'next' : 'here'}
            presenceText={index === 0 ? 'volgende' : 'aanwezig'}
            name={name}
            time="10.40"
            service="Verhuizing"
            selected={index === 0}
            onClick={() => onClick(name)}
          />
        ))}
      </QueueList>,
    );
    return screen.getAllByRole('button');
  }

  test('moves with the arrows and stops at its ends', () => {
    const rows = showQueue();
    rows[0]?.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    press('ArrowDown');
    expect(document.activeElement).toBe(rows[1]);
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(rows[2]);
    press('ArrowUp');
    expect(document.activeElement).toBe(rows[1]);
  });

  test('says who is next in words and which one is open', () => {
    const onClick = vi.fn();
    const rows = showQueue(onClick);
    expect(rows[0]?.textContent).toContain('volgende, ');
    expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual(['true', null, null]);
    if (rows[1]) fireEvent.click(rows[1]);
    expect(onClick).toHaveBeenCalledExactlyOnceWith('Ahmed');
  });
});

describe('the columns of the seat', () => {
  function showSeat() {
    render(
      <SeatColumns
        layout="waiting"
        tabsLabel="Deel van het scherm"
        heading="Balie 3"
        queue={{ label: 'Wachtenden', tab: 'Wachtkamer', children: <button type="button">Sofie</button> }}
        main={{ label: 'Dossier', tab: 'Dossier', children: <button type="button">Toelaten</button> }}
        side={{ label: 'Vandaag', tab: 'Dag', children: <button type="button">Vrij</button> }}
      />,
    );
  }
  const region = (name: string) => screen.getByRole('region', { name });

  test('are walked through with F6, in both directions and around', () => {
    showSeat();
    screen.getByRole('button', { name: 'Sofie' }).focus();
    const press = (shiftKey = false) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', shiftKey });
    press();
    expect(document.activeElement).toBe(region('Dossier'));
    press();
    expect(document.activeElement).toBe(region('Vandaag'));
    press();
    expect(document.activeElement).toBe(region('Wachtenden'));
    press(true);
    expect(document.activeElement).toBe(region('Vandaag'));
  });

  test('put the chosen one in front where not all fit', () => {
    showSeat();
    const tab = screen.getByRole('button', { name: 'Dag' });
    fireEvent.click(tab);
    expect(tab.getAttribute('aria-pressed')).toBe('true');
    expect(region('Vandaag').className.split(' ')).not.toContain('hidden');
    expect(region('Wachtenden').className.split(' ')).toContain('hidden');
  });
});

test.each([
  ['Mieke Verstraete', 'MV'],
  ['Sofie Van Daele', 'SV'],
  ['Jan van der Berg', 'JB'],
  ['Marie-Claire D’hondt', 'MD'],
  ['Ümit', 'Ü'],
  ['sofie', 'S'],
])('the initials of %s are %s', (name, initials) => {
  expect(readInitials(name)).toBe(initials);
});
