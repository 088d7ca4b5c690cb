import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactDetails } from './contact-details.ts';

const good = { name: 'Sofie Van Daele', email: 'sofie@example.org' };

function problemsOf(input: object): string[] {
  const parsed = contactDetails.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('contact details', () => {
  test('are kept as typed, without blanks around them, with the number in its international form', () => {
    const typed = {
      name: '  Sofie   Van Daele ',
      email: ' s@example.org ',
      phone: '0470 12 34 56',
      remark: 'a\r\nb ',
    };
    expect(contactDetails.parse(typed)).toEqual({
      name: 'Sofie Van Daele',
      email: 's@example.org',
      phone: '+32470123456',
      remark: 'a\nb',
    });
  });

  test('need one way to reach the citizen, and no more', () => {
    expect(contactDetails.parse(good)).toMatchObject({ phone: null, remark: null });
    expect(contactDetails.parse({ name: 'S', phone: '+31 6 12345678' })).toMatchObject({
      email: null,
      phone: '+31612345678',
    });
    expect(problemsOf({ name: 'Sofie' })).toEqual(['email contactMissing']);
  });

  test('are all looked at, so that nobody corrects one mistake after the other', () => {
    expect(problemsOf({})).toEqual(['name nameMissing', 'email contactMissing']);
    expect(problemsOf({ email: 'x', phone: '12', remark: 'x'.repeat(1001) })).toEqual([
      'name nameMissing',
      'email emailWrong',
      'phone phoneWrong',
      'remark remarkTooLong',
    ]);
  });

  test('say nothing is missing where something is wrong', () => {
    expect(problemsOf({ ...good, email: undefined, phone: 'abc' })).toEqual(['phone phoneWrong']);
  });

  test.each([
    ['', 'nameMissing'],
    ['   ', 'nameMissing'],
    ['Sofie\r\nBcc: everybody@example.org', 'nameCharacters'],
    ['Sofie\u0000', 'nameCharacters'],
    ['Sofie\u202Eelead', 'nameCharacters'],
    ['x'.repeat(121), 'nameTooLong'],
  ])('refuse the name %j', (name, code) => {
    expect(problemsOf({ ...good, name })).toEqual([`name ${code}`]);
  });

  test.each([
    'Åsa Öberg',
    'Nguyễn Thị Hạnh',
    'محمد العربي',
    '李小龙',
    "Ilse D'haene",
    '👩‍👧'.repeat(40),
    'x'.repeat(120),
  ])('accept the name %j', (name) => {
    expect(problemsOf({ ...good, name })).toEqual([]);
  });

  test.each([
    'sofie',
    'sofie@',
    '@example.org',
    'sofie@example',
    'sofie@example..org',
    'so fie@example.org',
    'sofie@example.org\r\nBcc: x@example.org',
    'sofie@example.org,x@example.org',
    `${'x'.repeat(250)}@example.org`,
  ])('refuse the e-mail address %j', (email) => {
    expect(problemsOf({ ...good, email })).toEqual(['email emailWrong']);
  });

  test.each([
    ['0470', 'phoneWrong'],
    ['0470 12 34 5x', 'phoneWrong'],
    ['0470 12 34 56 and more', 'phoneWrong'],
    ['9'.repeat(41), 'phoneWrong'],
  ])('refuse the number %j', (phone, code) => {
    expect(problemsOf({ ...good, phone })).toEqual([`phone ${code}`]);
  });

  test.each(['09 323 45 67', '+31 20 123 45 67'])(
    'take a landline such as %j too, beside an address to write to',
    (phone) => {
      expect(contactDetails.safeParse({ ...good, phone })).toMatchObject({ success: true });
      expect(problemsOf({ name: 'Sofie', phone })).toEqual(['email emailNeeded']);
      expect(problemsOf({ name: 'Sofie', phone: '0470 12 34 56' })).toEqual([]);
      expect(problemsOf({ ...good, phone: '09 12' })).toEqual(['phone phoneWrong']);
    },
  );

  test('refuse signs in a remark that the database or a reader cannot take', () => {
    expect(problemsOf({ ...good, remark: 'a\u0000b' })).toEqual(['remark remarkCharacters']);
    expect(problemsOf({ ...good, remark: 'één\n\ttwee 👍' })).toEqual([]);
  });

  test('never hold more than the database takes, whatever is typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 1200 });
    fc.assert(
      fc.property(text, text, text, (name, phone, remark) => {
        const parsed = contactDetails.safeParse({ ...good, name, phone, remark });
        if (!parsed.success) return;
        const details = parsed.data;
        expect([...details.name].length).toBeLessThanOrEqual(120);
        expect(details.name).not.toMatch(/[\r\n\0]/);
        expect([...(details.remark ?? '')].length).toBeLessThanOrEqual(1000);
        expect(details.remark ?? '').not.toContain('\0');
      }),
    );
  });
});
