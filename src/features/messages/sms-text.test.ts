import { describe, expect, test } from 'vitest';
import { countSmsParts, toGsmText } from './sms-text.ts';

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
    expect(countSmsParts('a'.repeat(160))).toBe(1);
    expect(countSmsParts('a'.repeat(161))).toBe(2);
    expect(countSmsParts('a'.repeat(306))).toBe(2);
    expect(countSmsParts('a'.repeat(307))).toBe(3);
    expect(countSmsParts('€'.repeat(81))).toBe(2);
  });
});
