import { describe, expect, it } from 'vitest';
import { judgeRoutes, type TriedRoutes } from './judge-routes.ts';

const open: TriedRoutes = { signalling: true, media: true, transport: 'udp', tcp: true, turn: true };

describe('the routes to the video server', () => {
  it('are each open where each let something through', () => {
    expect(judgeRoutes(open)).toEqual({ udp: 'yes', tcp: 'yes', turn: 'yes' });
  });

  it.each<[string, Partial<TriedRoutes>, object]>([
    ['no UDP where TCP was taken', { transport: 'tcp' }, { udp: 'no', tcp: 'yes' }],
    [
      'no UDP where a relay was taken',
      { transport: 'relay', tcp: false },
      { udp: 'no', tcp: 'no', turn: 'yes' },
    ],
    ['no TCP where it lets nothing through', { tcp: false }, { udp: 'yes', tcp: 'no', turn: 'yes' }],
    [
      'nothing at all',
      { media: false, transport: null, tcp: false, turn: false },
      { udp: 'no', tcp: 'no', turn: 'no' },
    ],
  ])('are told apart: %s', (_what, found, routes) => {
    expect(judgeRoutes({ ...open, ...found })).toMatchObject(routes);
  });

  it('are not held against a network where the video server has none', () => {
    expect(judgeRoutes({ ...open, tcp: null, turn: null })).toEqual({
      udp: 'yes',
      tcp: 'notOffered',
      turn: 'notOffered',
    });
  });

  it('are unknown where the video server does not answer', () => {
    const routes = judgeRoutes({ ...open, signalling: false, media: false, transport: null });
    expect(routes).toEqual({ udp: 'untested', tcp: 'untested', turn: 'untested' });
  });

  it('are unknown as far as the browser does not tell which one it took', () => {
    expect(judgeRoutes({ ...open, transport: null }).udp).toBe('untested');
  });
});
