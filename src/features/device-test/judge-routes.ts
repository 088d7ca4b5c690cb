import type { ConnectionResult, RouteResult, RouteResults } from '#journey/device-test-results.ts';

export type TriedRoutes = {
  /** The video server answered. */
  readonly signalling: boolean;
  /** Picture came through by some route. */
  readonly media: boolean;
  /** Which route was taken when all were open; null where the browser does not tell. */
  readonly transport: ConnectionResult['transport'];
  /** Whether the route works when no other one is open; null when the video server has none. */
  readonly tcp: boolean | null;
  readonly turn: boolean | null;
};

export const untestedRoutes: RouteResults = { udp: 'untested', tcp: 'untested', turn: 'untested' };

/**
 * What is known of each route. Browsers take UDP wherever it works (RFC 8445, section 5.1.2: it has the higher priority), so that another
 * route means that there is none.
 */
export function judgeRoutes({ signalling, media, transport, tcp, turn }: TriedRoutes): RouteResults {
  if (!signalling) return untestedRoutes;
  return {
    udp: transport === 'udp' ? 'yes' : media && transport === null ? 'untested' : 'no',
    tcp: transport === 'tcp' ? 'yes' : resultOf(tcp),
    turn: transport === 'relay' ? 'yes' : resultOf(turn),
  };
}

function resultOf(works: boolean | null): RouteResult {
  if (works === null) return 'notOffered';
  return works ? 'yes' : 'no';
}
