import { expect, test } from 'vitest';
import type { VisitActor } from '#journey/actor.ts';
import type { LinkStage } from '#journey/stages.ts';
import { linkToComeBack, mayComeBack } from './come-back.ts';
import type { KnownVisit } from './visit.data.ts';

const minute = 60_000;
const yieldedAt = Date.UTC(2026, 10, 24, 9);

function visit(role: VisitActor['role'], at: number | null, stage: LinkStage = 'wait'): KnownVisit {
  const actor = { kind: 'visitor', role, appointmentId: 'b7f0b1de' } as unknown as VisitActor;
  const teamId = 'team' as KnownVisit['teamId'];
  return { actor, teamId, yielded: at !== null, yieldedAt: at, withdrawn: false, stageAt: () => stage };
}

test('a device that yielded takes the appointment back for two hours', () => {
  expect(mayComeBack(visit('citizen', yieldedAt), yieldedAt + 119 * minute)).toBe(true);
  expect(mayComeBack(visit('citizen', yieldedAt), yieldedAt + 120 * minute)).toBe(false);
});

test('there is nothing to take back of an appointment that is over', () => {
  expect(mayComeBack(visit('citizen', yieldedAt, 'call'), yieldedAt)).toBe(true);
  for (const stage of ['ended', 'missed', 'cancelled'] as const)
    expect(mayComeBack(visit('citizen', yieldedAt, stage), yieldedAt)).toBe(false);
});

test('nobody else gets the link that way: no companion, no device that did not yield, no stranger', () => {
  expect(linkToComeBack('secret', visit('companion', yieldedAt), yieldedAt)).toBeNull();
  expect(linkToComeBack('secret', visit('citizen', null), yieldedAt)).toBeNull();
  expect(linkToComeBack('secret', null, yieldedAt)).toBeNull();
  expect(linkToComeBack('secret', visit('citizen', yieldedAt), yieldedAt)).toMatch(/^[\w-]{43}$/);
});
