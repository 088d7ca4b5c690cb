import { type LocalizedText, languages } from '#journey/language.ts';
import type { ProblemCode } from './problems.ts';

const mostCharacters = 120;

/** One choice a line, per language. */
export type ChoiceLines = Readonly<Partial<Record<(typeof languages)[number], string | undefined>>>;

/**
 * Reads what can be chosen, one a line, in each language as many; a language that stays empty takes the words of another.
 * @param most how many there may be
 */
export function readChoices(
  written: ChoiceLines,
  most: number,
):
  | { readonly ok: true; readonly choices: LocalizedText[] }
  | { readonly ok: false; readonly code: ProblemCode } {
  const choices = joinLines(written);
  const problem = choices === null ? 'linesDiffer' : findProblem(choices, most);
  return choices === null || problem !== null
    ? { ok: false, code: problem ?? 'linesDiffer' }
    : { ok: true, choices };
}

function findProblem(choices: readonly LocalizedText[], most: number): ProblemCode | null {
  if (choices.length < 2) return 'choicesMissing';
  if (choices.length > most) return 'tooMany';
  if (choices.some(({ nl }) => nl.length > mostCharacters)) return 'tooLong';
  return new Set(choices.map(({ nl }) => nl)).size < choices.length ? 'double' : null;
}

function joinLines(written: ChoiceLines): LocalizedText[] | null {
  const lists = languages.map((language) => linesOf(written[language] ?? ''));
  const first = lists.find((list) => list.length > 0) ?? [];
  if (lists.some((list) => list.length > 0 && list.length !== first.length)) return null;
  const words = (language: number, at: number) => lists[language]?.[at] ?? first[at] ?? '';
  return first.map(
    (_line, at) =>
      Object.fromEntries(languages.map((language, index) => [language, words(index, at)])) as LocalizedText,
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
