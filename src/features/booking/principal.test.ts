import { describe, expect, test } from 'vitest';
import { readPrincipal } from './principal.ts';

const typed = { principalName: ' Bakkerij  Peeters ', registrationNumber: '0403.170.701' };

describe('for whom somebody books', () => {
  test('oneself is nobody else, whatever was typed before', () => {
    expect(readPrincipal({ ...typed, forWhom: 'self' })).toEqual({ ok: true, principal: null });
  });

  test.each(['child', 'ward'] as const)('a %s has a name and no number', (forWhom) => {
    expect(readPrincipal({ ...typed, forWhom, registrationNumber: 'x' })).toEqual({
      ok: true,
      principal: { kind: forWhom, name: 'Bakkerij Peeters', registrationNumber: null },
    });
  });

  test.each(['company', 'association'] as const)('a %s has a name and a number', (forWhom) => {
    expect(readPrincipal({ ...typed, forWhom })).toEqual({
      ok: true,
      principal: { kind: forWhom, name: 'Bakkerij Peeters', registrationNumber: '0403170701' },
    });
  });

  test('an association need not be registered', () => {
    expect(readPrincipal({ ...typed, forWhom: 'association', registrationNumber: ' ' })).toEqual({
      ok: true,
      principal: { kind: 'association', name: 'Bakkerij Peeters', registrationNumber: null },
    });
  });

  test('all that is missing or wrong is said at once', () => {
    expect(readPrincipal({ forWhom: 'company', principalName: ' ', registrationNumber: ' ' })).toEqual({
      ok: false,
      problems: { principalName: 'principalMissing', registrationNumber: 'registrationMissing' },
    });
    expect(
      readPrincipal({ forWhom: 'association', principalName: 'a\nb', registrationNumber: '0403.170.702' }),
    ).toEqual({
      ok: false,
      problems: { principalName: 'principalCharacters', registrationNumber: 'registrationWrong' },
    });
    expect(
      readPrincipal({ forWhom: 'child', principalName: 'x'.repeat(121), registrationNumber: '' }),
    ).toEqual({ ok: false, problems: { principalName: 'principalTooLong' } });
  });
});
