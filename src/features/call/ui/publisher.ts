import {
  type LocalTrack,
  LocalVideoTrack,
  type Room,
  type TrackPublishOptions,
  VideoPreset,
} from 'livekit-client';
import type { RoomRights } from '#ports/video-rooms.ts';
import { maySendPicture, maySendScreen } from './enter-room.ts';
import type { OwnMedia } from './own-media.ts';
import type { OwnShow, ShowKind } from './own-show.ts';
import { growSoon, keepSize, startSmall } from './picture-size.ts';
import { waitForPicture } from './picture-watch.ts';

/** So long one's own picture lets that of the other go first. */
const pictureFirstMilliseconds = 600;

/** A small copy goes along, for a line that does not carry the large one. */
const shownOptions: Record<ShowKind, TrackPublishOptions> = {
  screen: {
    name: 'screen',
    degradationPreference: 'maintain-resolution',
    screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
    screenShareSimulcastLayers: [new VideoPreset(960, 540, 120_000, 3)],
  },
  paper: {
    name: 'paper',
    degradationPreference: 'maintain-resolution',
    videoEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
    videoSimulcastLayers: [new VideoPreset(640, 360, 150_000, 5)],
  },
};

/** Of who signs: at least 20 pictures a second (EN 301 549, 6.5.3), aimed at 30, whatever becomes of the details. */
const signedOptions: TrackPublishOptions = {
  degradationPreference: 'maintain-framerate',
  videoEncoding: { maxBitrate: 2_000_000, maxFramerate: 30, priority: 'high' },
};

/** Publishes what is open, in whatever connection there is, each exactly once in each. */
export class Publisher {
  readonly #media: OwnMedia;
  readonly #show: OwnShow;
  #published = new Set<LocalTrack>();

  constructor(media: OwnMedia, show: OwnShow) {
    this.#media = media;
    this.#show = show;
  }

  /** The connection is over: the next one has nothing yet. */
  forget(): void {
    this.#published = new Set();
  }

  /** @param signs one's own picture is read for signs */
  async publish(room: Room, rights: RoomRights, signs = false): Promise<void> {
    if (rights === 'observeNothing') return;
    const published = this.#published;
    if (rights === 'converse') await waitForPicture(room, pictureFirstMilliseconds);
    const mayBeSeen = maySendPicture(room);
    const own = await this.#media.publishable();
    const tracks: LocalTrack[] = own.filter((track) => mayBeSeen || !(track instanceof LocalVideoTrack));
    const showing = this.#show.view();
    if (published !== this.#published) return;
    if (
      showing !== null &&
      rights === 'converse' &&
      (showing.kind === 'paper' ? mayBeSeen : maySendScreen(room))
    ) {
      tracks.push(showing.track);
    }
    await Promise.all(
      tracks.map(async (track) => {
        if (published.has(track)) return;
        published.add(track);
        try {
          const isShown = showing?.track === track;
          if (isShown) keepSize(showing.track);
          const faceOptions = signs && track instanceof LocalVideoTrack ? signedOptions : undefined;
          await room.localParticipant.publishTrack(track, isShown ? shownOptions[showing.kind] : faceOptions);
          if (track instanceof LocalVideoTrack && !isShown) startSmall(track);
        } catch {
          // A failure is one of the connection: the next one publishes anew.
          published.delete(track);
        }
      }),
    );
    if (rights !== 'converse') return;
    for (const track of published) {
      if (track instanceof LocalVideoTrack && !this.#show.knows(track)) growSoon(track);
    }
  }

  /** Takes away what is shown no more. */
  withdraw(room: Room): void {
    const showing = this.#show.view()?.track;
    for (const track of this.#published) {
      if (!this.#show.knows(track) || track === showing) continue;
      this.#published.delete(track);
      void room.localParticipant.unpublishTrack(track, true).catch(() => null);
    }
  }

  /** The right to be seen or to share a screen came or went. What one may not show any more is over. */
  followRights(room: Room): void {
    if (!maySendPicture(room)) {
      // The video server took it out of the room itself. Should the right come back, it is published anew.
      for (const track of this.#published) {
        if (!(track instanceof LocalVideoTrack) || this.#show.knows(track)) continue;
        this.#published.delete(track);
        void room.localParticipant.unpublishTrack(track, false).catch(() => null);
      }
    }
    const showing = this.#show.view();
    if (showing?.kind !== 'screen') return;
    if (this.#published.has(showing.track) && !maySendScreen(room)) this.#show.stop();
  }
}
