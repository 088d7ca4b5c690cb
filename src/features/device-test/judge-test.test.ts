import { describe, expect, it } from 'vitest';
import type { RouteResults, TestResults } from '#journey/device-test-results.ts';
import { judgeTest } from './judge-test.ts';
import { testResults } from './test-results.ts';

const fine: TestResults = {
  browser: 'fit',
  camera: 'works',
  microphone: 'works',
  speaker: 'heard',
  connection: {
    signalling: true,
    media: true,
    transport: 'udp',
    routes: { udp: 'yes', tcp: 'yes', turn: 'notOffered' },
    roundTripMilliseconds: 20,
    lossPercent: 0,
    uploadKilobits: 2_000,
  },
};
const connection = (change: Partial<TestResults['connection']>): TestResults => ({
  ...fine,
  connection: { ...fine.connection, ...change },
});

const routes = (change: Partial<RouteResults>): TestResults =>
  connection({ routes: { udp: 'yes', tcp: 'yes', turn: 'yes', ...change } });

describe('the answer of a test', () => {
  it('is good when everything works', () => {
    expect(judgeTest(fine)).toMatchObject({ verdict: 'good', finding: null });
  });

  it.each<[string, TestResults, string]>([
    ['an old browser', { ...fine, browser: 'old' }, 'browser'],
    ['a connection that lets no picture through', connection({ media: false }), 'connection'],
    ['a microphone that is not allowed', { ...fine, microphone: 'refused' }, 'microphone'],
  ])('is that there can be no conversation with %s', (_what, results, finding) => {
    expect(judgeTest(results)).toMatchObject({ verdict: 'failed', finding });
  });

  it.each<[string, TestResults, string]>([
    ['a slow connection', connection({ uploadKilobits: 600 }), 'slow'],
    ['a connection that loses much', connection({ lossPercent: 8 }), 'slow'],
    ['a long way to the server', connection({ roundTripMilliseconds: 900 }), 'slow'],
    ['a bell that was not heard', { ...fine, speaker: 'notHeard' }, 'speaker'],
    ['a bell that was not played', { ...fine, speaker: 'unknown' }, 'speaker'],
    ['a silent microphone', { ...fine, microphone: 'silent' }, 'silent'],
    ['no camera', { ...fine, camera: 'missing' }, 'camera'],
    ['a network without UDP', routes({ udp: 'no' }), 'noUdp'],
  ])('is that it can be a lesser one with %s', (_what, results, finding) => {
    expect(judgeTest(results)).toMatchObject({ verdict: 'limited', finding });
  });

  it('names what matters most when several things are wrong', () => {
    expect(judgeTest({ ...connection({ media: false }), camera: 'missing' }).finding).toBe('connection');
    expect(judgeTest({ ...connection({ uploadKilobits: 1 }), speaker: 'notHeard' }).finding).toBe('speaker');
  });

  it('is not worse for a route that fails or is not there, while the best one works', () => {
    expect(judgeTest(routes({ tcp: 'no', turn: 'notOffered' })).verdict).toBe('good');
    expect(judgeTest(routes({ tcp: 'notOffered', turn: 'no' })).verdict).toBe('good');
  });

  it('speaks of a slow connection first, of the missing route only when nothing else is wrong', () => {
    const noUdp = { udp: 'no', tcp: 'yes', turn: 'notOffered' } as const;
    expect(judgeTest(connection({ routes: noUdp, uploadKilobits: 600 })).finding).toBe('slow');
    expect(judgeTest(connection({ routes: noUdp, media: false })).finding).toBe('connection');
  });

  it('is not worse for what could not be measured', () => {
    const unmeasured = {
      transport: null,
      routes: undefined,
      roundTripMilliseconds: null,
      lossPercent: null,
      uploadKilobits: null,
    };
    expect(judgeTest(connection(unmeasured)).verdict).toBe('good');
  });
});

describe('results from a browser', () => {
  it('are taken as they are, without anything that does not belong to them', () => {
    expect(testResults.parse({ ...fine, name: 'Sofie' })).toEqual(fine);
  });

  it('are taken from a page of before the routes were tried', () => {
    const { routes: _none, ...before } = fine.connection;
    expect(testResults.parse({ ...fine, connection: before }).connection).toEqual(before);
  });

  it.each([
    ['a number beyond reason', connection({ uploadKilobits: 1e12 })],
    ['a negative number', connection({ lossPercent: -1 })],
    ['an unknown word', { ...fine, camera: '<script>' }],
    ['nothing', {}],
  ])('are refused with %s', (_what, results) => {
    expect(testResults.safeParse(results).success).toBe(false);
  });
});
