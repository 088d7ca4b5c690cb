import type { MessageId, OrganisationId } from '#journey/ids.ts';

/** What to take of one organisation in one turn: these messages, or so many of those that wait longest. */
export type Turn = {
  readonly organisationId: OrganisationId;
  readonly limit: number;
  readonly ids?: readonly MessageId[];
};

/** What a turn brought; `isAll` when nothing more is due. */
export type TurnResult<Item> = { readonly items: readonly Item[]; readonly isAll: boolean };

/** Who has something due on a channel. Organisations take turns, so that one with thousands keeps no other waiting. */
export type DueList = {
  readonly add: (organisationId: OrganisationId) => void;
  /** One message that goes first. */
  readonly addUrgent: (organisationId: OrganisationId, messageId: MessageId) => void;
  /** Takes turns until there is no more room, or nothing more is due. */
  readonly take: <Item>(
    room: number,
    takeTurn: (turn: Turn) => Promise<TurnResult<Item>>,
  ) => Promise<readonly Item[]>;
};

export function createDueList(): DueList {
  /** In the order of their turns. */
  const waiting = new Set<OrganisationId>();
  const urgent = new Map<OrganisationId, Set<MessageId>>();

  function nextTurn(room: number): Turn | null {
    const [first] = urgent;
    if (first !== undefined) {
      const [organisationId, messages] = first;
      const ids = [...messages].slice(0, room);
      for (const id of ids) messages.delete(id);
      if (messages.size === 0) urgent.delete(organisationId);
      return { organisationId, limit: ids.length, ids };
    }
    const [organisationId] = waiting;
    if (organisationId === undefined) return null;
    waiting.delete(organisationId);
    return { organisationId, limit: Math.max(Math.ceil(room / (waiting.size + 1)), 1) };
  }

  return {
    add: (organisationId) => void waiting.add(organisationId),
    addUrgent: (organisationId, messageId) => {
      const messages = urgent.get(organisationId) ?? new Set();
      urgent.set(organisationId, messages.add(messageId));
    },
    take: async (room, takeTurn) => {
      const items: Awaited<ReturnType<typeof takeTurn>>['items'][number][] = [];
      for (let left = room; left > 0; left = room - items.length) {
        const turn = nextTurn(left);
        if (turn === null) break;
        const { items: more, isAll } = await takeTurn(turn);
        items.push(...more);
        if (turn.ids === undefined && !isAll) waiting.add(turn.organisationId);
      }
      return items;
    },
  };
}
