import { expect, test } from 'vitest';
import { isSameState, joinState, writeState } from './state-text.ts';

const state = { serverNow: 7, team: { id: 'a', name: null }, entries: [1, 'two'], gone: undefined, place: 3 };
const jsonOf = (each: object) => joinState(writeState(each));

test('a state travels as the JSON that it is', () => {
  expect(JSON.parse(jsonOf(state))).toEqual(JSON.parse(JSON.stringify(state)));
  expect(JSON.parse(jsonOf({ messages: [] }))).toEqual({ messages: [] });
  expect(jsonOf({})).toBe('{}');
});

test('a state that differs by the time of the server alone needs not be told again', () => {
  const told = writeState(state);
  expect(isSameState(writeState({ ...state, serverNow: 8 }), told)).toBe(true);
  expect(isSameState(writeState({ ...state, entries: [1, 'two'] }), told)).toBe(true);
  expect(isSameState(writeState({ ...state, place: 4 }), told)).toBe(false);
  expect(isSameState(writeState({ ...state, entries: [1, 'three'] }), told)).toBe(false);
  expect(isSameState(writeState({ ...state, entries: [1] }), told)).toBe(false);
  expect(isSameState(writeState({ ...state, more: 1 }), told)).toBe(false);
  expect(isSameState(told, null)).toBe(false);
});

test('what many are shown alike is written once, and kept once', () => {
  let written = 0;
  const entries = [{ toJSON: () => ++written }];
  const states = [1, 2, 3].map((place) => writeState({ entries, place }));
  expect(states.map(joinState)[2]).toBe('{"entries":[1],"place":3}');
  expect(written).toBe(1);
  expect(states[2]?.parts[0]).toBe(states[0]?.parts[0]);
});
