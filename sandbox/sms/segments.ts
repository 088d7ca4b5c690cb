/** The characters of the GSM 7-bit default alphabet (3GPP TS 23.038) and those that take two places in it. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** How a text is sent: its encoding and in how many parts. */
export interface Segmentation {
  encoding: 'GSM-7' | 'UCS-2';
  segments: number;
}

/** Counts the parts of a text message: 160 places in one part and 153 in several, or 70 and 67 for UCS-2. */
export function segment(body: string): Segmentation {
  const widths = [...body].map((character) =>
    basic.includes(character) ? 1 : extended.includes(character) ? 2 : null,
  );
  if (widths.some((width) => width === null)) {
    return {
      encoding: 'UCS-2',
      segments:
        body.length <= 70
          ? 1
          : partsOf(
              [...body].map((character) => character.length),
              67,
            ),
    };
  }
  const places = widths.map((width) => width ?? 0);
  const total = places.reduce<number>((sum, width) => sum + width, 0);
  return { encoding: 'GSM-7', segments: total <= 160 ? 1 : partsOf(places, 153) };
}

/** A character of two places is never cut in half over two parts. */
function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
