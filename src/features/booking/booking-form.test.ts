import { describe, expect, test } from 'vitest';
import { readBookingForm } from './booking-form.ts';

const submissionKey = '0d9e7a52-6b54-4a6e-9d0c-3a8a3f6f2f10';
const good = {
  intent: 'book',
  service: 'verhuizing-aangeven',
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
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}

describe('a sent form', () => {
  test('is read with details that can be booked, empty fields being left out', () => {
    expect(readBookingForm(formOf(good))).toMatchObject({
      intent: 'book',
      service: 'verhuizing-aangeven',
      submissionKey,
      details: { name: 'Sofie Van Daele', email: 'sofie@example.org', phone: null, remark: null },
      problems: null,
    });
  });

  test('keeps what was typed, exactly, beside what is wrong with it', () => {
    const sent = readBookingForm(formOf({ ...good, name: ' ', email: 'sofie@', phone: 'x', remark: 'a\nb' }));
    expect(sent).toMatchObject({
      details: null,
      problems: { name: 'nameMissing', email: 'emailWrong', phone: 'phoneWrong' },
      typed: { name: ' ', email: 'sofie@', phone: 'x', remark: 'a\nb' },
    });
  });

  test('may lack a moment, when none of the proposed ones was chosen', () => {
    const { moment: _moment, ...rest } = good;
    expect(readBookingForm(formOf(rest))).toMatchObject({ moment: undefined, wanted: good.wanted });
  });

  test.each([
    ['an unknown intent', { intent: 'admin' }],
    ['no service', { service: '' }],
    ['a key that is none', { submissionKey: '1 or 1=1' }],
    ['an endless moment', { moment: 'x'.repeat(41) }],
  ])('with %s was not made by our page', (_what, change) => {
    expect(readBookingForm(formOf({ ...good, ...change }))).toBeNull();
  });

  test('never turns a field into an object', () => {
    const form = formOf(good);
    form.set('email[not]', '');
    form.set('name', new File(['x'], 'x.txt'));
    expect(readBookingForm(form)).toMatchObject({ details: null, problems: { name: 'nameMissing' } });
  });
});
