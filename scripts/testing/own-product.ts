import path from 'node:path';
import { findBuild } from '../stack/build.ts';
import { findLiveKit, startLiveKit } from '../stack/livekit.ts';
import { findFreePort } from '../stack/ports.ts';
import { type Service, startService } from '../stack/service.ts';
import type { Network, NetworkEnds } from './network/network.ts';
import { openNetwork } from './network/network.ts';
import type { TestStack } from './test-stack.ts';

/** One web server of several that serve the same database. */
export type ProductNode = {
  readonly port: number;
  /** As a power cut does. */
  readonly kill: () => void;
};

export type OwnProduct = {
  /** In public addresses. */
  readonly port: number;
  readonly nodes: readonly ProductNode[];
  readonly livekit: TestStack['livekit'];
  /**
   * A network of somebody's own, through which they reach this product.
   * @param nodeNow which web server answers, asked at each connection; the first when left out
   */
  readonly openNetwork: (nodeNow?: () => ProductNode) => Promise<Network>;
  /** Kills the video server as a power cut does, and starts it again. */
  readonly interruptVideoServer: (awayMilliseconds: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly nodes?: number;
  /** The video server takes picture and sound over TCP as well. */
  readonly videoOverTcp?: boolean;
};

const nothing = () => {};
let products = 0;

/** More web servers on the same database, with a video server of their own: for whoever breaks them. */
export async function startOwnProduct(
  { environment, livekit }: Pick<TestStack, 'environment' | 'livekit'>,
  { nodes: count = 1, videoOverTcp = false }: Options = {},
): Promise<OwnProduct> {
  products += 1;
  const folder = path.join('.test', `own-product-${process.pid}-${products}`);
  const [port = 0, video = 0, udpPort = 0, tcpPort = 0, ...others] = await findFreePorts(count + 3);
  const ports = [port, ...others];
  const options = {
    binary: await findLiveKit(nothing),
    port: video,
    udpPort,
    ...(videoOverTcp ? { tcpPort } : {}),
    // Whoever comes over a network of their own is found by the way they came, and not called directly.
    waitsToBeCalled: true,
    apiKey: livekit.apiKey,
    apiSecret: livekit.apiSecret,
    webhookUrl: `http://127.0.0.1:${port}/`,
    folder,
    onExit: nothing,
  };
  let videoServer = await startLiveKit(options);
  const reached = { ...livekit, url: `http://127.0.0.1:${video}`, publicUrl: `ws://localhost:${video}` };
  const settings = {
    ...environment,
    PUBLIC_PORT: String(port),
    LIVEKIT_URL: reached.url,
    LIVEKIT_PUBLIC_URL: reached.publicUrl,
    BALIE_DIST_DIR: await findBuild(nothing),
  };
  const webs = await Promise.all(ports.map((each) => startWeb(folder, each, settings)));
  const nodes = ports.map((each, index) => ({
    port: each,
    kill: () => void process.kill(webs[index]?.pid as number, 'SIGKILL'),
  }));
  const ends: NetworkEnds = { webPort: port, videoPort: video, videoUdpPort: udpPort };
  const networks: Network[] = [];
  return {
    port,
    nodes,
    livekit: reached,
    openNetwork: async (nodeNow = () => nodes[0] as ProductNode) => {
      // 127.0.0.1 is the product's; the others are for who comes to it.
      const address = `127.0.0.${10 + networks.length}`;
      const network = await openNetwork(address, { ...ends, webNow: () => nodeNow().port });
      networks.push(network);
      return network;
    },
    interruptVideoServer: async (awayMilliseconds) => {
      process.kill(videoServer.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, awayMilliseconds));
      videoServer = await startLiveKit(options);
    },
    stop: async () => {
      for (const network of networks) network.close();
      await Promise.all(webs.map((web) => web.stop()));
      await videoServer.stop();
    },
  };
}

async function findFreePorts(count: number): Promise<readonly number[]> {
  const taken = new Set<number>();
  while (taken.size < count) taken.add(await findFreePort(taken));
  return [...taken];
}

function startWeb(folder: string, port: number, env: Record<string, string>): Promise<Service> {
  return startService(
    {
      name: 'The own web server',
      command: process.execPath,
      args: ['src/server.ts'],
      env: { ...env, PORT: String(port), DATABASE_OWNER_URL: undefined },
      ready: /^ready web\b/m,
      readyWithinSeconds: 60,
      stopWithinSeconds: 12,
      logFile: path.join(folder, 'logs', `web-${port}.log`),
    },
    nothing,
  );
}
