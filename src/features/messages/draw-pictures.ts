import sharp from 'sharp';
import {
  fingerprintTheme,
  type OrganisationDrawing,
  type OrganisationTheme,
} from '#shared/ui/organisation-theme.ts';
import { facadeHeightPixels, markPixels, widthPixels } from '../../../emails/mail-styles.ts';

export type Pictures = { readonly mark: Uint8Array; readonly facade: Uint8Array };

/** For screens with two dots to a pixel. */
const dots = 2;
const drawn = new Map<string, Promise<Pictures>>();
const known = new WeakMap<OrganisationTheme, Promise<Pictures>>();

/** The municipality's mark and street as PNG: mail programs show no SVG. Drawn once per theme. */
export function drawPictures(theme: OrganisationTheme): Promise<Pictures> {
  const sameTheme = known.get(theme);
  if (sameTheme !== undefined) return sameTheme;
  const key = fingerprintTheme(theme);
  let pictures = drawn.get(key);
  if (pictures === undefined) {
    pictures = draw(theme);
    pictures.catch(() => {
      drawn.delete(key);
      known.delete(theme);
    });
    drawn.set(key, pictures);
  }
  known.set(theme, pictures);
  return pictures;
}

async function draw(theme: OrganisationTheme): Promise<Pictures> {
  const [mark, facade] = await Promise.all([toPng(markSvg(theme)), toPng(facadeSvg(theme))]);
  return { mark, facade };
}

/** The mark in white on a tile of the brand: it is seen on light and on dark alike. */
function markSvg({ brand, onBrand, radiusPx, mark }: OrganisationTheme): string {
  const side = markPixels * dots;
  const margin = side * 0.16;
  const inner = side - 2 * margin;
  return svg(side, side, [
    `<rect width="${side}" height="${side}" rx="${radiusPx * dots}" fill="${brand}"/>`,
    `<svg x="${margin}" y="${margin}" width="${inner}" height="${inner}" viewBox="${mark.viewBox}">${shape(mark, onBrand)}</svg>`,
  ]);
}

/** The street repeated over the mail's width, through which the band shows. */
function facadeSvg({ brandStrong, facade }: OrganisationTheme): string {
  const [, , patternWidth = 1, patternHeight = 1] = facade.viewBox.split(' ').map(Number);
  const [width, height] = [widthPixels * dots, facadeHeightPixels * dots];
  const step = (patternWidth / patternHeight) * height;
  const houses = Array.from(
    { length: Math.ceil(width / step) },
    (_, index) =>
      `<svg x="${index * step}" width="${step}" height="${height}" viewBox="${facade.viewBox}">${shape(facade, brandStrong)}</svg>`,
  );
  return svg(width, height, [`<g opacity=".78">`, ...houses, '</g>']);
}

function svg(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

function shape({ path }: OrganisationDrawing, fill: string): string {
  return `<path fill="${fill}" fill-rule="evenodd" d="${path}"/>`;
}

async function toPng(source: string): Promise<Uint8Array> {
  return sharp(Buffer.from(source)).png({ compressionLevel: 9, palette: true }).toBuffer();
}
