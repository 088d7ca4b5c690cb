import path from 'node:path';
import { inject } from 'vitest';
import { findBuild } from '../../scripts/stack/build.ts';
import { findLiveKit, startLiveKit } from '../../scripts/stack/livekit.ts';
import { findFreePort } from '../../scripts/stack/ports.ts';
import { type Service, startService } from '../../scripts/stack/service.ts';

export type OwnProduct = {
  readonly port: number;
  /** Kills the video server as a power cut does, and starts it again. */
  readonly interruptVideoServer: (awayMilliseconds: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const nothing = () => {};

/** One more web server on the same database, with a video server of its own: for tests that break it. */
export async function startOwnProduct(): Promise<OwnProduct> {
  const { environment, livekit } = inject('stack');
  const port = await findFreePort();
  const video = await findFreePort(new Set([port]));
  const folder = path.join('.test', `own-product-${process.pid}`);
  const options = {
    binary: await findLiveKit(nothing),
    port: video,
    udpPort: await findFreePort(new Set([port, video])),
    apiKey: livekit.apiKey,
    apiSecret: livekit.apiSecret,
    webhookUrl: `http://127.0.0.1:${port}/`,
    folder,
    onExit: nothing,
  };
  let videoServer = await startLiveKit(options);
  const web = await startWeb(folder, {
    ...environment,
    PORT: String(port),
    PUBLIC_PORT: String(port),
    LIVEKIT_URL: `http://127.0.0.1:${video}`,
    LIVEKIT_PUBLIC_URL: `ws://127.0.0.1:${video}`,
    BALIE_DIST_DIR: await findBuild(nothing),
  });
  return {
    port,
    interruptVideoServer: async (awayMilliseconds) => {
      process.kill(videoServer.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, awayMilliseconds));
      videoServer = await startLiveKit(options);
    },
    stop: async () => {
      await web.stop();
      await videoServer.stop();
    },
  };
}

function startWeb(folder: string, env: Record<string, string>): Promise<Service> {
  return startService(
    {
      name: 'The own web server',
      command: process.execPath,
      args: ['src/server.ts'],
      env: { ...env, DATABASE_OWNER_URL: undefined },
      ready: /^ready web\b/m,
      readyWithinSeconds: 60,
      stopWithinSeconds: 12,
      logFile: path.join(folder, 'logs', 'web.log'),
    },
    nothing,
  );
}
