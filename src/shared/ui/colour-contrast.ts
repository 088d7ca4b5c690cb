/** An sRGB colour as `#rrggbb`. */
export type HexColour = `#${string}`;

type Triple = readonly [number, number, number];

/** The least contrast of a brand on white: below it, lamp text on the brand falls under 4.5:1. */
export const LEAST_BRAND_CONTRAST = 7;

export type BrandVerdict =
  | { accepted: true; ratio: number }
  | { accepted: false; ratio: number; proposal: HexColour; proposalRatio: number };

function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, Math.round(encoded * 255)));
}

function readLinear(colour: string): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) throw new RangeError(`Not a colour of the form #rrggbb: ${colour}`);
  const [, red = '0', green = '0', blue = '0'] = match;
  return [red, green, blue].map((part) => toLinear(Number.parseInt(part, 16))) as unknown as Triple;
}

function writeHex(linear: Triple): HexColour {
  return `#${linear.map((value) => fromLinear(value).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, definition of "relative luminance"). */
export function relativeLuminance(colour: string): number {
  const [red, green, blue] = readLinear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, definition of "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** OKLab of a linear sRGB colour (Björn Ottosson, 2020). */
function toOklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function isDisplayable(linear: Triple): boolean {
  return linear.every((value) => value >= -0.0005 && value <= 1.0005);
}

/** The colour at this lightness with the same hue, as saturated as a screen can show, at most as the original. */
function darken([, a, b]: Triple, lightness: number): HexColour {
  for (let share = 1; share > 0; share -= 0.02) {
    const linear = fromOklab([lightness, a * share, b * share]);
    if (isDisplayable(linear)) return writeHex(linear);
  }
  return writeHex(fromOklab([lightness, 0, 0]));
}

/**
 * Judges a brand colour against white. Under 7:1 it is refused, with the nearest darker colour of the same
 * hue that does reach it.
 */
export function nearestAccessibleBrand(brand: string): BrandVerdict {
  const ratio = contrastRatio(brand, '#ffffff');
  if (ratio >= LEAST_BRAND_CONTRAST) return { accepted: true, ratio };
  const original = toOklab(readLinear(brand));
  let [passes, fails] = [0, original[0]];
  let proposal: HexColour = '#000000';
  for (let step = 0; step < 24; step += 1) {
    const lightness = (passes + fails) / 2;
    const candidate = darken(original, lightness);
    if (contrastRatio(candidate, '#ffffff') >= LEAST_BRAND_CONTRAST) {
      passes = lightness;
      proposal = candidate;
    } else {
      fails = lightness;
    }
  }
  return { accepted: false, ratio, proposal, proposalRatio: contrastRatio(proposal, '#ffffff') };
}
