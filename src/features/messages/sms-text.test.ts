import { describe, expect, test } from 'vitest';
import { hasPlainForm, measureSms, toGsmText } from './sms-text.ts';

describe('the text of an SMS', () => {
  test('keeps what the alphabet has', () => {
    const text = 'é è à ù ì ò ä ö ü ß Ñ € @ £ [x]\n10.40';
    expect(toGsmText(text)).toBe(text);
  });

  test('gives every other sign its plain form', () => {
    expect(toGsmText('Aujourd’hui à 10\u00a0h\u00a040 – forêt, garçon, cœur, Œuvre, «\u202fça\u202f»…')).toBe(
      'Aujourd\'hui à 10 h 40 - foret, garcon, coeur, OEuvre, " ca "...',
    );
    expect(toGsmText('🏛 旧')).toBe('? ?');
  });

  test('is counted in parts as networks count', () => {
    expect(measureSms('a'.repeat(160)).parts).toBe(1);
    expect(measureSms('a'.repeat(161)).parts).toBe(2);
    expect(measureSms('a'.repeat(306)).parts).toBe(2);
    expect(measureSms('a'.repeat(307)).parts).toBe(3);
    expect(measureSms('€'.repeat(81)).parts).toBe(2);
  });
});

describe('the size of a text message', () => {
  test('is counted in UCS-2 as soon as one sign is outside the plain alphabet', () => {
    expect(measureSms('é'.repeat(70))).toEqual({ encoding: 'GSM-7', signs: 70, parts: 1 });
    expect(measureSms('ê'.repeat(70))).toEqual({ encoding: 'UCS-2', signs: 70, parts: 1 });
    expect(measureSms('ê'.repeat(71)).parts).toBe(2);
    expect(measureSms('ê'.repeat(134)).parts).toBe(2);
    expect(measureSms('ê'.repeat(135)).parts).toBe(3);
  });

  test('never has a sign cut in two between parts', () => {
    expect(measureSms(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toEqual({
      encoding: 'GSM-7',
      signs: 306,
      parts: 3,
    });
    expect(measureSms(`${'a'.repeat(66)}👋${'a'.repeat(66)}`)).toEqual({
      encoding: 'UCS-2',
      signs: 134,
      parts: 3,
    });
  });
});

test.each([
  ['L’été à 10 h…', true],
  ['Echt? Ja.', true],
  ['Tot straks 👋', false],
  ['Добър ден', false],
])('whether %s has a plain form: %s', (text, plain) => expect(hasPlainForm(text)).toBe(plain));
