import { describe, expect, test } from 'vitest';
import { linkMark } from '#journey/text-lines.ts';
import { writeAnswerText } from './answer-text.ts';

const link = 'https://balie.leiebeke.example/l/abc';
const write = (over: Partial<Parameters<typeof writeAnswerText>[0]>) =>
  writeAnswerText({
    text: '',
    link: null,
    organisationName: 'Stad Leiebeke',
    phraseWords: null,
    language: 'nl',
    formOfAddress: 'u',
    ...over,
  });

describe('an answer as text', () => {
  test('without a link is what the clerk wrote', () => {
    expect(write({ text: 'Dat mag.' })).toBe('Dat mag.');
  });

  test('with a link says of whom it is, and the words by which the appointment’s own address knows it', () => {
    const phraseWords = ['klaver', 'brug'];
    expect(write({ text: `Zie hier. ${linkMark}`, link, phraseWords })).toBe(
      `Stad Leiebeke: Zie hier.\n${link}\nOnze woorden voor u: klaver brug`,
    );
    expect(write({ text: linkMark, link, phraseWords, formOfAddress: 'je' })).toBe(
      `Stad Leiebeke: dit is je beveiligde link.\n${link}\nOnze woorden voor jou: klaver brug`,
    );
  });

  test('tells no words to an address that is nobody’s', () => {
    expect(write({ text: linkMark, link })).toBe(`Stad Leiebeke: dit is uw beveiligde link.\n${link}`);
  });
});
