import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories } from '../../../prisma/seed/catalogue/categories.ts';
import { services as content } from '../../../prisma/seed/catalogue.ts';
import { searchServices, splitWords } from './search-services.ts';
import { type CatalogueService, onlineAlternative, searchTerms } from './service.ts';

const services: CatalogueService[] = content.flatMap((service) => {
  const category = categories.find(({ slug }) => slug === service.category);
  if (category === undefined) return [];
  return {
    ...service,
    isQuestion: service.isQuestion ?? false,
    category,
    channels: ['video'],
    feeCents: 0,
    onlineAlternative: onlineAlternative.nullable().parse(service.onlineAlternative ?? null),
    searchTerms: searchTerms.parse(service.searchTerms),
  };
});

const found = (question: string, language: 'nl' | 'fr' | 'en' | 'de' = 'nl') =>
  searchServices(services, question, language).map(({ slug }) => slug);

describe('searching the catalogue', () => {
  test.each([
    ['verhuizen', 'nl', 'verhuizing-aangeven'],
    ['ik ga verhuizen naar een ander adres', 'nl', 'verhuizing-aangeven'],
    ['VERHUIS', 'nl', 'verhuizing-aangeven'],
    ['verhuizign', 'nl', 'verhuizing-aangeven'],
    ['rijbewijs vernieuwen', 'nl', 'rijbewijs'],
    ['demenagement', 'fr', 'verhuizing-aangeven'],
    ['driving licence', 'en', 'rijbewijs'],
    ['führerschein', 'de', 'rijbewijs'],
    ['fuhrerschein', 'de', 'rijbewijs'],
  ] as const)('"%s" (%s) finds %s first', (question, language, slug) => {
    expect(found(question, language)[0]).toBe(slug);
  });

  test('finds a service by its name in another language', () => {
    expect(found('rijbewijs', 'en')[0]).toBe('rijbewijs');
  });

  test('finds every service first by its own name, in every language', () => {
    for (const language of ['nl', 'fr', 'en', 'de'] as const) {
      for (const service of services) {
        expect(found(service.name[language], language)[0], service.name[language]).toBe(service.slug);
      }
    }
  });

  test('finds nothing for nonsense, for nothing, and when most words do not fit', () => {
    expect(found('xqzwv')).toEqual([]);
    expect(found('  ?! ')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('verhuizen olifant giraf nijlpaard')).toEqual([]);
  });

  test('takes whatever is typed without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => Array.isArray(found(text))),
      {
        numRuns: 50,
      },
    );
  });
});

test('words are split without accents, capitals and signs', () => {
  expect(splitWords("Où est l’Éléphant d'Anvers (2026)?")).toEqual([
    'ou',
    'est',
    'l',
    'elephant',
    'd',
    'anvers',
    '2026',
  ]);
});
