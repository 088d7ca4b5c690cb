import { Room, Track } from 'livekit-client';
import type { RoomAccess } from '#ports/video-rooms.ts';
import { readingOf, transportOf } from './connection-stats.ts';
import { pause, within } from './within.ts';

const routeMilliseconds = 4_000;
const lookMilliseconds = 250;

/**
 * Whether picture gets through by TCP alone: the video server takes every other route away from this room, which then comes back.
 * @returns null when the video server has no such route
 */
export async function tryTcp(room: Room, signal: AbortSignal): Promise<boolean | null> {
  if (offersTcp(room) === false) return null;
  try {
    await room.simulateScenario('force-tcp');
    const until = performance.now() + routeMilliseconds;
    while (performance.now() < until) {
      if ((await readTransport(room)) === 'tcp') return true;
      await pause(lookMilliseconds, signal);
    }
  } catch {
    // Stopped, or lost: it did not get through.
  }
  return false;
}

/**
 * Whether a connection stands that may go through a relay only.
 * @returns null when there is no relay
 */
export async function tryTurn(
  { url, token }: RoomAccess,
  iceServers: readonly RTCIceServer[],
  signal: AbortSignal,
): Promise<boolean | null> {
  if (!iceServers.some(isRelay)) return null;
  const room = new Room();
  const rtcConfig: RTCConfiguration = { iceServers: [...iceServers], iceTransportPolicy: 'relay' };
  try {
    await within(routeMilliseconds, signal, room.connect(url, token, { rtcConfig, maxRetries: 0 }));
    return true;
  } catch {
    return false;
  } finally {
    await room.disconnect().catch(() => {});
  }
}

export function isRelay({ urls }: RTCIceServer): boolean {
  return [urls].flat().some((address) => /^turns?:/.test(address));
}

/** Whether the video server named an address for TCP (RFC 6544, section 4.5); null where its word is not known. */
function offersTcp(room: Room): boolean | null {
  const sdp = room.engine.pcManager?.publisher.getRemoteDescription()?.sdp;
  return sdp === undefined ? null : /^a=candidate:\S+ \d+ tcp /im.test(sdp);
}

/** Null while the room is on its way back. */
async function readTransport(room: Room) {
  const { track } = room.localParticipant.getTrackPublication(Track.Source.Camera) ?? {};
  return transportOf(readingOf(await track?.getRTCStatsReport().catch(() => undefined)));
}
