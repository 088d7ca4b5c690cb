import {
  DisconnectReason,
  LogLevel,
  RemoteVideoTrack,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
} from 'livekit-client';
import type { RoomRights } from '#ports/video-rooms.ts';
import type { MediaAccess } from '../media-access.ts';
import type { CallEvent } from './call-machine.ts';
import { shownKindOf } from './people.ts';
import { growWhenTaken } from './picture-size.ts';
import { type PictureWatch, watchPictures } from './picture-watch.ts';

export type EnteredRoom = { readonly room: Room; readonly watch: PictureWatch };

type Listener = {
  readonly tell: (event: CallEvent) => void;
  /** Something that the screen shows changed. */
  readonly changed: () => void;
  /** Somebody's picture comes. */
  readonly pictured: (track: RemoteVideoTrack) => void;
  /** Somebody sends something new. */
  readonly published: () => void;
  /** One's rights became other ones. */
  readonly permitted: () => void;
  readonly speakerId: string | null;
};

// What goes wrong is shown on the page; the console is for nobody.
setLogLevel(LogLevel.silent);

const shown = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackStreamStateChanged,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ConnectionStateChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.VideoPlaybackStatusChanged,
] as const;

/** Connects to the room, and tells what happens in it from then on. @throws when it cannot be reached */
export async function enterRoom(access: MediaAccess, listener: Listener): Promise<EnteredRoom> {
  const room = new Room({
    // One picture that fills the screen: the best layer that the network carries is the right one, and waiting to
    // measure the element first would cost the first tenths of a second.
    adaptiveStream: false,
    // Layers that nobody takes would be switched off, the clerk's before admission among them: the first picture would wait for the encoder.
    dynacast: false,
    singlePeerConnection: true,
    // Camera and microphone outlive a connection.
    stopLocalTrackOnUnpublish: false,
    publishDefaults: { simulcast: true },
    audioOutput: listener.speakerId === null ? undefined : { deviceId: listener.speakerId },
  });
  try {
    await room.connect(access.url, access.token, {
      rtcConfig: { iceServers: access.iceServers.map((server) => ({ ...server })) },
    });
  } catch (error) {
    await room.disconnect(false);
    throw error;
  }
  return { room, watch: listen(room, listener) };
}

function listen(room: Room, { tell, changed, pictured, published, permitted }: Listener): PictureWatch {
  const watch = watchPictures(room, {
    pictured: () => tell({ type: 'pictured' }),
    frozen: () => tell({ type: 'frozen' }),
  });
  room.on(RoomEvent.TrackSubscribed, (track, publication) => {
    if (track instanceof RemoteVideoTrack && shownKindOf(publication) === null) pictured(track);
  });
  room.on(RoomEvent.TrackPublished, published);
  growWhenTaken(room);
  for (const event of shown) room.on(event, changed);
  for (const event of [
    RoomEvent.TrackPublished,
    RoomEvent.TrackSubscribed,
    RoomEvent.TrackUnmuted,
  ] as const) {
    room.on(event, watch.arm);
  }
  room.on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => {
    if (participant !== room.localParticipant) return;
    tell({ type: 'rightsChanged', rights: rightsIn(room) });
    permitted();
  });
  room.on(RoomEvent.Reconnecting, () => tell({ type: 'faltered' }));
  room.on(RoomEvent.Reconnected, () => tell({ type: 'recovered' }));
  room.on(RoomEvent.Disconnected, (reason) => {
    watch.stop();
    tell({ type: reason === DisconnectReason.DUPLICATE_IDENTITY ? 'displaced' : 'lost' });
  });
  return watch;
}

/** Our rights in the room, as the video server says. */
export function rightsIn(room: Room): RoomRights {
  const { permissions } = room.localParticipant;
  if (!permissions?.canPublish) return 'observeNothing';
  return permissions.canSubscribe ? 'converse' : 'readyHidden';
}

const cameraSource = Track.sourceToProto(Track.Source.Camera);
const screenSource = Track.sourceToProto(Track.Source.ScreenShare);

/** Whether the video server lets us share a screen now. */
export function maySendScreen(room: Room): boolean {
  return maySend(room, screenSource);
}

/** Whether the video server lets us be seen now. */
export function maySendPicture(room: Room): boolean {
  return maySend(room, cameraSource);
}

function maySend(room: Room, wanted: typeof screenSource): boolean {
  const sources = room.localParticipant.permissions?.canPublishSources ?? [];
  return sources.some((source) => source === wanted);
}
