import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categories } from './catalogue/categories.ts';
import * as laws from './catalogue/laws.ts';
import { services } from './catalogue.ts';
import { type LocalizedText, languages, type OrganisationSlug } from './content.ts';
import { organisations } from './organisations.ts';

type Found = { at: string; text: LocalizedText };

/** Every object with a Dutch and a French text in it, however deep, with the path to it. */
function localizedTextsIn(value: unknown, at: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value && typeof value.nl === 'string' && !value.nl.startsWith('https://')) {
    return [{ at, text: value as LocalizedText }];
  }
  return Object.entries(value).flatMap(([key, child]) => localizedTextsIn(child, `${at}.${key}`));
}

const texts: Found[] = [
  ...services.flatMap((service) => localizedTextsIn(service, service.slug)),
  ...categories.flatMap((category) => localizedTextsIn(category, category.slug)),
  ...organisations.flatMap((organisation) => localizedTextsIn(organisation, organisation.slug)),
  ...localizedTextsIn(laws, 'laws'),
];

const saysU = /\b(u|uw|uzelf)\b/i;
const saysJe = /\b(je|jij|jou|jouw|jullie|jezelf)\b/i;

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:])\s+/);
}

function wordCountOf(sentence: string): number {
  return sentence.split(/\s+/).length;
}

function versionsOf({ at, text }: Found): { at: string; version: string }[] {
  return Object.entries(text).map(([language, version]) => ({ at: `${at}.${language}`, version }));
}

describe('every text', () => {
  it('is there in Dutch, French, English and German, without loose spaces', () => {
    const missing = texts.flatMap(({ at, text }) =>
      languages
        .filter((language) => !text[language] || text[language] !== text[language].trim())
        .map((l) => `${at}.${l}`),
    );
    expect(texts.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });

  it('never says "je" in its "u" form, and never says "u" in its "je" form', () => {
    expect(texts.filter(({ text }) => saysJe.test(text.nl)).map(({ at }) => at)).toEqual([]);
    expect(texts.filter(({ text }) => saysU.test(text.nlJe ?? '')).map(({ at }) => at)).toEqual([]);
  });

  it('has a "je" form exactly when the Dutch says "u"', () => {
    const wrong = texts.filter(({ text }) => saysU.test(text.nl) !== (text.nlJe !== undefined));
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  it('is translated: a sentence is not the same in two languages', () => {
    const copied = texts.filter(({ text }) => {
      const versions = languages.map((language) => text[language]);
      return wordCountOf(text.nl) > 4 && new Set(versions).size < versions.length;
    });
    expect(copied.map(({ at }) => at)).toEqual([]);
  });

  it('keeps French question marks and colons on the line of their word', () => {
    expect(texts.filter(({ text }) => /(?<!\u00a0)[?:;]/.test(text.fr)).map(({ at }) => at)).toEqual([]);
  });

  it('keeps its voice: no exclamation marks, no straight quotes, no doubled spaces', () => {
    const loud = texts.flatMap(versionsOf).filter(({ version }) => /[!"'“”]|\s{2}/.test(version));
    expect(loud.map(({ at }) => at)).toEqual([]);
  });
});

describe('a text for citizens', () => {
  it('has sentences of at most 20 words', () => {
    const parts = services.flatMap(({ slug, summary, description, bring, onlineAlternative }) =>
      localizedTextsIn({ summary, description, bring, onlineAlternative }, slug),
    );
    const long = parts
      .flatMap(versionsOf)
      .flatMap(({ at, version }) =>
        sentencesOf(version).map((sentence) => ({ at, words: wordCountOf(sentence) })),
      )
      .filter(({ words }) => words > 20);
    expect(long).toEqual([]);
  });

  it('has a summary of at most three sentences', () => {
    const long = services.flatMap(({ slug, summary }) => versionsOf({ at: slug, text: summary }));
    expect(long.filter(({ version }) => sentencesOf(version).length > 3)).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has unique slugs that fit in an address', () => {
    for (const slugs of [services.map(({ slug }) => slug), categories.map(({ slug }) => slug)]) {
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('offers at least twelve services in each municipality, and not the same ones', () => {
    const offered = (slug: OrganisationSlug) => services.filter(({ offers }) => offers[slug]).length;
    expect(offered('leiebeke')).toBeGreaterThanOrEqual(12);
    expect(offered('rozelaar')).toBeGreaterThanOrEqual(12);
    expect(offered('leiebeke')).not.toBe(offered('rozelaar'));
  });

  it('puts every service in a category, and something in every category of each municipality', () => {
    const known = categories.map(({ slug }) => slug);
    for (const service of services) expect(known, service.slug).toContain(service.category);
    for (const { slug } of organisations) {
      const used = new Set(services.filter(({ offers }) => offers[slug]).map(({ category }) => category));
      expect([...used].sort()).toEqual([...known].sort());
    }
  });

  it('gives each offer to a team of that municipality, over video at least, at a price in whole cents', () => {
    for (const { slug, teams } of organisations) {
      for (const service of services) {
        const offer = service.offers[slug];
        if (!offer) continue;
        expect(
          teams.map((team) => team.slug),
          service.slug,
        ).toContain(offer.team);
        expect(offer.channels, service.slug).toContain('video');
        expect(Number.isInteger(offer.feeCents) && offer.feeCents >= 0, service.slug).toBe(true);
      }
    }
  });

  it('plans in steps of five minutes, between five minutes and an hour', () => {
    for (const { slug, durationMinutes } of services) {
      expect(durationMinutes % 5, slug).toBe(0);
      expect(durationMinutes, slug).toBeGreaterThanOrEqual(5);
      expect(durationMinutes, slug).toBeLessThanOrEqual(60);
    }
  });

  it('names icons that lucide has', () => {
    const icons = [
      ...categories.map(({ icon }) => icon),
      ...services.flatMap(({ bring }) => bring.map(({ icon }) => icon)),
    ];
    const folder = new URL('../../node_modules/lucide-react/dist/esm/icons/', import.meta.url);
    expect(icons.filter((icon) => !existsSync(new URL(`${icon}.mjs`, folder)))).toEqual([]);
  });

  it('asks each thing once per service', () => {
    for (const { slug, bring } of services) {
      expect(bring.length, slug).toBeGreaterThan(0);
      expect(new Set(bring.map(({ key }) => key)).size, slug).toBe(bring.length);
    }
  });

  it('states for every service a basis in law, what is asked, who gets it, and how long it is kept', () => {
    for (const { slug, privacy } of services) {
      expect(privacy.lawfulBasis.en, slug).toContain('GDPR, article 6(1)(e)');
      expect(privacy.dataAsked.length, slug).toBeGreaterThan(0);
      expect(privacy.recipients.length, slug).toBeGreaterThan(0);
      expect(privacy.retentionDays, slug).toBeGreaterThanOrEqual(1);
      expect(privacy.retentionDays, slug).toBeLessThanOrEqual(90);
    }
  });

  it('can be searched in every language, with terms that are listed once', () => {
    for (const { slug, searchTerms } of services) {
      for (const language of languages) {
        const terms = searchTerms[language].map((term) => term.toLowerCase());
        expect(terms.length, `${slug}.${language}`).toBeGreaterThanOrEqual(3);
        expect(new Set(terms).size, `${slug}.${language}`).toBe(terms.length);
      }
    }
  });

  it('links to secure addresses only', () => {
    const links = services.flatMap(({ onlineAlternative }) => onlineAlternative?.link?.url ?? []);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(new URL(link).protocol).toBe('https:');
  });
});
