import {
  ConnectionQuality,
  type Participant,
  type RemoteAudioTrack,
  type RemoteParticipant,
  type RemoteTrackPublication,
  RemoteVideoTrack,
  type Room,
  Track,
  VideoQuality,
} from 'livekit-client';
import type { ParticipantId } from '#journey/ids.ts';
import type { ShowKind } from './own-show.ts';

export type Quality = 'good' | 'fair' | 'poor' | 'lost' | 'unknown';

/** Somebody else in the room. */
export type OtherPerson = {
  readonly id: ParticipantId;
  /** As the token says; empty for somebody who was connected before admission. */
  readonly name: string;
  readonly isSpeaking: boolean;
  readonly quality: Quality;
  /** Null while there is nothing to see: camera off, or not subscribed yet. */
  readonly picture: RemoteVideoTrack | null;
  /** Whether the camera is on, even if its picture has not come yet. */
  readonly hasCamera: boolean;
  readonly hasMicrophone: boolean;
  /** The camera is on, and its picture stays away for now: by one's own choice, or because the line does not carry it. */
  readonly withheld: 'byChoice' | 'byLine' | null;
  readonly sound: RemoteAudioTrack | null;
  /** What they show besides their face; null while there is nothing to see of it. */
  readonly shown: { readonly kind: ShowKind; readonly track: RemoteVideoTrack } | null;
};

const qualities: Record<ConnectionQuality, Quality> = {
  [ConnectionQuality.Excellent]: 'good',
  [ConnectionQuality.Good]: 'fair',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
};

export function qualityOf(participant: Participant): Quality {
  return qualities[participant.connectionQuality];
}

/** The others in the room, in order of arrival. */
export function readOthers(room: Room): readonly OtherPerson[] {
  return [...room.remoteParticipants.values()]
    .sort((a, b) => (a.joinedAt?.getTime() ?? 0) - (b.joinedAt?.getTime() ?? 0))
    .map(readPerson);
}

function readPerson(participant: RemoteParticipant): OtherPerson {
  const camera = cameraOf(participant);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  const hasCamera = camera !== undefined && !camera.isMuted;
  return {
    id: participant.identity as ParticipantId,
    name: participant.name ?? '',
    isSpeaking: participant.isSpeaking,
    quality: qualityOf(participant),
    picture: hasCamera && camera.track instanceof RemoteVideoTrack ? camera.track : null,
    hasCamera,
    withheld: hasCamera ? readWithheld(camera) : null,
    hasMicrophone: microphone !== undefined && !microphone.isMuted,
    sound: (microphone?.track as RemoteAudioTrack | undefined) ?? null,
    shown: readShown(participant),
  };
}

function readWithheld({ isDesired, track }: RemoteTrackPublication): OtherPerson['withheld'] {
  if (!isDesired) return 'byChoice';
  return track?.streamState === Track.StreamState.Paused ? 'byLine' : null;
}

/** Takes the pictures of faces and papers, or none of them. A screen is what is talked about: it stays. */
export function receivePictures(room: Room, isWanted: boolean): void {
  for (const participant of room.remoteParticipants.values()) {
    for (const publication of participant.videoTrackPublications.values()) {
      const isScreen = shownKindOf(publication) === 'screen';
      if (!isScreen && publication.isDesired !== isWanted) publication.setSubscribed(isWanted);
    }
  }
}

/** Takes one picture as large as it comes, and those of the others small, so that the line carries that one; null takes all large. */
export function favourPicture(room: Room, favoured: ParticipantId | null): void {
  for (const participant of room.remoteParticipants.values()) {
    const isSmall = favoured !== null && participant.identity !== favoured;
    cameraOf(participant)?.setVideoQuality(isSmall ? VideoQuality.LOW : VideoQuality.HIGH);
  }
}

/** The camera on somebody's face. */
export function cameraOf(participant: RemoteParticipant): RemoteTrackPublication | undefined {
  return [...participant.videoTrackPublications.values()].find(
    (publication) => publication.source === Track.Source.Camera && shownKindOf(publication) === null,
  );
}

/** As what somebody shows this picture; null for their face. */
export function shownKindOf({ source, trackName }: RemoteTrackPublication): ShowKind | null {
  if (source === Track.Source.ScreenShare) return 'screen';
  return trackName === 'paper' ? 'paper' : null;
}

function readShown(participant: RemoteParticipant): OtherPerson['shown'] {
  for (const publication of participant.videoTrackPublications.values()) {
    const kind = shownKindOf(publication);
    const { track } = publication;
    if (kind !== null && track instanceof RemoteVideoTrack && !publication.isMuted) return { kind, track };
  }
  return null;
}
