// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastRatio, type HexColour } from '#shared/ui/colour-contrast.ts';
import type { OrganisationTheme } from '#shared/ui/organisation-theme.ts';
import { leiebekeTheme, rozelaarTheme } from '../prisma/seed/themes.ts';
import { renderAppointmentMail } from './appointment-mail.ts';
import type { MailContent } from './mail-content.ts';

const link = { label: 'koppeling', url: 'https://stad.example/' };
/** Every part that a mail can have. */
const content: MailContent = {
  language: 'nl',
  subject: 'onderwerp',
  preview: 'vooraf',
  sender: 'afzender',
  product: 'product',
  label: 'soort',
  greeting: 'groet',
  title: 'titel',
  intro: 'inleiding',
  facts: [
    { label: 'wanneer', value: 'morgen', note: 'kort', strong: true },
    { label: 'wat', value: 'iets' },
  ],
  actions: [link, { ...link, url: 'https://stad.example/2' }],
  note: 'uitleg',
  sections: [
    { title: 'lijst', text: 'tekst', items: [{ title: 'ding', reason: 'reden' }], link },
    { title: 'woorden', text: 'tekst', words: ['klaver', 'brug'], small: 'klein' },
  ],
  footer: { title: 'vragen', lines: ['regel'], link },
};

/** What the style sheet for dark screens says, by class. */
function readDarkRules(html: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sheet = /prefers-color-scheme:dark\)\{(.*)\}<\/style>/s.exec(html)?.[1] ?? '';
  const rules = new Map<string, Map<string, string>>();
  for (const [, selectors = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]+)\}/g))
    for (const selector of selectors.split(',')) {
      const rule = rules.get(selector) ?? new Map<string, string>();
      for (const [, name = '', value = ''] of body.matchAll(/([a-z-]+):([^;!]+)!important/g))
        rule.set(name, value);
      rules.set(selector, rule);
    }
  return rules;
}

type Screen = 'light' | 'dark';

/** The contrast of every text in the mail with what it stands on, by the text. */
function measure(html: string, screen: Screen): ReadonlyMap<string, number> {
  const dark = screen === 'dark' ? readDarkRules(html) : new Map<string, ReadonlyMap<string, string>>();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const nearest = (element: Element | null, property: 'color' | 'background-color'): string => {
    for (let at = element; at !== null; at = at.parentElement) {
      const ruled = [...at.classList].map((name) => dark.get(`.${name}`)?.get(property)).find(Boolean);
      const styles = at.getAttribute('style') ?? '';
      const own = new RegExp(`(?:^|;)\\s*${property}:\\s*(#[0-9a-f]{3,6})`, 'i').exec(styles)?.[1];
      if (ruled ?? own) return toSixDigits(ruled ?? own ?? '');
    }
    throw new Error(`Nothing gives a ${property} to: ${element?.outerHTML.slice(0, 200)}`);
  };
  const ratios = new Map<string, number>();
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? '';
    const parent = walker.currentNode.parentElement;
    if (text === '' || parent === null || parent.closest('[style*="display:none"]')) continue;
    ratios.set(text, contrastRatio(nearest(parent, 'color'), nearest(parent, 'background-color')));
  }
  return ratios;
}

function toSixDigits(colour: string): string {
  return colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour;
}

const pictures = { mark: 'mark', facade: 'facade' };

async function expectLegible(theme: OrganisationTheme): Promise<void> {
  const html = await renderAppointmentMail(content, theme, pictures);
  for (const screen of ['light', 'dark'] as const) {
    const ratios = measure(html, screen);
    expect([...ratios.keys()]).toEqual(
      expect.arrayContaining([
        'soort',
        'titel',
        'inleiding',
        'kort',
        'uitleg',
        'reden',
        'klaver',
        'klein',
        'regel',
      ]),
    );
    const faint = [...ratios].filter(([, ratio]) => ratio < 4.5);
    expect(faint, `${screen}, ${JSON.stringify(theme)}`).toEqual([]);
  }
}

describe('a mail', () => {
  test.each([
    ['Leiebeke', leiebekeTheme],
    ['Rozelaar', rozelaarTheme],
  ])('of %s is legible on a light and on a dark screen, and in its own colours', async (_, theme) => {
    await expectLegible(theme);
    const html = await renderAppointmentMail(content, theme, pictures);
    for (const colour of [theme.brand, theme.brandStrong, theme.brandTint, theme.onBrand])
      expect(html).toContain(colour);
    for (const colour of [theme.dark.brand, theme.dark.brandTint]) expect(html).toContain(colour);
  });

  test('is legible whatever colours a municipality chose', async () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value): HexColour => `#${value.toString(16).padStart(6, '0')}`);
    const palette = { brand: colour, brandStrong: colour, brandTint: colour, onBrand: colour };
    await fc.assert(
      fc.asyncProperty(fc.record(palette), fc.record(palette), async (light, dark) => {
        await expectLegible({ ...leiebekeTheme, ...light, dark });
      }),
      { numRuns: 30 },
    );
  });
});
