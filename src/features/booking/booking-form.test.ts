import { describe, expect, test } from 'vitest';
import { languageOf, readAnswers, readBookingForm } from './booking-form.ts';
import { nothingTyped, type TypedValues } from './booking-state.ts';

const submissionKey = '0d9e7a52-6b54-4a6e-9d0c-3a8a3f6f2f10';
const good = {
  intent: 'book',
  step: 'check',
  services: 'verhuizing-aangeven',
  channel: 'video',
  locationId: '',
  wanted: '2026-11-24T10:40',
  moment: '2026-11-24T10:40',
  submissionKey,
  name: 'Sofie Van Daele',
  email: 'sofie@example.org',
  phone: '',
  remark: '',
};

function formOf(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, String(one));
  }
  return form;
}

describe('a sent form', () => {
  test('is read with what is booked, and with everything as it was typed', () => {
    const sent = readBookingForm(
      formOf({
        ...good,
        services: 'a,b',
        needs: ['companion', 'interpreter'],
        forWhom: 'child',
        name: ' x ',
      }),
    );
    expect(sent).toMatchObject({
      intent: 'book',
      services: ['a', 'b'],
      channel: 'video',
      locationId: null,
      submissionKey,
      typed: { name: ' x ', forWhom: 'child', needs: ['interpreter', 'companion'], wouldHaveCome: '' },
    });
  });

  test('may lack a moment, when none of the proposed ones was chosen', () => {
    const { moment: _moment, ...rest } = good;
    expect(readBookingForm(formOf(rest))).toMatchObject({ moment: undefined, wanted: good.wanted });
  });

  test('goes on with the address that was probably meant, at one press', () => {
    const sent = readBookingForm(formOf({ ...good, intent: 'meant', email: 'sofie@gmial.com' }));
    expect(sent).toMatchObject({ intent: 'check', typed: { email: 'sofie@gmail.com' } });
  });

  test('may ask for the same page in another language', () => {
    const sent = readBookingForm(formOf({ ...good, intent: 'language:fr' }));
    expect(sent && languageOf(sent.intent)).toBe('fr');
    expect(languageOf('book')).toBeNull();
  });

  test('takes answers that are none of ours for none', () => {
    const odd = { forWhom: 'king', needs: ['diagnosis', 'companion'], wouldHaveCome: 'flying' };
    expect(readBookingForm(formOf({ ...good, ...odd }))?.typed).toMatchObject({
      forWhom: 'self',
      needs: ['companion'],
      wouldHaveCome: '',
    });
  });

  test.each([
    ['an unknown intent', { intent: 'admin' }],
    ['an unknown language', { intent: 'language:es' }],
    ['no service', { services: '' }],
    ['more services than are taken', { services: 'a,b,c,d,e' }],
    ['a channel that nobody books', { channel: 'chat' }],
    ['a building that is none', { locationId: 'x' }],
    ['a key that is none', { submissionKey: '1 or 1=1' }],
    ['an endless moment', { moment: 'x'.repeat(41) }],
  ])('with %s was not made by our page', (_what, change) => {
    expect(readBookingForm(formOf({ ...good, ...change }))).toBeNull();
  });

  test('never turns a field into an object', () => {
    const form = formOf(good);
    form.set('email[not]', '');
    form.set('name', new File(['x'], 'x.txt'));
    expect(readBookingForm(form)?.typed.name).toBe('');
  });
});

const typed: TypedValues = { ...nothingTyped, name: 'Sofie Van Daele', email: 'sofie@example.org' };
const plain = { channel: 'video', asksQuestion: false } as const;

describe('what was typed', () => {
  test('is ready to be booked, empty fields being left out', () => {
    expect(readAnswers(typed, plain)).toEqual({
      ok: true,
      answers: {
        details: { name: 'Sofie Van Daele', email: 'sofie@example.org', phone: null, remark: null },
        principal: null,
        needs: [],
        interpreterLanguage: null,
        wouldHaveCome: null,
      },
    });
  });

  test('has all its problems said at once', () => {
    const wrong: TypedValues = {
      ...typed,
      name: ' ',
      email: 'sofie@',
      phone: 'x',
      needs: ['interpreter'],
      interpreterLanguage: 'xx',
      forWhom: 'company',
      registrationNumber: '1',
    };
    expect(readAnswers(wrong, plain)).toEqual({
      ok: false,
      problems: {
        name: 'nameMissing',
        email: 'emailWrong',
        phone: 'phoneWrong',
        principalName: 'principalMissing',
        registrationNumber: 'registrationWrong',
        interpreterLanguage: 'languageMissing',
      },
    });
  });

  test('names the language of an interpreter, only when one is needed', () => {
    const answers = (needs: TypedValues['needs']) =>
      readAnswers({ ...typed, needs, interpreterLanguage: 'ti' }, plain);
    expect(answers(['interpreter'])).toMatchObject({ answers: { interpreterLanguage: 'ti' } });
    expect(answers(['companion'])).toMatchObject({ answers: { interpreterLanguage: null } });
  });

  test('must hold a number to call, by phone', () => {
    const byPhone = { channel: 'phone', asksQuestion: false } as const;
    expect(readAnswers(typed, byPhone)).toEqual({ ok: false, problems: { phone: 'phoneNeeded' } });
    const nothing = readAnswers({ ...typed, email: '' }, byPhone);
    expect(nothing).toEqual({ ok: false, problems: { phone: 'phoneNeeded', email: undefined } });
    expect(readAnswers({ ...typed, phone: '0470 12 34 56' }, byPhone)).toMatchObject({ ok: true });
  });

  test('may hold a landline to call, beside an address to write to', () => {
    const byPhone = { channel: 'phone', asksQuestion: false } as const;
    const landline = { ...typed, phone: '09 323 45 67' };
    expect(readAnswers(landline, byPhone)).toMatchObject({ ok: true });
    const alone = { ok: false, problems: { email: 'emailNeeded' } };
    expect(readAnswers({ ...landline, email: '' }, byPhone)).toEqual(alone);
    expect(readAnswers(landline, plain)).toMatchObject({
      ok: true,
      answers: { details: { phone: '+3293234567' } },
    });
    expect(readAnswers({ ...landline, email: '' }, plain)).toEqual(alone);
  });

  test('hold no sensitive number, whatever the citizen let stand', () => {
    const told = { ...typed, remark: 'Mijn nummer is 85.07.30-033.28.' };
    expect(readAnswers(told, plain)).toMatchObject({
      answers: { details: { remark: 'Mijn nummer is ••.••.••-•••.••.' } },
    });
  });

  test('must hold the question, when that is all there is', () => {
    const question = { channel: 'video', asksQuestion: true } as const;
    expect(readAnswers(typed, question)).toEqual({ ok: false, problems: { remark: 'questionMissing' } });
    expect(readAnswers({ ...typed, remark: 'Mag dit?' }, question)).toMatchObject({ ok: true });
  });
});
