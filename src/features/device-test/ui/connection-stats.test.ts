import { describe, expect, it } from 'vitest';
import { measuresOf, type Reading, readingOf } from './connection-stats.ts';

type Stats = readonly ({ id: string; type: string } & Record<string, unknown>)[];
const reading = (...stats: Stats): Reading =>
  readingOf(new Map(stats.map((stat) => [stat.id, { timestamp: 0, ...stat }])) as unknown as RTCStatsReport);

const sent = (timestamp: number, bytesSent: number) =>
  ({ id: 'out', type: 'outbound-rtp', kind: 'video', timestamp, bytesSent }) as const;
const way = (candidate: Record<string, unknown>, pair: Record<string, unknown> = {}): Stats => [
  { id: 'transport', type: 'transport', selectedCandidatePairId: 'pair' },
  { id: 'pair', type: 'candidate-pair', localCandidateId: 'local', currentRoundTripTime: 0.0234, ...pair },
  { id: 'local', type: 'local-candidate', ...candidate },
];
const received = (packetsReceived: number, packetsLost: number) =>
  reading({ id: 'in', type: 'inbound-rtp', kind: 'video', packetsReceived, packetsLost });

describe('the measures of a connection', () => {
  it('are taken between two readings', () => {
    const before = reading(sent(1_000, 50_000));
    const after = reading(sent(5_000, 550_000), ...way({ candidateType: 'host', protocol: 'udp' }));
    expect(measuresOf(before, after, received(980, 20))).toEqual({
      media: true,
      transport: 'udp',
      roundTripMilliseconds: 23,
      lossPercent: 2,
      uploadKilobits: 1_000,
    });
  });

  it('name the way', () => {
    const transport = (candidate: Record<string, unknown>) =>
      measuresOf(reading(), reading(...way(candidate)), received(1, 0)).transport;
    expect(transport({ candidateType: 'host', protocol: 'tcp' })).toBe('tcp');
    expect(transport({ candidateType: 'relay', protocol: 'udp' })).toBe('relay');
  });

  it('find the pair where the browser marks it itself', () => {
    const after = reading(
      { id: 'a', type: 'candidate-pair', state: 'failed', nominated: true, localCandidateId: 'x' },
      { id: 'b', type: 'candidate-pair', state: 'succeeded', selected: true, localCandidateId: 'y' },
      { id: 'y', type: 'local-candidate', candidateType: 'srflx', protocol: 'udp' },
    );
    expect(measuresOf(reading(), after, received(1, 0)).transport).toBe('udp');
  });

  it('count what the browser estimates beyond what was sent', () => {
    const after = reading(sent(2_000, 10_000), ...way({}, { availableOutgoingBitrate: 900_000 }));
    expect(measuresOf(reading(sent(1_000, 0)), after, received(1, 0)).uploadKilobits).toBe(900);
  });

  it('are no numbers where nothing was measured, and no picture where none came', () => {
    expect(measuresOf(reading(), reading(), reading())).toEqual({
      media: false,
      transport: null,
      roundTripMilliseconds: null,
      lossPercent: null,
      uploadKilobits: null,
    });
  });
});
