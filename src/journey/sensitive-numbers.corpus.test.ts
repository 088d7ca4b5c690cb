import { expect, test } from 'vitest';
import { findSensitiveKinds, isCardNumber, isCitizenServiceNumber } from './sensitive-numbers.ts';

// What people write to a municipality, made from how such things are written in Belgium and the Netherlands: the same texts every time.

/** A generator with a seed (mulberry32), so that a reading can be made again. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const draw = drawFrom(20_261_123);
const below = (limit: number) => Math.floor(draw() * limit);
const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
const two = (value: number) => String(value).padStart(2, '0');
const date = () =>
  one([
    `${two(1 + below(28))}/${two(1 + below(12))}/${1930 + below(97)}`,
    `${1 + below(28)}-${1 + below(12)}-20${two(below(30))}`,
  ]);
const hour = () => `${two(7 + below(12))}${one([':', '.', 'u'])}${one(['00', '15', '30', '45'])}`;
/** Groups of given sizes with one sign between them. */
const grouped = (number: string, sizes: readonly number[], sign: string) => {
  const parts: string[] = [];
  for (const size of sizes) parts.push(number.slice(parts.join('').length, parts.join('').length + size));
  return parts.join(sign);
};

const harmless: Readonly<Record<string, () => string>> = {
  'a Belgian mobile number': () =>
    one([
      `04${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
      `+32 4${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
      `04${digits(2)}/${digits(2)}.${digits(2)}.${digits(2)}`,
      `04${digits(8)}`,
      `+324${digits(8)}`,
    ]),
  'a Belgian fixed number': () =>
    one([`09 ${digits(3)} ${digits(2)} ${digits(2)}`, `051 ${digits(2)} ${digits(2)} ${digits(2)}`]),
  'a Dutch number': () =>
    one([`06 ${digits(8)}`, `06-${digits(8)}`, `+31 6 ${digits(8)}`, `020 ${digits(3)} ${digits(4)}`]),
  'a day and an hour': () => `${date()} ${one(['om ', 'à ', 'at ', ''])}${hour()}`,
  'two days': () => `${date()} ${one(['tot', 'en', '-'])} ${date()}`,
  'an amount': () =>
    one([`${below(2000)},${two(below(100))} euro`, `€ ${1 + below(9)}.${digits(3)},${two(below(100))}`]),
  'an address': () => `Kerkstraat ${1 + below(300)}, ${1000 + below(8999)} Leiebeke`,
  'a company number': () => one([`0${digits(3)}.${digits(3)}.${digits(3)}`, `BE 0${digits(9)}`]),
  'a payment reference': () => `+++${digits(3)}/${digits(4)}/${digits(5)}+++`,
  'a reference of ours': () => `DB-2026-${digits(4)}`,
  'a file number': () => one([`2026/${digits(5)}`, `2026${digits(6)}`, `dossier ${digits(7)}`]),
  'a number plate': () => `${1 + below(2)}-ABC-${digits(3)}`,
  'a card of identity': () => `${digits(3)}-${digits(7)}-${digits(2)}`,
};

const texts = (what: string): string =>
  one([
    `Hallo, mijn nummer is ${what}, kunt u bellen?`,
    `${what}`,
    `Het gaat over ${what}. Wij zijn met 4 en wonen er sinds 2019.`,
    `Bonjour, voici: ${what} merci`,
    `I wrote on ${what} about 2 children (7 and 11).`,
  ]);

function nationalRegister(): string {
  const [year, month, day, serial] = [
    two(below(100)),
    two(1 + below(12)),
    two(1 + below(28)),
    String(1 + below(997)).padStart(3, '0'),
  ];
  const base = `${year}${month}${day}${serial}`;
  const number = base + two(97 - (Number(`${one(['', '2'])}${base}`) % 97));
  return one([
    number,
    `${year}.${month}.${day}-${serial}.${number.slice(9)}`,
    grouped(number, [6, 3, 2], ' '),
    grouped(number, [2, 2, 2, 3, 2], ' '),
  ]);
}

function drawUntil(make: () => string, is: (number: string) => boolean): string {
  for (;;) {
    const number = make();
    if (is(number)) return number;
  }
}

const sensitive: Readonly<Record<string, () => string>> = {
  nationalRegister,
  citizenService: () => {
    const number = drawUntil(() => digits(9), isCitizenServiceNumber);
    return one([number, grouped(number, [4, 2, 3], '.'), grouped(number, [3, 3, 3], ' ')]);
  },
  card: () => {
    const number = drawUntil(() => `4${digits(15)}`, isCardNumber);
    return one([number, grouped(number, [4, 4, 4, 4], ' '), grouped(number, [4, 4, 4, 4], '-')]);
  },
  account: () => {
    const account = digits(10);
    const national = account + two(Number(account) % 97 || 97);
    const check = two(98 - Number(BigInt(`${national}111400`) % 97n));
    const iban = `BE${check}${national}`;
    return one([iban, grouped(iban, [4, 4, 4, 4], ' '), iban.toLowerCase()]);
  },
};

const countEach = 2_000;

test.each(Object.entries(sensitive))(
  'every %s that somebody writes is noticed, in each way of writing it',
  (kind, make) => {
    const written = Array.from({ length: countEach }, () => texts(make()));
    expect(written.filter((text) => !findSensitiveKinds(text).includes(kind as never))).toEqual([]);
  },
);

test.each(Object.entries(harmless))('%s is hardly ever taken for something else', (_what, make) => {
  const written = Array.from({ length: countEach }, () => texts(make()));
  const alarms = written.filter((text) => findSensitiveKinds(text).length > 0);
  expect(alarms.length).toBeLessThanOrEqual(countEach / 200);
});
