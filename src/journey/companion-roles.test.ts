import { describe, expect, test } from 'vitest';
import { companionRoles, isKeptLarge, rightsOfCompanion, rolesAskedForScreen } from './companion-roles.ts';

const rolesThat = (may: (role: (typeof companionRoles)[number]) => boolean) => companionRoles.filter(may);

describe('the rights of a third person', () => {
  test('who interprets by voice or signs are to be seen and heard, and nothing else', () => {
    for (const role of ['interpreter', 'signInterpreter'] as const)
      expect(rightsOfCompanion(role)).toEqual({ screen: 'never', mayWrite: false, seesShared: false });
  });

  test('let nobody write who interprets, but for the one who interprets in writing', () => {
    expect(rolesThat((role) => rightsOfCompanion(role).mayWrite)).toEqual([
      'textInterpreter',
      'carer',
      'family',
      'expert',
    ]);
  });

  test('let only a carer and family see what the citizen shares', () => {
    expect(rolesThat((role) => rightsOfCompanion(role).seesShared)).toEqual(['carer', 'family']);
  });

  test('let only an expert show a screen without being asked, and no interpreter at all', () => {
    expect(rolesThat((role) => rightsOfCompanion(role).screen === 'always')).toEqual(['expert']);
    expect(rolesAskedForScreen).toEqual(['carer', 'family']);
  });

  test('of whom nobody knows as what they come are no more than those of a carer', () => {
    expect(rightsOfCompanion(null)).toEqual({ screen: 'whenAsked', mayWrite: false, seesShared: false });
  });
});

test('only the picture of who signs is kept large', () => {
  expect(companionRoles.filter(isKeptLarge)).toEqual(['signInterpreter']);
  expect(isKeptLarge(null)).toBe(false);
});
