/** What a test of device and connection found, as it is kept with an appointment. Nothing in it says who tested. */

/** Why a device could not be opened. */
type DeviceProblem = 'refused' | 'missing' | 'busy' | 'failed';

/** What was measured of the way to the video server and back. */
export type ConnectionResult = {
  /** The video server answered. */
  readonly signalling: boolean;
  /** Pictures that were sent came back. */
  readonly media: boolean;
  readonly transport: 'udp' | 'tcp' | 'relay' | null;
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
