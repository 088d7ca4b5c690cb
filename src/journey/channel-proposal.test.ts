import { expect, it } from 'vitest';
import { proposalStateOf } from './channel-proposal.ts';

it.each([
  ['video', 'prepare', false, 'open'],
  ['video', 'wait', false, 'open'],
  ['video', 'wait', true, 'declined'],
  ['phone', 'prepare', false, 'accepted'],
  ['phone', 'prepare', true, 'accepted'],
  ['counter', 'prepare', false, null],
  ['video', 'call', false, null],
  ['video', 'cancelled', false, null],
  ['video', 'missed', false, null],
] as const)(
  'a proposal of the telephone, %s in stage %s, declined %s: %s',
  (channel, stage, isDeclined, state) => {
    expect(proposalStateOf({ channel: 'phone', isDeclined }, { channel, stage })).toBe(state);
  },
);
