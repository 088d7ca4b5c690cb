/** What a test of device and connection found, as it is kept with an appointment. Nothing in it says who tested. */

/** Why a device could not be opened. */
type DeviceProblem = 'refused' | 'missing' | 'busy' | 'failed';

/** Whether one route to the video server lets picture and sound through. `notOffered`: the video server has no such route. */
export type RouteResult = 'yes' | 'no' | 'notOffered' | 'untested';

/** The routes by which picture and sound can travel; whether the video server answers at all stands in `signalling`. */
export type RouteResults = {
  /** Straight, the quickest. */
  readonly udp: RouteResult;
  /** Straight, where a network lets only such traffic through. */
  readonly tcp: RouteResult;
  /** Through a relay. */
  readonly turn: RouteResult;
};

/** What was measured of the way to the video server and back. */
export type ConnectionResult = {
  /** The video server answered. */
  readonly signalling: boolean;
  /** Pictures that were sent came back. */
  readonly media: boolean;
  /** The route that was taken, of those that were open. */
  readonly transport: 'udp' | 'tcp' | 'relay' | null;
  /** Absent in tests of before the routes were tried one by one. */
  readonly routes?: RouteResults;
  readonly roundTripMilliseconds: number | null;
  readonly lossPercent: number | null;
  readonly uploadKilobits: number | null;
};

export type TestResults = {
  readonly browser: 'fit' | 'old';
  readonly camera: 'works' | DeviceProblem;
  readonly microphone: 'works' | 'silent' | DeviceProblem;
  readonly speaker: 'heard' | 'notHeard' | 'unknown';
  readonly connection: ConnectionResult;
};
