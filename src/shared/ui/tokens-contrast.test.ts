import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leiebekeTheme, rozelaarTheme } from '../../../prisma/seed/themes.ts';
import { contrastRatio } from './colour-contrast.ts';
import type { OrganisationTheme } from './organisation-theme.ts';

type Tokens = Record<string, string>;

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');

function readTokens(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  expect(start, `${selector} is in tokens.css`).toBeGreaterThan(-1);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--color-([a-z0-9-]+):\s*(#[0-9a-f]{6})/gi)].map((match) => [
      match[1],
      match[2] ?? '',
    ]),
  );
}

const light = readTokens('@theme static');
const dark = { ...light, ...readTokens('[data-theme="dark"]') };

function dress(
  tokens: Tokens,
  theme: Pick<OrganisationTheme, 'brand' | 'brandStrong' | 'brandTint' | 'onBrand'>,
): Tokens {
  const { brand, brandStrong, brandTint, onBrand } = theme;
  return { ...tokens, brand, 'brand-strong': brandStrong, 'brand-tint': brandTint, 'on-brand': onBrand };
}

function measure(tokens: Tokens, front: string, ground: string): number {
  return contrastRatio(tokens[front] ?? '', tokens[ground] ?? '');
}

describe('the ratios that the design language states', () => {
  const stated: [front: string, ground: string, light: number, dark: number][] = [
    ['edge', 'surface', 4.58, 4.55],
    ['ink', 'surface', 16.2, 14.1],
    ['ink-2', 'surface', 8.2, 9.1],
    ['ink-3', 'surface', 5.6, 6.3],
    ['ink-3', 'ground', 5.03, 7.01],
    ['on-lamp', 'lamp', 10.4, 10.4],
    ['ok', 'ok-tint', 5.86, 7.21],
    ['warn', 'warn-tint', 6.06, 7.9],
    ['danger', 'danger-tint', 5.84, 7.32],
    ['info', 'info-tint', 6.12, 7.54],
  ];
  test.each(stated)('%s on %s: %d in light, %d in dark', (front, ground, inLight, inDark) => {
    expect(Math.abs(measure(light, front, ground) - inLight)).toBeLessThanOrEqual(0.06);
    expect(Math.abs(measure(dark, front, ground) - inDark)).toBeLessThanOrEqual(0.06);
  });

  test.each([
    [
      'Leiebeke',
      leiebekeTheme,
      { brand: 8.69, tint: 7.33, darkBrand: 8.92, darkTint: 6.68, onDark: 8.6, lamp: 5.55 },
    ],
    ['Rozelaar', rozelaarTheme, { brand: 9.78, tint: 8.23, darkBrand: 7.69 }],
  ])('the brand of %s', (_name, theme, ratios: Record<string, number>) => {
    const day = dress(light, theme);
    const night = dress(dark, theme.dark);
    const measured: Record<string, number> = {
      brand: measure(day, 'brand', 'surface'),
      tint: measure(day, 'brand', 'brand-tint'),
      lamp: measure(day, 'lamp', 'brand'),
      darkBrand: measure(night, 'brand', 'surface'),
      darkTint: measure(night, 'brand', 'brand-tint'),
      onDark: measure(night, 'on-brand', 'brand'),
    };
    for (const [pair, ratio] of Object.entries(ratios)) expect(measured[pair], pair).toBeCloseTo(ratio, 1);
  });

  test('the four colours of charts stand out on their surface', () => {
    for (const number of [1, 2, 3, 4]) {
      expect(measure(light, `chart-${number}`, 'surface')).toBeGreaterThanOrEqual(3);
      expect(measure(dark, `chart-${number}`, 'surface')).toBeGreaterThanOrEqual(3.99);
    }
  });
});

describe.each([
  ['Leiebeke, light', dress(light, leiebekeTheme)],
  ['Leiebeke, dark', dress(dark, leiebekeTheme.dark)],
  ['Rozelaar, light', dress(light, rozelaarTheme)],
  ['Rozelaar, dark', dress(dark, rozelaarTheme.dark)],
])('what the parts put on one another: %s', (_name, tokens) => {
  test.each([
    ['ink', 'ground'],
    ['ink', 'sunken'],
    ['ink', 'brand-tint'],
    ['ink', 'ok-tint'],
    ['ink', 'warn-tint'],
    ['ink', 'danger-tint'],
    ['ink-2', 'ground'],
    ['ink-2', 'sunken'],
    ['ink-2', 'brand-tint'],
    ['ink-3', 'sunken'],
    ['brand', 'ground'],
    ['brand', 'sunken'],
    ['brand', 'warn-tint'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-strong'],
    ['ok', 'surface'],
    ['warn', 'surface'],
    ['warn', 'sunken'],
    ['danger', 'surface'],
    ['danger', 'ground'],
    ['danger', 'sunken'],
  ])('%s on %s is text that can be read (4.5)', (front, ground) => {
    expect(measure(tokens, front, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a control is seen on every ground (3)', () => {
    for (const ground of ['ground', 'surface', 'sunken']) {
      expect(measure(tokens, 'edge', ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test('one of the two focus rings is seen on every ground (3)', () => {
    const grounds = ['ground', 'surface', 'sunken', 'brand-tint', 'ok-tint', 'warn-tint', 'danger-tint'];
    for (const ground of grounds) {
      const best = Math.max(measure(tokens, 'ink', ground), measure(tokens, 'lamp', ground));
      expect(best, ground).toBeGreaterThanOrEqual(3);
    }
    for (const ground of ['brand', 'brand-strong']) {
      const best = Math.max(measure(tokens, 'on-brand', ground), measure(tokens, 'lamp', ground));
      expect(best, ground).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('around a picture, in either theme', () => {
  test('words and marks can be read', () => {
    expect(measure(light, 'on-night', 'night')).toBeGreaterThanOrEqual(7);
    expect(measure(light, 'on-night', 'night-raised')).toBeGreaterThanOrEqual(7);
    expect(measure(light, 'on-night', 'picture-raised')).toBeGreaterThanOrEqual(4.5);
    expect(measure(light, 'on-night', 'hangup')).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['light', leiebekeTheme.brandStrong],
    ['light', rozelaarTheme.brandStrong],
    ['dark', '#0b1113'],
  ])('the rail in %s carries its words on %s', (_theme, rail) => {
    expect(contrastRatio(light['on-rail'] ?? '', rail)).toBeGreaterThanOrEqual(7);
  });
});

test('the system’s dark theme is the chosen dark theme', () => {
  expect(readTokens('[data-theme="system"]')).toEqual(readTokens('[data-theme="dark"]'));
});
