import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const offer = { languages: ['nl', 'fr', 'en'], defaultLanguage: 'nl' } as const;

describe('the language of a page', () => {
  test('is what the visitor chose', () => {
    expect(chooseLanguage(offer, 'fr', 'en')).toBe('fr');
  });
  test("is the browser's most wanted one that the organisation speaks", () => {
    expect(chooseLanguage(offer, undefined, 'de-DE,de;q=0.9,en;q=0.7,fr;q=0.8')).toBe('fr');
    expect(chooseLanguage(offer, undefined, 'en;q=0,fr-BE')).toBe('fr');
  });
  test("is the organisation's own when nothing fits", () => {
    expect(chooseLanguage(offer, 'de', 'de')).toBe('nl');
    expect(chooseLanguage(offer, undefined, null)).toBe('nl');
  });
});
