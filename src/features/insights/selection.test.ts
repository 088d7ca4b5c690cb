import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#journey/local-time.ts';
import { readSelection } from './selection.ts';

const today = '2026-11-24' as LocalDate;

describe('the selection in the address', () => {
  test('is the last thirty days of all services when nothing is said', () => {
    expect(readSelection({}, today)).toEqual({
      period: '30',
      from: '2026-10-26',
      until: today,
      serviceSlug: null,
    });
  });

  test('is a period and a service', () => {
    expect(readSelection({ period: '7', service: 'verhuizing' }, today)).toEqual({
      period: '7',
      from: '2026-11-18',
      until: today,
      serviceSlug: 'verhuizing',
    });
  });

  test('is from one date to another, both included', () => {
    expect(readSelection({ from: '2026-01-01', until: '2026-01-31' }, today)).toMatchObject({
      period: null,
      from: '2026-01-01',
      until: '2026-01-31',
    });
  });

  test.each([
    { period: '8' },
    { period: ['7', '30'] },
    { from: '2026-02-31', until: '2026-03-01' },
    { from: '2026-03-02', until: '2026-03-01' },
    { service: '' },
    { service: { not: '' } },
  ])('falls back for %o', (parameters) => {
    expect(readSelection(parameters, today)).toMatchObject({ period: '30', until: today, serviceSlug: null });
  });
});
