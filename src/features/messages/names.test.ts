import { describe, expect, test } from 'vitest';
import { epochMilliseconds } from '#journey/time.ts';
import { greetableName } from './greetable-name.ts';
import { parseMailbox } from './parse-mailbox.ts';
import { relativeDay } from './relative-day.ts';

describe('the name that a mail greets', () => {
  test.each(['Sofie D’Hondt', 'J. P. van den Berg', 'Ó Súilleabháin', '李小龙', 'Jean-Baptiste de la Tour'])(
    'is %s',
    (name) => expect(greetableName(name)).toBe(name),
  );
  test('stands on one line', () => {
    expect(greetableName('Sofie\r\n\u2028 Van \u202eDaele ')).toBe('Sofie Van Daele');
  });
  test.each([
    'You won http://evil.example',
    'www.evil.example',
    'Win op evil.be',
    'a@evil.be',
    'Sofie <sofie@evil.be>',
    '"Stad" <a@evil.be>, Sofie',
    'sofie＠evil',
    'sofie﹫evil',
    'ga naar evil．be',
    'ga naar evil。be',
    'https：／／evil',
    ' \n',
  ])('is none when it brings a link of its own: %s', (name) => expect(greetableName(name)).toBeNull());
});

test('a mailbox is read bare and with a name', () => {
  expect(parseMailbox('Stad Leiebeke <balie@leiebeke.example>')).toEqual({
    name: 'Stad Leiebeke',
    address: 'balie@leiebeke.example',
  });
  expect(parseMailbox('"Stad, Leiebeke" <balie@leiebeke.example>').name).toBe('Stad, Leiebeke');
  expect(parseMailbox('balie@leiebeke.example')).toEqual({ name: '', address: 'balie@leiebeke.example' });
});

test('a day is near by the calendar of the municipality, not by hours', () => {
  const at = (iso: string) => epochMilliseconds(Date.parse(iso));
  const near = (now: string) => relativeDay(at('2026-11-24T09:40Z'), at(now), 'Europe/Brussels');
  expect(near('2026-11-23T22:59Z')).toBe('tomorrow');
  expect(near('2026-11-23T23:00Z')).toBe('today');
  expect(near('2026-11-22T22:59Z')).toBe('other');
});
