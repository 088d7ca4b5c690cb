import type { RoomAccess } from '#ports/video-rooms.ts';

/** The places in the throw-away room, as the server gives them. */
export type TestAccess = {
  readonly testId: string;
  readonly sender: RoomAccess;
  readonly receiver: RoomAccess;
  readonly iceServers: readonly RTCIceServer[];
};

const json = { 'content-type': 'application/json' };

/** Asks for a room to test in; null when there is none now. */
export async function askTestRoom(): Promise<TestAccess | null> {
  try {
    const response = await fetch('/api/device-test/room', { method: 'POST', headers: json, body: '{}' });
    return response.ok ? ((await response.json()) as TestAccess) : null;
  } catch {
    return null;
  }
}

/** Ends the room; also from a page that is being closed. */
export function endTestRoom(testId: string): void {
  const body = JSON.stringify({ testId });
  void fetch('/api/device-test/room/end', { method: 'POST', headers: json, body, keepalive: true }).catch(
    () => {},
  );
}

/** Keeps the result with the appointment. @returns whether that worked */
export async function keepResults(reference: string, results: object): Promise<boolean> {
  const body = JSON.stringify(results);
  const address = `/api/visits/${encodeURIComponent(reference)}/device-test`;
  return fetch(address, { method: 'POST', headers: json, body }).then(
    ({ ok }) => ok,
    () => false,
  );
}
