/** How long the number of each country is (ISO 13616, IBAN registry). */
const countries =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 ' +
  'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 ' +
  'LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 ' +
  'SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30';
const lengths: ReadonlyMap<string, number> = new Map(
  countries.split(' ').map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

const separators = '[\\s.\\-/\\u2010-\\u2015\\u200b-\\u200d\\u2060]';
const separator = new RegExp(separators);
const beginning = new RegExp(`(?<![a-z\\d])[a-z]{2}${separators}{0,3}\\d${separators}{0,3}\\d`, 'gi');
const longest = 34;

/** How many signs an account number that begins with these two letters has; 0 when they are no country's. */
export function ibanLengthOf(letters: string): number {
  return lengths.get(letters.toUpperCase()) ?? 0;
}

/** Where account numbers stand in a text, each from its first sign to after its last one. Case and what stands between say nothing. */
export function findIbans(text: string): readonly (readonly [from: number, until: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const { index } of text.matchAll(beginning)) {
    if (index < (found.at(-1)?.[1] ?? 0)) continue;
    const places = placesFrom(text, index);
    const signs = places.map((place) => text[place]?.toUpperCase()).join('');
    const length = lengths.get(signs.slice(0, 2)) ?? 0;
    const last = places[length - 1];
    const isWhole = last !== undefined && !/[a-z\d]/i.test(text[last + 1] ?? '');
    if (isWhole && isIban(signs.slice(0, length))) found.push([index, last + 1]);
  }
  return found;
}

/** Places of the signs that may belong to a number which begins here. */
function placesFrom(text: string, from: number): readonly number[] {
  const places: number[] = [];
  let between = 0;
  for (let at = from; at < text.length && places.length < longest; at += 1) {
    if (/[a-z\d]/i.test(text[at] ?? '')) {
      places.push(at);
      between = 0;
    } else {
      between += 1;
      if (between > 3 || !separator.test(text[at] ?? '')) break;
    }
  }
  return places;
}

/** Whether the check digits are right: letters as 10 to 35, the first four signs last, and 1 left after division by 97 (ISO 7064). */
export function isIban(signs: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(signs)) return false;
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4))
    for (const digit of Number.parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
