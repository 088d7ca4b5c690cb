// Runs in a page of its own, outside of the product: somebody who took a token and talks to the video server as they like.

import { Room, RoomEvent, Track } from 'livekit-client';

export type RawClient = {
  /** Enters with whatever token. @returns null, or why not */
  readonly connect: (url: string, token: string) => Promise<string | null>;
  /** Publishes a drawn picture. @returns null, or why not */
  readonly publish: () => Promise<string | null>;
  /** Tries everything else that the library offers to do. @returns what was not refused */
  readonly tryEverything: () => Promise<string[]>;
  readonly state: () => {
    readonly room: string;
    readonly isConnected: boolean;
    readonly people: { readonly identity: string; readonly name: string; readonly tracks: number }[];
    readonly data: string[];
    readonly subscribed: number;
    readonly permissions: Record<string, unknown>;
    /** The last token that the video server handed out by itself. */
    readonly refreshedToken: string | null;
    /** All that came from the video server, as text. */
    readonly heard: string;
  };
};

const room = new Room({ singlePeerConnection: true });
const data: string[] = [];
let heard = '';
let subscribed = 0;
let refreshedToken: string | null = null;

class ListeningSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('message', ({ data: message }: MessageEvent<unknown>) => {
      if (!(message instanceof ArrayBuffer)) return;
      const text = new TextDecoder('latin1').decode(message);
      heard += text;
      // The only thing in this form that the video server sends: a fresh token for coming back.
      refreshedToken = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text)?.[0] ?? refreshedToken;
    });
  }
}
globalThis.WebSocket = ListeningSocket;

room.on(RoomEvent.DataReceived, (payload) => data.push(new TextDecoder().decode(payload)));
room.on(RoomEvent.TrackSubscribed, () => {
  subscribed += 1;
});

function drawPicture(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  setInterval(() => pen?.fillRect(Math.random() * 200, Math.random() * 100, 20, 20), 50);
  return canvas.captureStream(20).getVideoTracks()[0] as MediaStreamTrack;
}

async function reasonOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const client: RawClient = {
  connect: (url, token) => reasonOf(room.connect(url, token, { rtcConfig: { iceServers: [] } })),
  publish: () => reasonOf(room.localParticipant.publishTrack(drawPicture(), { source: Track.Source.Camera })),
  tryEverything: async () => {
    const self = room.localParticipant;
    const screen = () => self.publishTrack(drawPicture(), { source: Track.Source.ScreenShare });
    const attempts: Record<string, () => Promise<unknown>> = {
      name: () => self.setName('Somebody else'),
      metadata: () => self.setMetadata('{"admin":true}'),
      attributes: () => self.setAttributes({ role: 'clerk' }),
      screen,
    };
    const allowed: string[] = [];
    for (const [what, attempt] of Object.entries(attempts)) {
      if ((await reasonOf(attempt())) === null) allowed.push(what);
    }
    // Sending is not answered: whether it arrived shows at the other side.
    await reasonOf(self.publishData(new TextEncoder().encode('psst'), { reliable: true }));
    return allowed;
  },
  state: () => ({
    room: room.name,
    isConnected: room.state === 'connected',
    people: [...room.remoteParticipants.values()].map((person) => ({
      identity: person.identity,
      name: person.name ?? '',
      tracks: person.trackPublications.size,
    })),
    data,
    subscribed,
    permissions: JSON.parse(JSON.stringify(room.localParticipant.permissions ?? {})),
    refreshedToken,
    heard,
  }),
};

declare global {
  var rawClient: RawClient;
}
globalThis.rawClient = client;
