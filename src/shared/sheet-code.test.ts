import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AppointmentId } from '#journey/ids.ts';
import { deriveSheetCode, hashSheetCode, parseSheetCode } from './sheet-code.ts';

const secret = 'a secret of links that only tests know';

describe('the code on a printed sheet', () => {
  test('is two groups of five, without letters that are misread', () => {
    for (let derived = 0; derived < 200; derived += 1)
      expect(deriveSheetCode(secret, randomUUID() as AppointmentId)).toMatch(
        /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/,
      );
  });

  test('is the same every time for an appointment, and another for every other one and under another key', () => {
    const [one, other] = ['one', 'other'] as AppointmentId[] as [AppointmentId, AppointmentId];
    expect(deriveSheetCode(secret, one)).toBe(deriveSheetCode(secret, one));
    expect(deriveSheetCode(secret, one)).not.toBe(deriveSheetCode(secret, other));
    expect(deriveSheetCode(secret, one)).not.toBe(deriveSheetCode(`${secret}!`, one));
  });

  test.each([
    '7K2MQ-X4D9P',
    '7k2mq-x4d9p',
    ' 7K2MQ X4D9P\n',
    '7k2mqx4d9p',
    '7K2MQ\u00a0–\u00a0X4D9P',
    '７K2MQX4D9P',
  ])('is read as it was meant when written as %j', (typed) => {
    expect(parseSheetCode(typed)).toBe('7K2MQ-X4D9P');
  });

  test('reads an O as a zero, and an I or an L as a one', () => {
    expect(parseSheetCode('oil00-00000')).toBe('01100-00000');
  });

  test.each(['', '7K2MQ-X4D9', '7K2MQ-X4D9PP', 'UUUUU-UUUUU', 'é'.repeat(10), '1'.repeat(5_000)])(
    'is no code when it is %j',
    (typed) => {
      expect(parseSheetCode(typed)).toBeNull();
    },
  );

  test('is stored as a keyed hash: another key gives another one', () => {
    const code = deriveSheetCode(secret, randomUUID() as AppointmentId);
    expect(hashSheetCode(secret, code)).toHaveLength(32);
    expect(hashSheetCode(secret, code)).toEqual(hashSheetCode(secret, code));
    expect(hashSheetCode(secret, code)).not.toEqual(hashSheetCode(`${secret}!`, code));
  });
});
