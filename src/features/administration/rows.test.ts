import { describe, expect, test } from 'vitest';
import { parseRowPress, pressRow, rowsOf, type Typed } from './rows.ts';

const typed: Typed = {
  seen: ['x'],
  'bring[0].title.nl': ['Kaart'],
  'bring[0].reason.nl': ['Om u te kennen'],
  'bring[1].title.nl': ['Foto'],
  'bring[1].reason.nl': [''],
  'bring[2].title.nl': ['Geld'],
  'bring[2].reason.nl': ['De kost'],
};
const titles = (after: Typed) => rowsOf(after, 'bring').map((row) => row['title.nl']?.[0]);
const press = (kind: 'add' | 'up' | 'down' | 'drop', index = 0) =>
  pressRow(typed, { kind, list: 'bring', index }, ['title.nl', 'reason.nl']);

describe('a list of rows in a form', () => {
  test('gets an empty row at its end, which has the focus', () => {
    const { typed: after, focus } = press('add');
    expect(titles(after)).toEqual(['Kaart', 'Foto', 'Geld', '']);
    expect(focus).toBe('bring-3');
    expect(after).toMatchObject({ seen: ['x'], 'bring[1].reason.nl': [''] });
  });

  test('loses a row; the next one, or the one before the last, has the focus', () => {
    expect(titles(press('drop', 1).typed)).toEqual(['Kaart', 'Geld']);
    expect(press('drop', 1).focus).toBe('bring-1');
    expect(press('drop', 2).focus).toBe('bring-1');
    const only: Typed = { 'bring[0].title.nl': ['Kaart'] };
    expect(pressRow(only, { kind: 'drop', list: 'bring', index: 0 }, [])).toEqual({
      typed: {},
      focus: 'bring-add',
    });
  });

  test('moves a row with all that stands in it; the button keeps the focus until the row is at the edge', () => {
    const up = press('up', 2);
    expect(titles(up.typed)).toEqual(['Kaart', 'Geld', 'Foto']);
    expect(up.typed['bring[1].reason.nl']).toEqual(['De kost']);
    expect(up.focus).toBe('bring-1-up');
    expect(press('up', 1).focus).toBe('bring-0');
    expect(press('down', 0).focus).toBe('bring-1-down');
    expect(titles(press('down', 2).typed)).toEqual(['Kaart', 'Foto', 'Geld']);
  });

  test('stays as it is when a row is pressed that is not there', () => {
    expect(press('drop', 7).typed).toEqual(typed);
  });
});

test('reads presses of rows, and nothing else', () => {
  expect(parseRowPress('up bring 2')).toEqual({ kind: 'up', list: 'bring', index: 2 });
  expect(parseRowPress('add bring')).toEqual({ kind: 'add', list: 'bring', index: 0 });
  for (const other of ['save', 'drop', 'up bring x', null]) expect(parseRowPress(other)).toBeNull();
});
