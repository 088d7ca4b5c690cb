import { describe, expect, test } from 'vitest';
import { checkOwnText, signsWithoutPlainForm, tidyOwnText } from './check-own-text.ts';
import { exampleStartAt, exampleTelling } from './example-telling.ts';
import { readMessageValues } from './message-values.ts';
import type { WordedPart, WordingKey } from './own-texts.ts';

const values = readMessageValues({ kind: 'confirmation', channel: 'sms' }, exampleTelling(), exampleStartAt);
const sms: WordingKey = { wording: 'confirmation', channel: 'sms', language: 'nl' };
const mail: WordingKey = { ...sms, channel: 'email' };
const check = (key: WordingKey, part: WordedPart, text: string) => checkOwnText(key, part, text, values);

describe('own words are refused', () => {
  test.each(['Dag {moment', 'Dag moment}', 'Dag {{moment}}', 'Dag {}', '{moment, select, a {b} other {c}}'])(
    'with broken braces, or more between them than a name: %s',
    (text) =>
      expect(check(mail, 'note', text)).toEqual([
        expect.objectContaining({ code: expect.stringMatching(/brokenBraces|unknownVariable/) }),
      ]),
  );

  test('with a variable that nobody knows, or that has no place there, by its name', () => {
    expect(check(mail, 'note', '{moment} {momnet} {Moment}')).toEqual([
      { code: 'unknownVariable', names: ['momnet', 'Moment'] },
    ]);
    expect(check(mail, 'subject', 'Voor {service}')).toMatchObject([{ names: ['service'] }]);
    expect(check(sms, 'text', '{service} {moment} {link} {words}')).toMatchObject([{ names: ['service'] }]);
    expect(check({ ...mail, wording: 'moved' }, 'note', '{day}')).toMatchObject([{ names: ['day'] }]);
    expect(check({ ...mail, wording: 'reminder' }, 'note', '{day}')).toEqual([]);
  });

  test('in a text message without the link, the phrase or the moment; in a mail these have their own place', () => {
    expect(check(sms, 'text', 'Tot dan!')).toEqual([
      { code: 'missingVariable', names: ['moment', 'words', 'link'] },
    ]);
    expect(check({ ...sms, wording: 'missed' }, 'text', '{link} {words}')).toEqual([]);
    expect(check(mail, 'note', 'Tot dan!')).toEqual([]);
  });

  test('for everything that is wrong at once', () => {
    expect(check(sms, 'text', '{momnet} {moment} {link}')).toEqual([
      { code: 'unknownVariable', names: ['momnet'] },
      { code: 'missingVariable', names: ['words'] },
    ]);
  });

  test('when they are longer than a mail’s part or a text message may be', () => {
    expect(check(mail, 'title', 'a'.repeat(121))).toEqual([{ code: 'tooLong', most: 120 }]);
    const needed = '{moment} {link} {words}';
    expect(check(sms, 'text', `${needed} ${'a'.repeat(450)}`)).toEqual([]);
    expect(check(sms, 'text', `${needed} ${'a'.repeat(600)}`)).toEqual([{ code: 'tooManyParts', parts: 5 }]);
    expect(check(sms, 'text', `${needed} 👋 ${'a'.repeat(250)}`)).toEqual([
      { code: 'tooManyParts', parts: 6 },
    ]);
  });
});

describe('own words are kept', () => {
  test('without signs that nobody sees, and without a second line where there is one', () => {
    expect(tidyOwnText('subject', ' Dag\r\nBcc: x@evil.be\u202e\u0000 ')).toBe('Dag Bcc: x@evil.be');
    expect(tidyOwnText('note', ' Dag \r\n\r\nTot morgen\t ')).toBe('Dag\n\nTot morgen');
    expect(tidyOwnText('text', 'e\u0301te\u0301')).toBe('été');
  });

  test('with the signs told that make a text message longer', () => {
    expect(signsWithoutPlainForm('L’été 👋 is er 👋 Ж?')).toEqual(['👋', 'Ж']);
  });
});
