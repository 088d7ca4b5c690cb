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

const wholeSigns = 160;
/** Parts that belong together give seven signs each to say so. */
const partSigns = 153;

/** In how many parts a text of that alphabet travels; a sign of the extension counts twice. */
export function countSmsParts(text: string): number {
  const signs = Array.from(text).reduce((sum, sign) => sum + (extended.has(sign) ? 2 : 1), 0);
  return signs <= wholeSigns ? 1 : Math.ceil(signs / partSigns);
}
