import { describe, expect, test } from 'vitest';
import type { RoomName } from '#journey/ids.ts';
import { type CallCommand, type CallEvent, type CallState, closedCall, stepCall } from './call-machine.ts';

const room = 'first-room' as RoomName;
const renewed = 'second-room' as RoomName;

/** Plays events one after the other. @returns where it ends, and the commands of the last event */
function play(...events: CallEvent[]): { state: CallState; commands: readonly CallCommand[] } {
  return events.reduce<{ state: CallState; commands: readonly CallCommand[] }>(
    (step, event) => stepCall(step.state, event),
    { state: closedCall, commands: [] },
  );
}
const opened: CallEvent = { type: 'opened' };
const waiting: CallEvent = { type: 'entered', room, rights: 'observeNothing' };
const conversing: CallEvent = { type: 'entered', room, rights: 'converse' };
const admitted: CallEvent = { type: 'rightsChanged', rights: 'converse' };
const kindsOf = (commands: readonly CallCommand[]) => commands.map((command) => command.do);

describe('admission', () => {
  test('publishes what was opened as soon as the video server gives the rights, before the page hears of it', () => {
    const { state, commands } = play(opened, waiting, admitted);
    expect(state).toMatchObject({ phase: 'connected', rights: 'converse', conversed: true });
    expect(kindsOf(commands)).toEqual(['publish', 'watchPictures']);
  });

  test('publishes right after connecting with a token that has the rights, since no event will come', () => {
    expect(kindsOf(play(opened, conversing).commands)).toEqual(['publish', 'watchPictures']);
  });

  test('publishes once: the same rights again change nothing', () => {
    expect(play(opened, waiting, admitted, admitted).commands).toEqual([]);
  });

  test('asks for the rights when the page says admitted and the video server does not', () => {
    const { commands } = play(opened, waiting, { type: 'viewed', room, admitted: true });
    expect(kindsOf(commands)).toEqual(['settleRights']);
  });

  test('asks for them too when it came while connecting', () => {
    const { commands } = play(opened, { type: 'viewed', room, admitted: true }, waiting);
    expect(kindsOf(commands)).toEqual(['settleRights']);
  });

  test('lets the clerk open camera and microphone unseen before it', () => {
    const { state, commands } = play(opened, { type: 'entered', room, rights: 'readyHidden' });
    expect(kindsOf(commands)).toEqual(['publish']);
    expect(state.conversed).toBe(false);
  });

  test('connects whoever was too far back before', () => {
    const refused = play(opened, { type: 'refused', code: 'notYet' });
    expect(refused.state.phase).toBe('refused');
    const { state, commands } = stepCall(refused.state, { type: 'viewed', room, admitted: true });
    expect(state.phase).toBe('connecting');
    expect(commands).toContainEqual({ do: 'connect', afterMilliseconds: 0 });
  });

  test('asks again when the answer is from before the admission', () => {
    const { state } = play(opened, { type: 'viewed', room, admitted: true });
    const { state: after, commands } = stepCall(state, { type: 'refused', code: 'notYet' });
    expect(after.phase).toBe('connecting');
    expect(commands).toEqual([{ do: 'disconnect' }, { do: 'connect', afterMilliseconds: 300 }]);
  });
});

describe('a lost connection', () => {
  test('is restored at once with fresh access, and says so', () => {
    const { state, commands } = play(opened, conversing, { type: 'lost' });
    expect(state.phase).toBe('restoring');
    expect(commands).toEqual([{ do: 'disconnect' }, { do: 'connect', afterMilliseconds: 0 }]);
  });

  test('is no news to somebody who has not spoken yet', () => {
    expect(play(opened, waiting, { type: 'lost' }).state.phase).toBe('connecting');
  });

  test('is tried ever more patiently while nothing answers, and never given up', () => {
    let { state } = play(opened, conversing, { type: 'lost' });
    const delays = Array.from({ length: 7 }, () => {
      const step = stepCall(state, { type: 'unreachable' });
      state = step.state;
      return step.commands.flatMap((command) =>
        command.do === 'connect' ? [command.afterMilliseconds] : [],
      )[0];
    });
    expect(delays).toEqual([300, 1_000, 2_000, 3_000, 5_000, 5_000, 5_000]);
    expect(state.phase).toBe('restoring');
  });

  test('that breaks again and again is tried ever more patiently too, until it was steady', () => {
    const broken = play(opened, conversing, { type: 'lost' }, conversing, { type: 'lost' });
    expect(broken.commands).toContainEqual({ do: 'connect', afterMilliseconds: 300 });
    const steady = play(
      opened,
      conversing,
      { type: 'lost' },
      conversing,
      { type: 'steady' },
      { type: 'lost' },
    );
    expect(steady.commands).toContainEqual({ do: 'connect', afterMilliseconds: 0 });
  });

  test('that the library restores is watched for a picture afterwards', () => {
    expect(play(opened, conversing, { type: 'faltered' }).state.phase).toBe('restoring');
    const { state, commands } = play(opened, conversing, { type: 'faltered' }, { type: 'recovered' });
    expect(state.phase).toBe('connected');
    expect(kindsOf(commands)).toEqual(['watchPictures']);
  });
});

describe('a connection without a picture', () => {
  test('is made anew, three times at most, so that the sound is not cut for ever', () => {
    let step = play(opened, conversing);
    for (const expected of [true, true, true, false]) {
      step = stepCall(step.state, { type: 'frozen' });
      expect(kindsOf(step.commands).includes('connect')).toBe(expected);
      if (expected) step = stepCall(step.state, conversing);
    }
  });

  test('counts no more once a picture came', () => {
    const { state } = play(opened, conversing, { type: 'frozen' }, conversing, { type: 'pictured' });
    expect(state.freezes).toBe(0);
  });
});

describe('the room', () => {
  test('is left for the new one when it was renewed', () => {
    const { state, commands } = play(opened, conversing, { type: 'viewed', room: renewed, admitted: true });
    expect(state.phase).toBe('restoring');
    expect(kindsOf(commands)).toEqual(['disconnect', 'connect']);
  });

  test('that was renewed while connecting gets nothing published', () => {
    const { commands } = play(opened, { type: 'viewed', room: renewed, admitted: true }, conversing);
    expect(kindsOf(commands)).toEqual(['disconnect', 'connect']);
  });
});

describe('the end', () => {
  test.each(['ended', 'yielded', 'taken', 'unknown'] as const)(
    'by a refusal (%s) turns camera and microphone off',
    (code) => {
      const { state, commands } = play(opened, conversing, { type: 'lost' }, { type: 'refused', code });
      expect(state).toMatchObject({ phase: 'refused', refusal: code });
      expect(kindsOf(commands)).toEqual(['disconnect', 'releaseMedia']);
    },
  );

  test('by leaving turns them off, and coming back begins anew', () => {
    const left = play(opened, conversing, { type: 'left' });
    expect(left.state.phase).toBe('left');
    expect(kindsOf(left.commands)).toEqual(['disconnect', 'releaseMedia']);
    expect(stepCall(left.state, opened).state.phase).toBe('connecting');
  });

  test('stays left: what still arrives from the old connection does not bring it back', () => {
    const { state } = play(opened, conversing, { type: 'left' });
    for (const late of [{ type: 'lost' }, { type: 'unreachable' }, { type: 'frozen' }] as const) {
      expect(stepCall(state, late).state.phase).toBe('left');
    }
    expect(kindsOf(stepCall(state, conversing).commands)).toEqual(['disconnect']);
  });
});

test('a second window takes over without a fight, and can be taken back', () => {
  const { state, commands } = play(opened, conversing, { type: 'displaced' });
  expect(state.phase).toBe('elsewhere');
  expect(kindsOf(commands)).toEqual(['disconnect', 'releaseMedia']);
  expect(stepCall(state, { type: 'lost' }).commands).toEqual([]);
  expect(stepCall(state, opened).state.phase).toBe('restoring');
});

describe('being sent back to wait', () => {
  const inside: readonly CallEvent[] = [opened, waiting, admitted, { type: 'viewed', room, admitted: true }];

  test('switches camera and microphone off and forgets the room, so that the next one is entered once', () => {
    const { state, commands } = play(...inside, { type: 'sentBack' });
    expect(kindsOf(commands)).toEqual(['disconnect', 'releaseMedia']);
    expect(state).toEqual(closedCall);
    const again = play(...inside, { type: 'sentBack' }, opened, { ...waiting, room: renewed });
    expect(again.state).toMatchObject({ phase: 'connected', room: renewed, conversed: false });
    expect(again.commands).toEqual([]);
  });
});
