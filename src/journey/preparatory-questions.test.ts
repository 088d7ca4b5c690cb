import { describe, expect, it } from 'vitest';
import type { LocalizedText } from './language.ts';
import { readAnswer, sayAnswer } from './preparatory-questions.ts';

const words = (nl: string, fr: string): LocalizedText => ({ nl, fr, en: nl, de: nl });
const none: readonly LocalizedText[] = [];
const choices = [words('Huren', 'Louer'), words('Kopen', 'Acheter')];
const inFrench = (text: LocalizedText) => text.fr;

describe('an answer', () => {
  it.each([
    ['text', '  Wij zijn\r\nmet twee. ', 'Wij zijn\nmet twee.'],
    ['text', 'om\u202egekeerd\u0000', 'omgekeerd'],
    ['text', ' \n ', null],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-30', undefined],
    ['date', 'morgen', undefined],
    ['date', '', null],
    ['choice', 'Huren', 'Huren'],
    ['choice', 'Stelen', undefined],
    ['choice', '', null],
  ] as const)('to a %s is read: %j', (kind, typed, kept) => {
    expect(readAnswer({ kind, choices: kind === 'choice' ? choices : none }, typed)).toBe(kept);
  });

  it('is no longer than can be kept', () => {
    const kept = readAnswer({ kind: 'text', choices: none }, '😀'.repeat(2000));
    expect([...(kept ?? '')]).toHaveLength(1000);
  });

  it.each([
    ['choice', 'Kopen', 'Acheter'],
    ['choice', 'Erven', 'Erven'],
    ['date', '2026-03-01', '1 mars 2026'],
    ['text', 'Zomaar', 'Zomaar'],
  ] as const)('is said in the reader’s language: %s %s', (kind, answer, said) => {
    expect(sayAnswer({ kind, choices, answer }, 'fr', inFrench)).toBe(said);
  });
});
