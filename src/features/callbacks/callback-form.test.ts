import { describe, expect, test } from 'vitest';
import { readCallbackAnswers, readHidden, type TypedCallback } from './callback-form.ts';

const typed: TypedCallback = { name: '', phone: '0470 12 34 56', question: '', when: 'soon' };
const read = (change: Partial<TypedCallback>, asksQuestion = false) =>
  readCallbackAnswers({ ...typed, ...change }, asksQuestion);

describe('the form of who wants to be called', () => {
  test('asks for a number alone, and reads it as the world calls it', () => {
    expect(read({})).toEqual({
      ok: true,
      answers: { name: null, phone: '+32470123456', question: null, wanted: 'soon' },
    });
    expect(
      read({ name: '  An   Peeters ', question: 'Mag dat?\r\nOf niet?', when: '1795516800000' }),
    ).toEqual({
      ok: true,
      answers: {
        name: 'An Peeters',
        phone: '+32470123456',
        question: 'Mag dat?\nOf niet?',
        wanted: 1_795_516_800_000,
      },
    });
  });

  test.each([
    [{ phone: ' ' }, { phone: 'phoneMissing' }],
    [{ phone: '0470 12 34' }, { phone: 'phoneWrong' }],
    [{ name: 'a'.repeat(121) }, { name: 'nameTooLong' }],
    [{ name: 'An\u202e' }, { name: 'characters' }],
    [{ question: 'a'.repeat(1001) }, { question: 'questionTooLong' }],
    [{ when: '' }, { when: 'whenMissing' }],
    [{ when: '1e9' }, { when: 'whenMissing' }],
  ] as const)('says what is wrong with %j', (change, problems) => {
    expect(read(change)).toEqual({ ok: false, problems });
  });

  test('needs the question where that is what it is about', () => {
    expect(read({}, true)).toEqual({ ok: false, problems: { question: 'questionMissing' } });
    expect(read({ question: 'Hoe?' }, true)).toMatchObject({ ok: true });
  });

  test('is only read when our own page made it', () => {
    const form = new FormData();
    form.set('service', 'id-card');
    expect(readHidden(form)).toBeNull();
    form.set('submissionKey', '0193A6A4-7f0e-7c1e-8c5a-3f1d2b4c5d6e');
    expect(readHidden(form)).toEqual({
      service: 'id-card',
      submissionKey: '0193a6a4-7f0e-7c1e-8c5a-3f1d2b4c5d6e',
    });
  });
});
