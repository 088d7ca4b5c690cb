import { describe, expect, it } from 'vitest';
import { mergeRules, type ServiceRules } from './booking-rules.ts';

const move: ServiceRules = {
  durationMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  interpreterMinutes: 10,
  minimumNoticeMinutes: 60,
  horizonDays: 60,
  staffSharePercent: 0,
};
const wedding: ServiceRules = {
  durationMinutes: 30,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 0,
  interpreterMinutes: 15,
  minimumNoticeMinutes: 2880,
  horizonDays: 30,
  staffSharePercent: 20,
};
const plain = { needs: [] };

describe('the rules of an appointment', () => {
  it('are those of its service', () => {
    expect(mergeRules([move], plain)).toEqual({
      durationMinutes: 15,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 5,
      stepMinutes: 20,
      minimumNoticeMinutes: 60,
      horizonDays: 60,
      staffSharePercent: 0,
    });
  });

  it('add up the durations of several services, and are the strictest in everything else', () => {
    expect(mergeRules([move, wedding], plain)).toEqual({
      durationMinutes: 45,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 5,
      stepMinutes: 60,
      minimumNoticeMinutes: 2880,
      horizonDays: 30,
      staffSharePercent: 20,
    });
  });

  it.each(['interpreter', 'signLanguage'] as const)('give every service more time with: %s', (need) => {
    expect(mergeRules([move, wedding], { needs: [need] }).durationMinutes).toBe(70);
    expect(mergeRules([move], { needs: ['screenReader'] }).durationMinutes).toBe(15);
  });
});
