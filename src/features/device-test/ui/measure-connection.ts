import { type LocalTrackPublication, type RemoteTrack, Room, RoomEvent, Track } from 'livekit-client';
import type { ConnectionResult } from '#journey/device-test-results.ts';
import { judgeRoutes, untestedRoutes } from '../judge-routes.ts';
import { measuresOf, readingOf } from './connection-stats.ts';
import { createMovingPicture } from './moving-picture.ts';
import type { TestAccess } from './test-access.ts';
import { isRelay, tryTcp, tryTurn } from './try-routes.ts';
import { pause, within } from './within.ts';

/** With the measuring and the other routes after it, nobody waits much longer than 20 seconds. */
const connectMilliseconds = 10_000;
/** The browser begins slowly and sends more as it sees that it may: measured is what it sends at the end. */
const warmUpMilliseconds = 3_500;
const measureMilliseconds = 3_000;
const mostBitsPerSecond = 2_500_000;

/** What is being done: looking for the video server, measuring how fast, trying the routes that were not taken. */
export type MeasureStep = 'connect' | 'speed' | 'routes';

const nothing: ConnectionResult = {
  signalling: false,
  media: false,
  transport: null,
  routes: untestedRoutes,
  roundTripMilliseconds: null,
  lossPercent: null,
  uploadKilobits: null,
};

/**
 * Sends a picture through the real video server and takes it in again, by whatever route works; then tries the other routes. Never throws:
 * a connection that fails is a result.
 */
export async function measureConnection(
  access: TestAccess,
  signal: AbortSignal,
  onStep: (step: MeasureStep) => void,
): Promise<ConnectionResult> {
  const settings = { adaptiveStream: false, dynacast: false };
  const sender = new Room(settings);
  const receiver = new Room(settings);
  const picture = createMovingPicture();
  let signalling = false;
  sender.on(RoomEvent.SignalConnected, () => {
    signalling = true;
  });
  try {
    onStep('connect');
    if (picture === null) {
      await within(connectMilliseconds, signal, connect(sender, access.sender, access));
      return { ...nothing, signalling };
    }
    const sending = send(sender, receiver, picture.track, access);
    const { publication, remote } = await within(connectMilliseconds, signal, sending);
    onStep('speed');
    const measures = await measure(publication, remote, signal);
    onStep('routes');
    await receiver.disconnect();
    const [tcp, turn] = await Promise.all([
      measures.transport === 'tcp' ? true : tryTcp(sender, signal),
      tryTurn(access.receiver, access.iceServers, signal),
    ]);
    return { signalling, ...measures, routes: judgeRoutes({ signalling, ...measures, tcp, turn }) };
  } catch {
    const turn = access.iceServers.some(isRelay) ? false : null;
    const routes = judgeRoutes({ signalling, media: false, transport: null, tcp: false, turn });
    return { ...nothing, signalling, routes };
  } finally {
    picture?.stop();
    await Promise.allSettled([sender.disconnect(), receiver.disconnect()]);
  }
}

function connect(room: Room, { url, token }: TestAccess['sender'], { iceServers }: TestAccess) {
  return room.connect(url, token, { rtcConfig: { iceServers: [...iceServers] }, maxRetries: 0 });
}

/** Until the picture of the one arrived at the other. */
async function send(sender: Room, receiver: Room, picture: MediaStreamTrack, access: TestAccess) {
  const arrived = trackOf(receiver);
  await Promise.all([connect(sender, access.sender, access), connect(receiver, access.receiver, access)]);
  const publication = await sender.localParticipant.publishTrack(picture, {
    source: Track.Source.Camera,
    simulcast: false,
    videoEncoding: { maxBitrate: mostBitsPerSecond, maxFramerate: 24 },
  });
  return { publication, remote: await arrived };
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
