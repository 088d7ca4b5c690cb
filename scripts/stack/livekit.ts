import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Sentence } from '../project.ts';
import { findGoBuild, findOnPath } from './go-build.ts';
import { type Service, startService } from './service.ts';

const VERSION = '1.13.5';
const MODULE = `github.com/livekit/livekit-server/cmd/server@v${VERSION}`;
const THREE_WAYS =
  'The video server LiveKit is needed, one of three ways: set LIVEKIT_URL (with LIVEKIT_PUBLIC_URL, LIVEKIT_API_KEY ' +
  'and LIVEKIT_API_SECRET) to one that runs, put a `livekit-server` on the PATH, or install Go 1.26 or newer ' +
  `(https://go.dev/dl), with which version ${VERSION} is built once.`;

/** How to reach the video server: as this server does, as browsers do, and with which key. */
export type VideoServer = { url: string; publicUrl: string; apiKey: string; apiSecret: string };

/**
 * A video server that runs already, as the environment says; undefined when it says nothing.
 * @throws Sentence when it says half of it
 */
export function readExternalVideoServer(environment: NodeJS.ProcessEnv): VideoServer | undefined {
  const { LIVEKIT_URL: given, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = environment;
  if (!given) return undefined;
  if (!apiKey || !apiSecret) {
    throw new Sentence('LIVEKIT_URL is set: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET of that server too.');
  }
  const url = given.replace(/^ws/, 'http');
  return { url, publicUrl: environment.LIVEKIT_PUBLIC_URL ?? url.replace(/^http/, 'ws'), apiKey, apiSecret };
}

/**
 * The LiveKit binary: the one on the PATH, or one that is built once for all projects of this user.
 * @param onProgress words about how far the build is
 * @throws Sentence naming the three ways when there is none and no Go to build it with
 */
export async function findLiveKit(onProgress: (words: string) => void): Promise<string> {
  const installed = findOnPath('livekit-server');
  if (installed) return installed;
  const build = {
    kept: `livekit-${VERSION}`,
    // The folder of its package is called so.
    made: 'server',
    binary: 'livekit-server',
    go: () => ['install', '-v', MODULE],
    name: 'LiveKit',
    needed: THREE_WAYS,
  };
  return findGoBuild(build, onProgress);
}

export type LiveKitOptions = {
  binary: string;
  port: number;
  udpPort: number;
  /** For media of whoever cannot use UDP. It listens on every address, so only tests ask for it. */
  tcpPort?: number;
  /** Browsers find the way to it; it does not look for them (ICE lite, RFC 8445). */
  waitsToBeCalled?: boolean;
  apiKey: string;
  apiSecret: string;
  /** Where LiveKit reports what happens in its rooms. */
  webhookUrl: string;
  /** Its settings and log are written here. */
  folder: string;
  onExit: (what: string) => void;
};

/** Starts LiveKit on the loopback address alone. */
export async function startLiveKit(options: LiveKitOptions): Promise<Service> {
  const settingsFile = path.join(options.folder, 'livekit.yaml');
  await mkdir(options.folder, { recursive: true });
  await writeFile(settingsFile, loopbackSettings(options), { mode: 0o600 });
  return startService(
    {
      name: 'The video server LiveKit',
      command: options.binary,
      args: ['--config', settingsFile],
      ready: async () => (await fetch(`http://127.0.0.1:${options.port}/`)).ok,
      readyWithinSeconds: 60,
      // LiveKit waits on SIGTERM for calls to end; there is nobody to wait for here.
      stopWithinSeconds: 5,
      stopSignal: 'SIGINT',
      logFile: path.join(options.folder, 'logs', 'livekit.log'),
    },
    options.onExit,
  );
}

function loopbackSettings(options: LiveKitOptions): string {
  return `port: ${options.port}
bind_addresses: [127.0.0.1]
rtc:
  tcp_port: ${options.tcpPort ?? 0} # any other value than 0 listens on every address
  use_ice_lite: ${options.waitsToBeCalled ?? false}
  udp_port: ${options.udpPort}
  use_external_ip: false
  node_ip: 127.0.0.1
  enable_loopback_candidate: true
  interfaces: {includes: [${loopbackInterface()}]}
  # The first picture after admission waits for a key frame: ask for it without delay.
  pli_throttle: {low_quality: 50ms, mid_quality: 50ms, high_quality: 50ms}
room: {auto_create: false, empty_timeout: 300, departure_timeout: 20}
webhook: {api_key: ${options.apiKey}, urls: ["${options.webhookUrl}"]}
keys: {${options.apiKey}: ${options.apiSecret}}
logging: {level: warn}
`;
}

function loopbackInterface(): string {
  return process.platform === 'darwin' ? 'lo0' : 'lo';
}
