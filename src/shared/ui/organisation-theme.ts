import { z } from 'zod';
import type { HexColour } from './colour-contrast.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .transform((value) => value as HexColour);
const drawing = z.object({
  /** `0 0 width height` */
  viewBox: z.string().regex(/^0 0 \d+(\.\d+)? \d+(\.\d+)?$/),
  /** Commands of an SVG path, filled even-odd. */
  path: z
    .string()
    .max(20_000)
    .regex(/^[MmLlHhVvCcSsQqTtAaZz0-9eE\s,.+-]+$/),
});
const palette = z.object({ brand: colour, brandStrong: colour, brandTint: colour, onBrand: colour });

/**
 * How an organisation looks: data, never code. Only these characters can reach a style sheet or a drawing,
 * so a theme can be saved by an administrator.
 */
export const organisationThemeSchema = palette.extend({
  dark: palette,
  /** Radius of a control in CSS pixels; cards and tags follow from it. */
  radiusPx: z.number().min(0).max(20),
  mark: drawing,
  facade: drawing,
});

export type OrganisationTheme = z.infer<typeof organisationThemeSchema>;
export type OrganisationDrawing = z.infer<typeof drawing>;
type Palette = z.infer<typeof palette>;

function declarePalette(colours: Palette): string {
  return [
    `--color-brand:${colours.brand}`,
    `--color-brand-strong:${colours.brandStrong}`,
    `--color-brand-tint:${colours.brandTint}`,
    `--color-on-brand:${colours.onBrand}`,
  ].join(';');
}

/** A short fingerprint of the theme (FNV-1a, 32 bits): an address with it may be cached for ever. */
export function fingerprintTheme(theme: OrganisationTheme): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(theme)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * The organisation's style sheet: variables only. `drawings` is the folder where `mark.svg` and `facade.svg`
 * are served. On paper the light colours hold.
 */
export function renderThemeCss(theme: OrganisationTheme, drawings = '/brand'): string {
  const version = fingerprintTheme(theme);
  const dark = declarePalette(theme.dark);
  return [
    `:root{${declarePalette(theme)};--org-radius:${theme.radiusPx}px;`,
    `--org-mark:url("${drawings}/mark.svg?v=${version}");--org-facade:url("${drawings}/facade.svg?v=${version}")}`,
    `@media screen{[data-theme="dark"]{${dark}}}`,
    `@media screen and (prefers-color-scheme:dark){[data-theme="system"]{${dark}}}`,
  ].join('');
}

/** A drawing as an SVG file; `fill` stays black where it is only used as a mask. */
export function renderDrawingSvg(shape: OrganisationDrawing, fill: HexColour = '#000000'): string {
  const [, , width, height] = shape.viewBox.split(' ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${shape.viewBox}">` +
    `<path fill="${fill}" fill-rule="evenodd" d="${shape.path}"/></svg>`
  );
}
