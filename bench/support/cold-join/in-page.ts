// Runs in a blank page: the bare video library, joining as its documentation shows.
import { createLocalTracks, type LocalTrack, Room, RoomEvent } from 'livekit-client';

export type ColdJoin = {
  /** Opens camera and microphone, as somebody did who is about to join. */
  readonly open: () => Promise<void>;
  /** Joins, publishes, and shows whoever is there. @returns epoch milliseconds of the click */
  readonly join: (url: string, token: string) => Promise<number>;
};

let tracks: LocalTrack[] = [];

globalThis.coldJoin = {
  open: async () => {
    tracks = await createLocalTracks({ audio: true, video: { resolution: { width: 1280, height: 720 } } });
  },
  join: async (url, token) => {
    const clickedAt = performance.timeOrigin + performance.now();
    const room = new Room();
    room.on(RoomEvent.TrackSubscribed, (track) => document.body.append(track.attach()));
    await room.connect(url, token, { rtcConfig: { iceServers: [] } });
    await Promise.all(tracks.map((track) => room.localParticipant.publishTrack(track)));
    return clickedAt;
  },
};

declare global {
  var coldJoin: ColdJoin;
}
