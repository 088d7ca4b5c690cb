/** The alphabet of SMS (3GPP TS 23.038, section 6.2.1) without the escape sign, and what needs that sign in front. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('\f^{}\\[~]|€');

/** Signs of print that have a plain one beside them. */
const plainSigns: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  ŀ: 'l',
  ł: 'l',
  Ł: 'L',
  œ: 'oe',
  Œ: 'OE',
};

/**
 * The text in the alphabet of SMS: a sign outside it becomes its plain form (ê becomes e, ’ becomes '), or a question mark
 * when it has none. One sign outside would more than halve what fits in a part.
 */
export function toGsmText(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => {
    if (basic.has(sign) || extended.has(sign)) return sign;
    const plain = plainSigns[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '');
    return Array.from(plain).every((each) => basic.has(each)) ? plain : '?';
  }).join('');
}

/** Whether the text can be said in the alphabet of SMS without a sign being lost: an emoji or Cyrillic cannot. */
export function hasPlainForm(text: string): boolean {
  return !toGsmText(text.replaceAll('?', '')).includes('?');
}

/** How a text travels. One sign outside the plain alphabet puts all of it in UCS-2, where less than half fits in a part. */
export type SmsSize = {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** What it takes in that encoding: a sign of the extension, or one outside the first plane of Unicode, counts twice. */
  readonly signs: number;
  readonly parts: number;
};

/** Signs in a message that is whole, and in one of several parts: those give up some to say that they belong together. */
export const smsRoom = { 'GSM-7': { whole: 160, part: 153 }, 'UCS-2': { whole: 70, part: 67 } } as const;

/** Measures a text as networks do: no sign is cut in two between parts. */
export function measureSms(text: string): SmsSize {
  const signs = Array.from(text);
  const encoding = signs.every((sign) => basic.has(sign) || extended.has(sign)) ? 'GSM-7' : 'UCS-2';
  const sizes = signs.map((sign) => (encoding === 'UCS-2' ? sign.length : extended.has(sign) ? 2 : 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const { whole, part } = smsRoom[encoding];
  if (total <= whole) return { encoding, signs: total, parts: 1 };
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > part) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, signs: total, parts };
}
