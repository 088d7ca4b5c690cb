/**
 * How much of one's own picture the line carries, as a pure function: what was measured goes in, what to send comes out. The sound always goes
 * first. A line is believed to be weak sooner than to be good again, and after each vain attempt later still, so that a picture does not
 * come and go.
 *
 * - `full`: the picture as large as it can be.
 * - `small`: a small picture.
 * - `none`: sound only.
 */
export type LineLevel = 'full' | 'small' | 'none';

export type LineSample = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** What the browser believes it can send; null when it does not say. */
  readonly bitsPerSecond: number | null;
  /** Share of what was sent that did not arrive, 0 to 1; null when unknown. */
  readonly lostShare: number | null;
  /** The video server's own judgement. */
  readonly quality: 'good' | 'fair' | 'poor' | 'lost' | 'unknown';
};

export type LineState = {
  readonly level: LineLevel;
  /** Since when samples in a row say that it is too much; null when the last one did not. */
  readonly weakSince: number | null;
  /** Since when samples in a row say that more would do. */
  readonly goodSince: number | null;
  /** When more was tried last; null when never, or it held. */
  readonly raisedAt: number | null;
  /** How long a line must be good before more is tried. */
  readonly patienceMilliseconds: number;
};

const leastPatienceMilliseconds = 10_000;
const mostPatienceMilliseconds = 80_000;
/** One bad moment is no weak line. */
const weakMilliseconds = 6_000;
/** An attempt that held so long has succeeded. */
const heldMilliseconds = 20_000;
/** What each level needs to be worth sending, the sound included. */
const neededBitsPerSecond: Record<LineLevel, number> = { full: 220_000, small: 90_000, none: 0 };
/** Sound suffers from here. */
const muchLost = 0.12;

export const goodLine: LineState = {
  level: 'full',
  weakSince: null,
  goodSince: null,
  raisedAt: null,
  patienceMilliseconds: leastPatienceMilliseconds,
};

const lower: Record<LineLevel, LineLevel> = { full: 'small', small: 'none', none: 'none' };
const higher: Record<LineLevel, LineLevel> = { full: 'full', small: 'full', none: 'small' };

/** The next state after a sample. Goes one level at a time, either way. */
export function stepLine(state: LineState, sample: LineSample): LineState {
  const verdict = judge(state.level, sample);
  const weakSince = verdict === 'weak' ? (state.weakSince ?? sample.at) : null;
  const goodSince = verdict === 'good' ? (state.goodSince ?? sample.at) : null;
  const next = settle({ ...state, weakSince, goodSince }, sample.at);
  if (weakSince !== null && sample.at - weakSince >= weakMilliseconds) return goDown(next, sample.at);
  const isPatient = goodSince !== null && sample.at - goodSince >= next.patienceMilliseconds;
  return isPatient ? goUp(next, sample.at) : next;
}

function judge(level: LineLevel, sample: LineSample): 'weak' | 'good' | 'unclear' {
  const { bitsPerSecond, lostShare, quality } = sample;
  const isTooMuch = bitsPerSecond !== null && bitsPerSecond < neededBitsPerSecond[level];
  const isLossy = (lostShare ?? 0) >= muchLost;
  // The server also calls poor what is only a slow machine: without losses that is no reason.
  if (isTooMuch || (isLossy && (quality === 'poor' || quality === 'lost'))) {
    return level === 'none' ? 'unclear' : 'weak';
  }
  return isLossy || quality === 'lost' ? 'unclear' : 'good';
}

function goDown(state: LineState, at: number): LineState {
  const level = lower[state.level];
  if (level === state.level) return state;
  const wasVain = state.raisedAt !== null && at - state.raisedAt < heldMilliseconds + weakMilliseconds;
  const patience = wasVain ? state.patienceMilliseconds * 2 : state.patienceMilliseconds;
  return {
    level,
    weakSince: null,
    goodSince: null,
    raisedAt: null,
    patienceMilliseconds: Math.min(patience, mostPatienceMilliseconds),
  };
}

function goUp(state: LineState, at: number): LineState {
  const level = higher[state.level];
  if (level === state.level) return state;
  return { ...state, level, weakSince: null, goodSince: null, raisedAt: at };
}

/** What held is no attempt any more. */
function settle(state: LineState, at: number): LineState {
  if (state.raisedAt === null || state.weakSince !== null || at - state.raisedAt < heldMilliseconds)
    return state;
  return { ...state, raisedAt: null, patienceMilliseconds: leastPatienceMilliseconds };
}
