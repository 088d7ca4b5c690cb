import { type LocalTrackPublication, type RemoteTrack, Room, RoomEvent, Track } from 'livekit-client';
import type { ConnectionResult } from '#journey/device-test-results.ts';
import { measuresOf, readingOf } from './connection-stats.ts';
import { createMovingPicture } from './moving-picture.ts';
import type { TestAccess } from './test-access.ts';

const connectMilliseconds = 15_000;
/** The browser begins slowly and sends more as it sees that it may: measured is what it sends at the end. */
const warmUpMilliseconds = 3_500;
const measureMilliseconds = 3_000;
const mostBitsPerSecond = 2_500_000;

const nothing: ConnectionResult = {
  signalling: false,
  media: false,
  transport: null,
  roundTripMilliseconds: null,
  lossPercent: null,
  uploadKilobits: null,
};

/** Sends a picture through the real video server and takes it in again. Never throws: a connection that fails is a result. */
export async function measureConnection(access: TestAccess, signal: AbortSignal): Promise<ConnectionResult> {
  const settings = { adaptiveStream: false, dynacast: false };
  const sender = new Room(settings);
  const receiver = new Room(settings);
  const picture = createMovingPicture();
  let signalling = false;
  sender.on(RoomEvent.SignalConnected, () => {
    signalling = true;
  });
  try {
    const arrived = trackOf(receiver);
    const connect = (room: Room, { url, token }: TestAccess['sender']) =>
      room.connect(url, token, { rtcConfig: { iceServers: [...access.iceServers] }, maxRetries: 0 });
    await within(
      connectMilliseconds,
      signal,
      Promise.all([connect(sender, access.sender), connect(receiver, access.receiver)]),
    );
    if (picture === null) return { ...nothing, signalling };
    const publication = await sender.localParticipant.publishTrack(picture.track, {
      source: Track.Source.Camera,
      simulcast: false,
      videoEncoding: { maxBitrate: mostBitsPerSecond, maxFramerate: 24 },
    });
    const remote = await within(connectMilliseconds, signal, arrived);
    return { signalling, ...(await measure(publication, remote, signal)) };
  } catch {
    return { ...nothing, signalling };
  } finally {
    picture?.stop();
    await Promise.allSettled([sender.disconnect(), receiver.disconnect()]);
  }
}

async function measure(publication: LocalTrackPublication, remote: RemoteTrack, signal: AbortSignal) {
  const readSent = async () => readingOf(await publication.track?.getRTCStatsReport());
  await pause(warmUpMilliseconds, signal);
  const before = await readSent();
  await pause(measureMilliseconds, signal);
  return measuresOf(before, await readSent(), readingOf(await remote.getRTCStatsReport()));
}

function trackOf(room: Room): Promise<RemoteTrack> {
  return new Promise((resolve) => {
    room.on(RoomEvent.TrackSubscribed, (track) => {
      // A picture that nobody shows is not decoded, and so tells little.
      track.attach();
      resolve(track);
    });
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** @throws when it takes longer, or the test is stopped */
function within<Value>(milliseconds: number, signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const late = pause(milliseconds, signal).then(() => {
    throw new Error('It took too long.');
  });
  return Promise.race([work, late]);
}
