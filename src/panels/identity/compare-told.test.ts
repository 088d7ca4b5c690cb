import { describe, expect, it } from 'vitest';
import { judgeMandate, notGiven, type Told } from './compare-told.ts';

const told: Told = {
  settings: { level: 'high', attributes: ['name', 'birthDate', 'nationalNumber'] },
  name: 'Sofie Van Daele',
  birthDate: '1987-04-12',
  numberMasked: '•••14',
  mandate: null,
  principal: null,
};
const bakery = { name: 'Bakkerij Goossens bv', registrationNumber: '0999999922' };
const company = { kind: 'company', ...bakery } as const;
const asked = { level: 'high', attributes: ['name', 'mandate'] };

describe('what was not given', () => {
  it('is nothing where everything came, and nothing that was not asked', () => {
    expect(notGiven(told)).toEqual([]);
    expect(notGiven({ ...told, settings: { level: 'high', attributes: ['name'] }, birthDate: null })).toEqual(
      [],
    );
    expect(notGiven({ ...told, settings: { level: 'high' }, birthDate: null })).toEqual([]);
  });

  it('is what was asked and did not come', () => {
    expect(notGiven({ ...told, birthDate: null })).toEqual(['birthDate']);
    expect(notGiven({ ...told, name: null, numberMasked: null })).toEqual(['name', 'nationalNumber']);
  });
});

describe('a mandate', () => {
  it('is no matter where nobody acts for another', () => {
    expect(judgeMandate(told)).toBeNull();
  });

  it.each<[string, Partial<Told>, string]>([
    ['of the company that the appointment is for', { mandate: company, principal: bakery }, 'verified'],
    [
      'of a company by number, whatever it is called',
      { mandate: { ...company, name: 'Goossens' }, principal: bakery },
      'verified',
    ],
    [
      'of a company of the same name and another number',
      { mandate: { ...company, registrationNumber: '0200000043' }, principal: bakery },
      'other',
    ],
    ['where the appointment names nobody', { mandate: company }, 'verified'],
    [
      'for a person by name, however it is written',
      {
        mandate: { kind: 'person', name: 'Jozef Peeters' },
        principal: { name: 'jozef  péeters', registrationNumber: null },
      },
      'verified',
    ],
    [
      'for another person',
      {
        mandate: { kind: 'person', name: 'Jozef Peeters' },
        principal: { name: 'Maria Peeters', registrationNumber: null },
      },
      'other',
    ],
    ['that the citizen says to have', { principal: bakery }, 'unverified'],
    ['that was asked', { settings: asked }, 'unverified'],
  ])('%s is %s', (_name, changes, judged) => {
    expect(judgeMandate({ ...told, ...changes })).toBe(judged);
  });
});
