import { LocalVideoTrack, Track, TrackEvent } from 'livekit-client';

/** What one can show besides one's face: a screen, or a paper in front of another camera. */
export type ShowKind = 'screen' | 'paper';
export type OwnShowing = { readonly kind: ShowKind; readonly track: LocalVideoTrack };

/** `cancelled`: its user chose nothing, or the system does not allow it. */
export type ShowOutcome = 'shown' | 'cancelled' | 'failed';

/** What somebody shows, apart from any connection. One thing at a time. */
export class OwnShow {
  readonly #onChange: () => void;
  readonly #tracks = new WeakSet<object>();
  #showing: OwnShowing | null = null;

  /** @param onChange called when something is shown, and when it is over, also by the browser's own button */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  view(): OwnShowing | null {
    return this.#showing;
  }

  /** Whether a track is or was something shown. */
  knows(track: object): boolean {
    return this.#tracks.has(track);
  }

  show(kind: ShowKind, picture: MediaStreamTrack): void {
    this.stop();
    // Letters are to be read: rather fewer pictures than blurred ones.
    picture.contentHint = 'detail';
    const track = new LocalVideoTrack(picture, undefined, false);
    track.source = kind === 'screen' ? Track.Source.ScreenShare : Track.Source.Camera;
    this.#tracks.add(track);
    this.#showing = { kind, track };
    track.on(TrackEvent.Ended, () => {
      if (this.#showing?.track === track) this.stop();
    });
    this.#onChange();
  }

  stop(): void {
    if (this.#showing === null) return;
    const { track } = this.#showing;
    this.#showing = null;
    track.removeAllListeners();
    track.detach();
    track.stop();
    this.#onChange();
  }
}

/** Not on phones, mostly. */
export function canShareScreen(): boolean {
  return typeof navigator !== 'undefined' && navigator.mediaDevices?.getDisplayMedia !== undefined;
}

/** Lets its user choose a screen, window or tab in the browser's own way. Must be called while they touch the page. */
export async function pickScreen(): Promise<MediaStreamTrack | Exclude<ShowOutcome, 'shown'>> {
  if (!canShareScreen()) return 'failed';
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { max: 15 } },
      audio: false,
    });
    return stream.getVideoTracks()[0] ?? 'failed';
  } catch (error) {
    return (error as { name?: unknown } | null)?.name === 'NotAllowedError' ? 'cancelled' : 'failed';
  }
}
