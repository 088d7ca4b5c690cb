import { describe, expect, test } from 'vitest';
import type { MessageState } from '#journey/message-state.ts';
import { afterReports, type Told } from './after-reports.ts';

/** What seven callbacks of a provider say: on the way four times, twice that it failed, and that it arrived. */
const callbacks: readonly (Told & { readonly name: string })[] = [
  { name: 'accepted', state: 'accepted', failureCode: null },
  { name: 'queued', state: 'accepted', failureCode: null },
  { name: 'sending', state: 'accepted', failureCode: null },
  { name: 'sent', state: 'accepted', failureCode: null },
  { name: 'undelivered', state: 'failedForGood', failureCode: 'unreachableNumber' },
  { name: 'failed', state: 'failedForGood', failureCode: 'blocked' },
  { name: 'delivered', state: 'delivered', failureCode: null },
];

function permutationsOf<Thing>(things: readonly Thing[]): Thing[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((thing, index) =>
    permutationsOf(things.toSpliced(index, 1)).map((others) => [thing, ...others]),
  );
}

type Stand = { readonly state: MessageState; readonly failureCode: string | null };

/** As the database does it: what was told is kept under its state, and with each word all that was told counts again. */
function hear(told: readonly Told[], stand: Stand = { state: 'sending', failureCode: null }): Stand {
  const kept = new Map<string, Told>();
  let now = stand;
  for (const each of told) {
    const known = kept.get(each.state);
    if (known === undefined || (each.failureCode ?? '') < (known.failureCode ?? ''))
      kept.set(each.state, each);
    now = afterReports(now, [...kept.values()]);
  }
  return now;
}

describe('seven callbacks, each of them twice', () => {
  const orders = permutationsOf(callbacks);
  const twice = (order: readonly Told[]) => [
    [...order, ...order],
    order.flatMap((each) => [each, each]),
    [...order, ...order.toReversed()],
  ];

  test('end alike in all 5,040 orders, from every state in which they can come', () => {
    expect(new Set(orders.map((order) => order.map(({ name }) => name).join())).size).toBe(5_040);
    const froms = ['sending', 'failedTemporarily', 'accepted'] as const;
    for (const state of froms) {
      const ends = orders.flatMap((order) =>
        twice(order).map((told) => hear(told, { state, failureCode: null })),
      );
      expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(
        new Set(['{"state":"delivered","failureCode":null}']),
      );
    }
  });

  test('end alike with the reason too, where nothing arrived', () => {
    const failing = permutationsOf(callbacks.slice(0, 6));
    const ends = failing.flatMap((order) => twice(order).map((told) => hear(told)));
    expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(
      new Set(['{"state":"failedForGood","failureCode":"blocked"}']),
    );
  });
});

describe('what is told of a message', () => {
  test('does not take back that a person read it', () => {
    const read = { state: 'read', failureCode: null } as const;
    expect(hear(callbacks, read)).toEqual(read);
  });

  test('does not bring back what was discarded', () => {
    expect(hear(callbacks, { state: 'discarded', failureCode: null }).state).toBe('discarded');
  });

  test('keeps the reason of a refusal when nothing else was told', () => {
    const refused = { state: 'failedForGood', failureCode: 'unsubscribed' } as const;
    expect(afterReports(refused, [])).toEqual(refused);
  });
});
