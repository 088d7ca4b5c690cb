// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { TypeAhead } from './type-ahead.tsx';

afterEach(cleanup);

const all = ['Parkeerkaart', 'Paspoort', 'Reispas'].map((text) => ({ key: text.toLowerCase(), text }));

function Example({ onChoose, onEraseBack }: { onChoose: (key: string) => void; onEraseBack?: () => void }) {
  const [query, setQuery] = useState('');
  const options = all.filter(({ key }) => key.includes(query.toLowerCase()));
  const texts = { label: 'Dienst', emptyText: 'Niets gevonden.' };
  return (
    <TypeAhead
      id="service"
      {...texts}
      query={query}
      onQueryChange={setQuery}
      options={options}
      onChoose={onChoose}
      onEraseBack={onEraseBack}
    />
  );
}

function open(onEraseBack?: () => void) {
  const chosen: string[] = [];
  render(<Example onChoose={(key) => chosen.push(key)} onEraseBack={onEraseBack} />);
  const box = screen.getByRole('combobox', { name: 'Dienst' });
  const type = (text: string) => fireEvent.change(box, { target: { value: text } });
  const press = (key: string) => fireEvent.keyDown(box, { key });
  return { box, type, press, chosen };
}

describe('a box that proposes while one types', () => {
  test('shows nothing before something was typed', () => {
    const { box } = open();
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('option')).toBeNull();
  });

  test('takes the first with Enter, or another with the arrows', () => {
    const { type, press, chosen, box } = open();
    type('pas');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Paspoort',
      'Reispas',
    ]);
    expect(box.getAttribute('aria-activedescendant')).toMatch(/paspoort$/);
    press('ArrowDown');
    press('ArrowDown');
    expect(box.getAttribute('aria-activedescendant')).toMatch(/reispas$/);
    press('Enter');
    type('spoort');
    press('Enter');
    expect(chosen).toEqual(['reispas', 'paspoort']);
  });

  test('takes nothing when one leaves, and closes with Escape', () => {
    const { type, press, chosen, box } = open();
    type('pas');
    press('Escape');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    type('pass');
    fireEvent.blur(box);
    expect(chosen).toEqual([]);
  });

  test('says when nothing fits, and Enter takes nothing then', () => {
    const { type, press, chosen } = open();
    type('zwembad');
    expect(screen.getByRole('status').textContent).toBe('Niets gevonden.');
    press('Enter');
    expect(chosen).toEqual([]);
  });

  test('gives back the last choice with Backspace in the empty box', () => {
    let erased = 0;
    const { type, press } = open(() => {
      erased += 1;
    });
    type('p');
    press('Backspace');
    type('');
    press('Backspace');
    expect(erased).toBe(1);
  });
});
