// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinTexts, type KeepOutcome, useKeptText } from './use-kept-text.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A field whose server answers in this order; gives what was sent. */
function write(outcomes: KeepOutcome[], initial = 'Eerst.') {
  const sent: string[] = [];
  const send = async (_key: string, text: string): Promise<KeepOutcome> => {
    sent.push(text);
    return outcomes.shift() ?? { kind: 'kept' };
  };
  const hook = renderHook(() => useKeptText('a', initial, send));
  const type = (text: string) => act(() => hook.result.current.change(text));
  const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
  return { ...hook, sent, type, wait };
}

describe('a text that keeps itself', () => {
  it('is sent after a pause in typing, once', async () => {
    const { sent, type, wait, result } = write([]);
    type('Eerst. E');
    await wait(500);
    type('Eerst. En');
    await wait(800);
    expect(sent).toEqual(['Eerst. En']);
    expect(result.current.status).toBe('kept');
  });

  it('is sent again until it worked', async () => {
    const { sent, type, wait, result } = write([{ kind: 'failed' }]);
    type('Meer');
    await wait(800);
    expect(result.current.status).toBe('failed');
    await wait(3_000);
    expect(sent).toEqual(['Meer', 'Meer']);
    expect(result.current.status).toBe('kept');
  });

  it('takes in what somebody else wrote meanwhile, and loses nothing', async () => {
    const { sent, type, wait, result } = write([{ kind: 'changed', theirs: 'Van Jonas.' }]);
    type('Van Mieke.');
    await wait(800);
    expect(result.current.text).toBe('Van Jonas.\n\nVan Mieke.');
    expect(sent).toEqual(['Van Mieke.', 'Van Jonas.\n\nVan Mieke.']);
  });

  it('is sent at once when the field is left for good', async () => {
    const { sent, type, unmount } = write([]);
    type('Nog net.');
    unmount();
    expect(sent).toEqual(['Nog net.']);
  });
});

it.each([
  ['Van A.', 'Van B.', 'Van A.\n\nVan B.'],
  ['Van A.', 'Van A. En B.', 'Van A. En B.'],
  ['Van A. En B.', 'Van A.', 'Van A. En B.'],
])('%j and %j make %j', (theirs, own, both) => {
  expect(joinTexts(theirs, own)).toBe(both);
});
