import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFieldSender, type TypedField } from './field-sender.ts';
import type { SendAnswer } from './form-address.ts';

const field = (name: string, value: string): TypedField => ({
  step: 'what',
  row: 0,
  name,
  values: [value],
  caret: null,
});
const kept = { kind: 'kept', revision: 2, isMasked: false } as const;

/** @param answers of the server, in their order; what follows is kept */
function senderWith(answers: readonly SendAnswer[], mayGo = () => true) {
  const left = [...answers];
  const sent: string[] = [];
  const sender = createFieldSender({
    mayGo,
    send: async ({ name, values }) => {
      sent.push(`${name} ${values}`);
      return left.shift() ?? kept;
    },
    answered: () => {},
  });
  return { sender, sent };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('sending fields while they are filled in', () => {
  test('sends of what is typed meanwhile only the newest, of each field', async () => {
    const { sender, sent } = senderWith([]);
    for (const value of ['D', 'Da', 'Daa']) sender.typed(field('reason', value));
    sender.typed(field('who', 'Sofie'));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(['reason D', 'reason Daa', 'who Sofie']);
  });

  test.each(['later', 'changed'] as const)('tries again what the server answers with %s', async (kind) => {
    const { sender, sent } = senderWith([{ kind }, { kind }]);
    sender.typed(field('reason', 'Daarom'));
    expect(sender.isOwn('what 0.reason')).toBe(true);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(['reason Daarom', 'reason Daarom', 'reason Daarom']);
    expect(sender.isOwn('what 0.reason')).toBe(false);
  });

  test('knows that what was held back is newer here than there', async () => {
    const { sender, sent } = senderWith([{ ...kept, kind: 'held' }]);
    sender.typed(field('reason', '85.07'));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(['reason 85.07']);
    expect(sender.isOwn('what 0.reason')).toBe(true);
    sender.typed(field('reason', '85.07 euro'));
    await vi.runAllTimersAsync();
    expect(sender.isOwn('what 0.reason')).toBe(false);
  });

  test('waits as long as nothing may go', async () => {
    let mayGo = false;
    const { sender, sent } = senderWith([], () => mayGo);
    sender.typed(field('reason', 'Daarom'));
    await vi.runAllTimersAsync();
    expect(sent).toEqual([]);
    mayGo = true;
    sender.go();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(['reason Daarom']);
  });

  test('tells nothing more of a step that was sent in', async () => {
    const { sender, sent } = senderWith([{ kind: 'later' }]);
    sender.typed(field('reason', 'Daarom'));
    sender.typed(field('who', 'Sofie'));
    sender.forget();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(['reason Daarom']);
    expect(sender.isOwn('what 0.who')).toBe(false);
  });

  test('is settled once all that may go is there', async () => {
    const { sender, sent } = senderWith([{ kind: 'later' }]);
    expect(sender.settled()).toBeNull();
    sender.typed(field('reason', 'Daarom'));
    sender.typed(field('who', 'Sofie'));
    const settled = vi.fn();
    void sender.settled()?.then(settled);
    await vi.advanceTimersByTimeAsync(500);
    expect(settled).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(settled).toHaveBeenCalled();
    expect(sent.toSorted()).toEqual(['reason Daarom', 'reason Daarom', 'who Sofie']);
    expect(sender.settled()).toBeNull();
  });
});
