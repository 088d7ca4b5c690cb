import { type Language, type LocalizedText, languages } from '#journey/language.ts';
import { differsByOneSlip } from '#shared/one-slip.ts';
import type { CatalogueService } from './service.ts';

/** As much of a question as is looked at; nobody types more on purpose. */
const mostCharacters = 200;
const mostWords = 8;

const ownLanguage = 1;
const otherLanguage = 0.4;
const fieldWeights = { name: 4, terms: 3, category: 2, summary: 1 } as const;

/**
 * The services that fit what somebody typed, best first; none for an empty question.
 * Words are compared without accents and capitals, by their beginnings, and with one slip of the finger. Names and terms of the
 * other languages count too, but less: people know a service by the word on a letter.
 */
export function searchServices(
  services: readonly CatalogueService[],
  question: string,
  language: Language,
): CatalogueService[] {
  const asked = significantWords(splitWords(question.slice(0, mostCharacters)));
  if (asked.length === 0) return [];
  return services
    .map((service, index) => ({ service, index, score: scoreOf(service, asked, language) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ service }) => service);
}

/** The words of a text in lower case, without accents: "Conseil, l’énergie" gives conseil, l, energie. */
export function splitWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words of one or two letters say little, unless nothing else was typed. */
function significantWords(words: readonly string[]): readonly string[] {
  const long = words.filter((word) => word.length > 2);
  return [...new Set(long.length > 0 ? long : words)].slice(0, mostWords);
}

/** The sum over the words that were asked, or 0 when fewer than half of them are found. */
function scoreOf(service: CatalogueService, asked: readonly string[], language: Language): number {
  const fields = languages.flatMap((spoken) => fieldsOf(service, spoken, language));
  const scores = asked.map((word) =>
    fields.reduce((best, { words, weight }) => Math.max(best, weight * bestMatch(word, words)), 0),
  );
  const found = scores.filter((score) => score > 0).length;
  return found * 2 >= asked.length ? scores.reduce((sum, score) => sum + score, 0) : 0;
}

function fieldsOf(service: CatalogueService, spoken: Language, reader: Language) {
  const text = (localized: LocalizedText) => splitWords(localized[spoken]);
  const own = spoken === reader;
  const weight = (field: keyof typeof fieldWeights) =>
    fieldWeights[field] * (own ? ownLanguage : otherLanguage);
  const named = [
    { words: text(service.name), weight: weight('name') },
    { words: service.searchTerms[spoken].flatMap(splitWords), weight: weight('terms') },
  ];
  if (!own) return named;
  return [
    ...named,
    { words: text(service.category.name), weight: weight('category') },
    { words: text(service.summary), weight: weight('summary') },
  ];
}

function bestMatch(asked: string, words: readonly string[]): number {
  return words.reduce((best, word) => Math.max(best, matchOf(asked, word)), 0);
}

/** How well a typed word fits one of a text: 1 the same, less for a beginning, a longer form, a part, a slip. */
function matchOf(asked: string, word: string): number {
  if (word === asked) return 1;
  if (asked.length >= 2 && word.startsWith(asked)) return 0.8;
  if (word.length >= 4 && asked.startsWith(word)) return 0.7;
  if (asked.length >= 5 && word.includes(asked)) return 0.6;
  if (asked.length >= 5 && differsByOneSlip(asked, word)) return 0.4;
  return 0;
}
