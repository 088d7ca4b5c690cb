import { describe, expect, test } from 'vitest';
import type { MessageId, OrganisationId } from '#journey/ids.ts';
import { createDueList, type Turn } from './due-list.ts';

const city = 'city' as OrganisationId;
const village = 'village' as OrganisationId;

/** What organisations have that is due; each message is its number. */
function stock(counts: Readonly<Record<string, number>>) {
  const left = { ...counts };
  const turns: Turn[] = [];
  const takeTurn = async (turn: Turn) => {
    turns.push(turn);
    const count = Math.min(turn.limit, left[turn.organisationId] ?? 0);
    left[turn.organisationId] = (left[turn.organisationId] ?? 0) - count;
    return { items: Array(count).fill(turn.organisationId) as string[], isAll: count < turn.limit };
  };
  return { turns, takeTurn, left };
}

describe('the list of who has something due', () => {
  test('lets organisations take turns: thousands of one keep none of another waiting', async () => {
    const due = createDueList();
    due.add(city);
    due.add(village);
    const { takeTurn, left } = stock({ city: 1_000, village: 3 });
    const first = await due.take(10, takeTurn);
    expect(first.filter((each) => each === village)).toHaveLength(3);
    expect(first).toHaveLength(10);
    for (let round = 0; round < 200 && (left.city ?? 0) > 0; round += 1) await due.take(10, takeTurn);
    expect(left).toEqual({ city: 0, village: 0 });
    expect(await due.take(10, takeTurn)).toEqual([]);
  });

  test('puts first what a change asks for, by name, in no greater number than there is room', async () => {
    const due = createDueList();
    due.add(city);
    const names = ['a', 'b', 'c'] as MessageId[];
    for (const name of names) due.addUrgent(village, name);
    const { takeTurn, turns } = stock({ city: 100, village: 100 });
    expect(await due.take(2, takeTurn)).toEqual([village, village]);
    expect(turns).toEqual([{ organisationId: village, limit: 2, ids: ['a', 'b'] }]);
    expect(await due.take(3, takeTurn)).toEqual([village, city, city]);
  });

  test('asks nobody when nobody has anything, and goes on when somebody has less than was thought', async () => {
    const due = createDueList();
    const { takeTurn, turns } = stock({ village: 1 });
    expect(await due.take(5, takeTurn)).toEqual([]);
    due.add(city);
    due.add(village);
    expect(await due.take(5, takeTurn)).toEqual([village]);
    expect(turns.map(({ organisationId }) => organisationId)).toEqual([city, village]);
  });
});
