import type { ConnectionResult } from '#journey/device-test-results.ts';

/** One statistic of WebRTC (W3C webrtc-stats), as far as it is read here. */
type Stat = {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly timestamp: number;
  readonly bytesSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly selectedCandidatePairId?: string;
  readonly selected?: boolean;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly localCandidateId?: string;
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly candidateType?: string;
  readonly protocol?: string;
};

/** A reading of one connection at one moment. */
export type Reading = ReadonlyMap<string, Stat>;

export function readingOf(report: RTCStatsReport | undefined): Reading {
  const reading = new Map<string, Stat>();
  report?.forEach((stat: Stat) => {
    reading.set(stat.id, stat);
  });
  return reading;
}

export type Measures = Omit<ConnectionResult, 'signalling' | 'routes'>;

/** What two readings of the sending side and one of the receiving side tell. */
export function measuresOf(before: Reading, after: Reading, received: Reading): Measures {
  const pair = selectedPair(after);
  const incoming = find(received, (stat) => stat.type === 'inbound-rtp' && stat.kind === 'video');
  const packets = incoming?.packetsReceived ?? 0;
  const lost = Math.max(0, incoming?.packetsLost ?? 0);
  const roundTrip = pair?.currentRoundTripTime;
  return {
    media: packets > 0,
    transport: transportOf(after),
    roundTripMilliseconds: roundTrip === undefined ? null : Math.round(roundTrip * 1_000),
    lossPercent: packets + lost === 0 ? null : Math.round((lost / (packets + lost)) * 1_000) / 10,
    uploadKilobits: uploadOf(before, after, pair),
  };
}

/** What was sent in the meantime, or more when the browser estimates that more would pass. */
function uploadOf(before: Reading, after: Reading, pair: Stat | undefined): number | null {
  const isSent = (stat: Stat) => stat.type === 'outbound-rtp' && stat.kind === 'video';
  const [first, last] = [find(before, isSent), find(after, isSent)];
  const milliseconds = (last?.timestamp ?? 0) - (first?.timestamp ?? 0);
  const bytes = (last?.bytesSent ?? 0) - (first?.bytesSent ?? 0);
  const sent = milliseconds > 0 ? (bytes * 8) / milliseconds : null;
  const estimated =
    pair?.availableOutgoingBitrate === undefined ? null : pair.availableOutgoingBitrate / 1_000;
  const most = Math.max(sent ?? 0, estimated ?? 0);
  return sent === null && estimated === null ? null : Math.round(most);
}

/** Chromium and Safari name it in the transport; Firefox marks the pair. */
function selectedPair(reading: Reading): Stat | undefined {
  const transport = find(
    reading,
    (stat) => stat.type === 'transport' && stat.selectedCandidatePairId !== undefined,
  );
  if (transport !== undefined) return reading.get(transport.selectedCandidatePairId ?? '');
  const isPair = (stat: Stat) => stat.type === 'candidate-pair' && stat.state === 'succeeded';
  return (
    find(reading, (stat) => isPair(stat) && stat.selected === true) ??
    find(reading, (stat) => isPair(stat) && stat.nominated === true)
  );
}

/** The route that is taken; null where the browser does not tell. */
export function transportOf(reading: Reading): ConnectionResult['transport'] {
  const candidate = reading.get(selectedPair(reading)?.localCandidateId ?? '');
  if (candidate === undefined) return null;
  if (candidate.candidateType === 'relay') return 'relay';
  return candidate.protocol === 'tcp' ? 'tcp' : 'udp';
}

function find(reading: Reading, wanted: (stat: Stat) => boolean): Stat | undefined {
  return [...reading.values()].find(wanted);
}
