import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leiebekeTheme, rozelaarTheme } from '../../../prisma/seed/themes.ts';
import {
  fingerprintTheme,
  type OrganisationTheme,
  organisationThemeSchema,
  renderDrawingSvg,
  renderThemeCss,
} from './organisation-theme.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): `#${string}` => `#${value.toString(16).padStart(6, '0')}`);
const palettes = fc.record({ brand: colours, brandStrong: colours, brandTint: colours, onBrand: colours });
const drawings = fc.constant({ viewBox: '0 0 40 40', path: 'M4 36V19h4z' });
const themes: fc.Arbitrary<OrganisationTheme> = fc
  .tuple(
    palettes,
    fc.record({
      dark: palettes,
      radiusPx: fc.integer({ min: 0, max: 20 }),
      mark: drawings,
      facade: drawings,
    }),
  )
  .map(([light, rest]) => ({ ...light, ...rest }));

describe('the theme of an organisation', () => {
  test.each([
    ['Leiebeke', leiebekeTheme],
    ['Rozelaar', rozelaarTheme],
  ])('of %s is data that can be saved', (_name, theme) => {
    expect(organisationThemeSchema.parse(theme)).toEqual(theme);
  });

  test('becomes variables and nothing else', () => {
    fc.assert(
      fc.property(themes, (theme) => {
        const css = renderThemeCss(theme);
        const declarations = [...css.matchAll(/([a-z-]+):(#[0-9a-f]{6}|\d+px|url\("[^"]+"\))/g)].map(
          (match) => match[1],
        );
        expect(new Set(declarations)).toEqual(
          new Set([
            '--color-brand',
            '--color-brand-strong',
            '--color-brand-tint',
            '--color-on-brand',
            '--org-radius',
            '--org-mark',
            '--org-facade',
          ]),
        );
        expect(declarations).toHaveLength(15);
        expect(css.split('{')).toHaveLength(css.split('}').length);
      }),
    );
  });

  test('carries the dark colours for a chosen and for the system’s dark theme, on screens only', () => {
    const css = renderThemeCss(rozelaarTheme);
    expect(css).toContain('@media screen{[data-theme="dark"]{--color-brand:#dda3b6');
    expect(css).toContain(
      '@media screen and (prefers-color-scheme:dark){[data-theme="system"]{--color-brand:#dda3b6',
    );
  });

  test('has addresses for its drawings that change with the theme', () => {
    expect(renderThemeCss(leiebekeTheme)).toContain(
      `url("/brand/mark.svg?v=${fingerprintTheme(leiebekeTheme)}")`,
    );
    fc.assert(
      fc.property(themes, colours, (theme, brand) => {
        const other = { ...theme, brand };
        expect(fingerprintTheme(other) === fingerprintTheme(theme)).toBe(brand === theme.brand);
      }),
    );
  });

  test('draws its mark as an SVG of its own size', () => {
    expect(renderDrawingSvg(leiebekeTheme.mark, '#0e5266')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">' +
        `<path fill="#0e5266" fill-rule="evenodd" d="${leiebekeTheme.mark.path}"/></svg>`,
    );
  });

  test.each([
    ['a colour that closes the rule', { brand: '#fff;}body{display:none' }],
    ['a colour by name', { onBrand: 'white' }],
    [
      'a drawing that leaves its attribute',
      { mark: { viewBox: '0 0 40 40', path: 'M0 0"/><script>alert(1)</script>' } },
    ],
    ['a view box with more in it', { facade: { viewBox: '0 0 40 40" onload="x', path: 'M0 0z' } }],
    ['a radius that is not one', { radiusPx: Number.NaN }],
  ])('refuses %s', (_what, change) => {
    expect(organisationThemeSchema.safeParse({ ...leiebekeTheme, ...change }).success).toBe(false);
  });
});
