import type { LocalTrack, Room } from 'livekit-client';
import { qualityOf } from './people.ts';
import { goodLine, type LineLevel, type LineSample, stepLine } from './step-line.ts';

const lookMilliseconds = 2_000;
/** A connection that just stands is still finding out what it carries. */
const settleMilliseconds = 6_000;

export type LineWatch = {
  /** Its user wants the picture now: begin anew. */
  readonly trust: () => void;
  readonly stop: () => void;
};

/**
 * Measures what the connection to the room carries, and tells how much of one's own picture to send.
 * @param tracks what is sent; the figures of any of them do
 */
export function watchLine(
  room: Room,
  tracks: () => readonly LocalTrack[],
  tell: (level: LineLevel) => void,
): LineWatch {
  let state = goodLine;
  let isStopped = false;
  const since = Date.now();
  const look = async () => {
    // A page in the background is measured at the browser's leisure.
    if (document.visibilityState === 'hidden' || Date.now() - since < settleMilliseconds) return;
    const figures = await readFigures(tracks());
    if (isStopped || figures === null) return;
    const before = state.level;
    state = stepLine(state, { ...figures, quality: qualityOf(room.localParticipant), at: Date.now() });
    if (state.level !== before) tell(state.level);
  };
  const timer = setInterval(() => void look(), lookMilliseconds);
  return {
    trust: () => {
      state = goodLine;
      tell(state.level);
    },
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

type Figures = Pick<LineSample, 'bitsPerSecond' | 'lostShare'>;

/** Figures of the first track that is on its way; null when none is. */
async function readFigures(tracks: readonly LocalTrack[]): Promise<Figures | null> {
  for (const track of tracks) {
    const report = await track.getRTCStatsReport().catch(() => undefined);
    if (report !== undefined) return figuresIn(report);
  }
  return null;
}

/** By the names of the W3C's "Identifiers for WebRTC's Statistics API". */
function figuresIn(report: RTCStatsReport): Figures {
  let bitsPerSecond: number | null = null;
  let lostShare: number | null = null;
  report.forEach((figure: Record<string, unknown>) => {
    const { type, availableOutgoingBitrate, fractionLost } = figure;
    if (type === 'candidate-pair' && typeof availableOutgoingBitrate === 'number') {
      bitsPerSecond = Math.max(bitsPerSecond ?? 0, availableOutgoingBitrate);
    }
    if (type === 'remote-inbound-rtp' && typeof fractionLost === 'number') {
      lostShare = Math.max(lostShare ?? 0, fractionLost);
    }
  });
  return { bitsPerSecond, lostShare };
}
