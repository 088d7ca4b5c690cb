import { RemoteVideoTrack, type Room, Track } from 'livekit-client';
import { cameraOf } from './people.ts';
import { isPictureShown } from './picture-element.ts';

const lookMilliseconds = 500;
/** A picture that has not come by then does not come by waiting. */
export const pictureWithinMilliseconds = 4_000;

type Watched = { readonly since: number; readonly frames: number };

export type PictureWatch = {
  /** Looks anew: every camera of others that is on must bring frames within four seconds from now. */
  readonly arm: () => void;
  readonly stop: () => void;
};

/**
 * One connection in five was measured to stand without a picture after the video server restarted. This watches the frames
 * that are decoded, whatever the library believes.
 */
export function watchPictures(
  room: Room,
  tell: { readonly pictured: () => void; readonly frozen: () => void },
): PictureWatch {
  const watched = new Map<string, Watched>();
  const seen = new Set<string>();
  let timer: ReturnType<typeof setInterval> | undefined;

  const look = async () => {
    // A page in the background decodes and counts at its leisure.
    const isHidden = document.visibilityState === 'hidden';
    const cameras = findCameras(room).filter(({ sid }) => !seen.has(sid));
    if (cameras.length === 0) return rest();
    for (const { sid, track } of cameras) {
      const frames = (await track?.getReceiverStats())?.framesDecoded ?? 0;
      if (timer === undefined) return;
      const before = watched.get(sid);
      if (before === undefined || isHidden) watched.set(sid, { since: Date.now(), frames });
      else if (frames > before.frames) {
        seen.add(sid);
        tell.pictured();
      } else if (Date.now() - before.since >= pictureWithinMilliseconds) {
        rest();
        tell.frozen();
        return;
      }
    }
  };

  const rest = () => {
    clearInterval(timer);
    timer = undefined;
    watched.clear();
  };

  return {
    arm: () => {
      watched.clear();
      seen.clear();
      timer ??= setInterval(() => void look(), lookMilliseconds);
    },
    stop: rest,
  };
}

/** Cameras of others that are on, subscribed or not: a picture that was promised. */
function findCameras(room: Room): readonly { sid: string; track: RemoteVideoTrack | null }[] {
  return [...room.remoteParticipants.values()].flatMap((participant) => {
    const camera = cameraOf(participant);
    // Paused by the server for want of bandwidth: a new connection would have no more.
    const isPaused = camera?.track?.streamState === Track.StreamState.Paused;
    if (camera === undefined || camera.isMuted || isPaused || !camera.isDesired) return [];
    const track = camera.track instanceof RemoteVideoTrack ? camera.track : null;
    return [{ sid: camera.trackSid, track }];
  });
}

const pictureLookMilliseconds = 20;

/**
 * Waits until the first picture of somebody else is on the screen, so that nothing competes with it: publishing starts encoders and
 * negotiates over the same connection.
 * @param withinMilliseconds how long at most; there may be no picture at all
 */
export function waitForPicture(room: Room, withinMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const until = Date.now() + withinMilliseconds;
    const look = () => {
      const isShown = findCameras(room).some(({ track }) => track !== null && isPictureShown(track));
      if (isShown || Date.now() >= until) resolve();
      else setTimeout(look, pictureLookMilliseconds);
    };
    look();
  });
}
