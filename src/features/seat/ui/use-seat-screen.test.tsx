// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import type { SeatEntry, SeatThread, SeatView } from '#journey/live-views.ts';
import { useSeatScreen } from './use-seat-screen.ts';

vi.mock('#shared/live/use-event-stream.ts', () => ({
  useEventStream: (_: string, view: SeatView) => ({ view, connection: 'live', hold: () => {} }),
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const otherDay = 'of-another-day' as AppointmentId;
const thread = { conversationId: 'c' as ConversationId } as SeatThread;
const view = {
  serverNow: 1,
  entries: [],
  calls: [],
  threads: [thread],
  current: null,
} as unknown as SeatView;

function openThread() {
  const { result } = renderHook(() => useSeatScreen(view));
  act(() => result.current.openThread(thread.conversationId));
  expect(result.current.thread).toBe(thread);
  return result;
}

test('a conversation makes place for the dossier of its appointment, of whatever day that is', async () => {
  const entry = { appointmentId: otherDay, citizenName: 'An Peeters' } as SeatEntry;
  vi.stubGlobal('fetch', async (path: string) =>
    path.endsWith('/entry') ? Response.json(entry) : Response.json({}, { status: 404 }),
  );
  const screen = openThread();
  await act(async () => expect(await screen.current.openAny(otherDay)).toBe(true));
  expect(screen.current.inFront).toMatchObject(entry);
  expect(screen.current.thread).toBeNull();
});

test('it stays when the appointment cannot be had', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'notFound' }, { status: 404 }));
  const screen = openThread();
  await act(async () => expect(await screen.current.openAny(otherDay)).toBe(false));
  expect(screen.current.thread).toBe(thread);
});
