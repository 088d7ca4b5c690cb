import type { RoomName } from '#journey/ids.ts';
import type { RoomRights } from '#ports/video-rooms.ts';
import type { MediaRefusalCode } from '../media-access.ts';

/**
 * How a browser holds on to its place in a room, as a pure machine: what happened goes in, what to do comes out.
 *
 * - `closed`: not begun.
 * - `left`: by choice; the way back is open.
 * - `connecting`: on the way in for the first time.
 * - `connected`: in the room.
 * - `restoring`: was in the room, on the way back. Nothing is lost by it.
 * - `elsewhere`: another window of this person took the place.
 * - `refused`: the server gives no place now, see `refusal`.
 */
export type CallPhase =
  | 'closed'
  | 'left'
  | 'connecting'
  | 'connected'
  | 'restoring'
  | 'elsewhere'
  | 'refused';

export type CallState = {
  readonly phase: CallPhase;
  /** As the video server says; null while not connected. */
  readonly rights: RoomRights | null;
  /** The room that we are in. */
  readonly room: RoomName | null;
  /** What the live view says; null before it said anything. */
  readonly wanted: { readonly room: RoomName; readonly admitted: boolean } | null;
  readonly refusal: MediaRefusalCode | null;
  /** Attempts to connect that failed in a row. */
  readonly failures: number;
  /** Connections in a row through which no picture came. */
  readonly freezes: number;
  /** Whether pictures and sound have flowed: from then on a lost connection is restored, not begun. */
  readonly conversed: boolean;
};

export type CallEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'viewed'; readonly room: RoomName; readonly admitted: boolean }
  | { readonly type: 'entered'; readonly room: RoomName; readonly rights: RoomRights }
  | { readonly type: 'rightsChanged'; readonly rights: RoomRights }
  | { readonly type: 'refused'; readonly code: MediaRefusalCode }
  /** The server or the video server could not be reached. */
  | { readonly type: 'unreachable' }
  /** The library itself is busy restoring the connection, and did. */
  | { readonly type: 'faltered' }
  | { readonly type: 'recovered' }
  /** The room is gone from under us. */
  | { readonly type: 'lost' }
  | { readonly type: 'displaced' }
  /** The connection stands, but no picture comes through; or one does. */
  | { readonly type: 'frozen' }
  | { readonly type: 'pictured' }
  /** The connection has stood for a while. */
  | { readonly type: 'steady' }
  | { readonly type: 'left' }
  /** Sent back to wait: whatever was known of the room is void. */
  | { readonly type: 'sentBack' };

export type CallCommand =
  | { readonly do: 'connect'; readonly afterMilliseconds: number }
  | { readonly do: 'disconnect' }
  | { readonly do: 'publish' }
  /** Asks for the rights of the database, if they have not come by themselves by then. */
  | { readonly do: 'settleRights'; readonly afterMilliseconds: number }
  | { readonly do: 'watchPictures' }
  /** Camera and microphone off, and their lights. */
  | { readonly do: 'releaseMedia' };

export type CallStep = { readonly state: CallState; readonly commands: readonly CallCommand[] };

export const closedCall: CallState = {
  phase: 'closed',
  rights: null,
  room: null,
  wanted: null,
  refusal: null,
  failures: 0,
  freezes: 0,
  conversed: false,
};

/** So often a new connection is tried for want of a picture; after that the sound is worth more than another try. */
const mostFreezes = 3;
const retryMilliseconds = [0, 300, 1_000, 2_000, 3_000, 5_000] as const;
const settleMilliseconds = 700;

/** The next state, and what has to be done now. */
export function stepCall(state: CallState, event: CallEvent): CallStep {
  switch (event.type) {
    case 'opened':
      return state.phase === 'connecting' || state.phase === 'connected' || state.phase === 'restoring'
        ? stay(state)
        : reconnect({ ...state, refusal: null, failures: 0, freezes: 0 }, 0);
    case 'viewed':
      return view({ ...state, wanted: { room: event.room, admitted: event.admitted } });
    case 'entered':
      return enter(state, event.room, event.rights);
    case 'rightsChanged':
      return take({ ...state, rights: event.rights }, state.rights);
    case 'refused':
      return refuse(state, event.code);
    case 'unreachable':
      return isActive(state) ? retry(state, Math.max(state.failures, 1)) : stay(state);
    case 'lost':
      return isActive(state) ? retry(state, state.failures) : stay(state);
    case 'faltered':
      return state.phase === 'connected' ? stay({ ...state, phase: 'restoring' }) : stay(state);
    case 'recovered':
      return recover(state);
    case 'displaced':
      return {
        state: { ...state, phase: 'elsewhere', rights: null, room: null },
        commands: [{ do: 'disconnect' }, { do: 'releaseMedia' }],
      };
    case 'frozen':
      return state.phase === 'connected' && state.freezes < mostFreezes
        ? reconnect({ ...state, freezes: state.freezes + 1 }, 0)
        : stay(state);
    case 'pictured':
      return stay({ ...state, freezes: 0, failures: 0 });
    case 'steady':
      return stay(state.phase === 'connected' ? { ...state, failures: 0 } : state);
    case 'left':
      return {
        state: { ...closedCall, phase: 'left', wanted: state.wanted },
        commands: [{ do: 'disconnect' }, { do: 'releaseMedia' }],
      };
    case 'sentBack':
      return { state: closedCall, commands: [{ do: 'disconnect' }, { do: 'releaseMedia' }] };
  }
}

function stay(state: CallState): CallStep {
  return { state, commands: [] };
}

function isActive({ phase }: CallState): boolean {
  return phase === 'connecting' || phase === 'connected' || phase === 'restoring';
}

function reconnect(state: CallState, afterMilliseconds: number): CallStep {
  const phase = state.conversed ? 'restoring' : 'connecting';
  return {
    state: { ...state, phase, rights: null, room: null },
    commands: [{ do: 'disconnect' }, { do: 'connect', afterMilliseconds }],
  };
}

/** Tries again, ever more patiently. @param patience how many steps of it */
function retry(state: CallState, patience: number): CallStep {
  const delay = retryMilliseconds[Math.min(patience, retryMilliseconds.length - 1)] ?? 0;
  return reconnect({ ...state, failures: state.failures + 1 }, delay);
}

function view(state: CallState): CallStep {
  const { wanted, phase, room, rights, refusal } = state;
  if (phase === 'refused' && refusal === 'notYet' && wanted?.admitted) {
    return reconnect({ ...state, refusal: null }, 0);
  }
  if (phase !== 'connected' || wanted === null) return stay(state);
  // The room was renewed: the old one is worth nothing any more.
  if (room !== wanted.room) return reconnect(state, 0);
  return wanted.admitted && rights !== 'converse' ? settle(state) : stay(state);
}

function settle(state: CallState): CallStep {
  return { state, commands: [{ do: 'settleRights', afterMilliseconds: settleMilliseconds }] };
}

function enter(before: CallState, room: RoomName, rights: RoomRights): CallStep {
  if (!isActive(before)) return { state: before, commands: [{ do: 'disconnect' }] };
  const state: CallState = { ...before, phase: 'connected', room, rights, refusal: null };
  const { commands } = take(state, null);
  const next = view({ ...state, conversed: state.conversed || rights === 'converse' });
  // Into a room that was renewed meanwhile: on to the new one, nothing to publish here.
  if (next.state.phase !== 'connected') return next;
  return { state: next.state, commands: [...commands, ...next.commands] };
}

/** Rights bring no more than a chance: what was opened is published, and pictures are watched for. */
function take(state: CallState, before: RoomRights | null): CallStep {
  const { rights } = state;
  if (rights === null || rights === before) return stay(state);
  const commands: CallCommand[] = [];
  if (rights !== 'observeNothing') commands.push({ do: 'publish' });
  if (rights === 'converse') commands.push({ do: 'watchPictures' });
  return { state: { ...state, conversed: state.conversed || rights === 'converse' }, commands };
}

function recover(state: CallState): CallStep {
  if (state.phase !== 'restoring' || state.room === null) return stay(state);
  const next = view({ ...state, phase: 'connected' });
  return next.state.phase === 'connected'
    ? { state: next.state, commands: [...next.commands, { do: 'watchPictures' }] }
    : next;
}

function refuse(state: CallState, code: MediaRefusalCode): CallStep {
  if (!isActive(state)) return stay(state);
  // Asked just before the admission that the live view has told of since.
  if (code === 'notYet' && state.wanted?.admitted) return retry(state, Math.max(state.failures, 1));
  // Whoever is just not admitted yet keeps the camera that was opened in the waiting room.
  const release: readonly CallCommand[] = code === 'notYet' ? [] : [{ do: 'releaseMedia' }];
  return {
    state: { ...state, phase: 'refused', refusal: code, rights: null, room: null, failures: 0 },
    commands: [{ do: 'disconnect' }, ...release],
  };
}
