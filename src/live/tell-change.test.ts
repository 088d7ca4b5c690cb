import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { applyChange, type StateChange } from '#shared/live/state-change.ts';
import { writeState } from './state-text.ts';
import { tellChange } from './tell-change.ts';

const asRead = (state: object) => JSON.parse(JSON.stringify(state)) as object;
const changeBetween = (before: object, after: object) =>
  JSON.parse(tellChange(writeState(before), writeState(after))) as StateChange;

const thing = fc.dictionary(
  fc.constantFrom('id', 'name', 'at', 'state', 'turn'),
  fc.jsonValue({ maxDepth: 1 }),
);
const part = fc.oneof(fc.jsonValue(), fc.array(thing), fc.constant(undefined));
const state = fc.dictionary(fc.constantFrom('serverNow', 'entries', 'calls', 'team'), part).map((parts) => ({
  ...parts,
  serverNow: 7,
}));

describe('what changed between two states', () => {
  test('makes, of whatever state, exactly the other one', () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(applyChange(asRead(before), changeBetween(before, after))).toEqual(asRead(after));
      }),
    );
  });

  test('makes of a list every order, with some of its things gone, changed and new', () => {
    const entriesOf = (ids: readonly number[], turn: number) => ({
      entries: ids.map((id) => ({ id, name: 'Ann', turn: id % 3 === 0 ? turn : 0 })),
    });
    const lists = fc
      .uniqueArray(fc.nat(40), { maxLength: 12 })
      .chain((first) => fc.tuple(fc.constant(first), fc.subarray(first), fc.nat(12), fc.array(fc.nat(40))));
    fc.assert(
      fc.property(lists, fc.nat(2), ([first, stays, cut, news], turn) => {
        const second = [...stays.slice(cut), ...news, ...stays.slice(0, cut)];
        const [before, after] = [entriesOf(first, 0), entriesOf(second, turn)];
        expect(applyChange(asRead(before), changeBetween(before, after))).toEqual(asRead(after));
      }),
    );
  });

  const entries = Array.from({ length: 200 }, (_, id) => ({
    id,
    name: `Ann ${id}`,
    state: 'expected',
    turn: 0,
  }));
  const later = entries.with(57, { ...entries[57], turn: 1 } as (typeof entries)[number]);

  test('is of one thing in a long list the fields that are another, and nothing of the rest', () => {
    expect(
      changeBetween({ serverNow: 1, entries, team: 'a' }, { serverNow: 2, entries: later, team: 'a' }),
    ).toEqual({
      set: { serverNow: 2 },
      lists: { entries: [[0, 57], { at: 57, set: { turn: 1 } }, [58, 142]] },
    });
  });

  test('is reckoned once for all who were told the same before', () => {
    const [before, after] = [[...entries], [...later]];
    const parse = vi.spyOn(JSON, 'parse');
    const texts = ['a', 'b'].map((seat) =>
      tellChange(writeState({ entries: before, seat }), writeState({ entries: after, seat: `${seat}!` })),
    );
    // The old and the new text of the one entry that is another.
    expect(parse).toHaveBeenCalledTimes(2);
    expect(texts[1]?.replace('b!', 'a!')).toBe(texts[0]);
    parse.mockRestore();
  });
});
