import path from 'node:path';
import { generateClient } from '../database/generate.ts';
import { findBuild } from './build.ts';
import { type RunningDatabase, startDatabase } from './database.ts';
import { issuerOf, type ProductEnvironment, productEnvironment } from './environment.ts';
import { readIdentityKeys } from './identity-keys.ts';
import { findLiveKit, startLiveKit, type VideoServer } from './livekit.ts';
import { originOf, startCitizens, startIdentity, startMailbox, startSms } from './peers.ts';
import type { Ports } from './ports.ts';
import type { Progress } from './progress.ts';
import type { DeriveSecret } from './secrets.ts';
import { runSeed, type SeedOutput } from './seed.ts';
import { type Service, startService } from './service.ts';

const WEB_READY_WITHIN_SECONDS = 120;

export type StackOptions = {
  /** Where data and logs live. */
  folder: string;
  ports: Ports;
  secret: DeriveSecret;
  /** Built pages, or compiled as they change. */
  mode: 'production' | 'development';
  /** For tests: nothing has to survive. */
  throwAway: boolean;
  externalDatabase: RunningDatabase | undefined;
  externalVideoServer: VideoServer | undefined;
  progress: Progress;
  /** Called when a part ends by itself. */
  onExit: (what: string) => void;
};

/** Everything that runs, and how to reach it. */
export type Stack = {
  seed: SeedOutput;
  /** Where browsers reach each organisation, by slug. */
  origins: Record<string, string>;
  database: RunningDatabase;
  videoServer: VideoServer;
  issuer: string;
  mailboxApi: string;
  smsApi: string;
  environment: ProductEnvironment;
  processIds: Record<string, number>;
};

/** Provisions and starts everything, in the order in which one part needs another. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { progress, ports, secret, mode } = options;
  const processIds: Record<string, number> = {};

  await progress.step('Prisma client', generateClient);
  const database = await progress.step('Database', () => startDatabase(options));
  if (database.pid) processIds.postgres = database.pid;

  const videoServer = await progress.step('Video server', async (say) => {
    if (options.externalVideoServer) return options.externalVideoServer;
    const started = await startOwnVideoServer(options, say);
    processIds.livekit = started.service.pid;
    return started.videoServer;
  });

  const parts = { mode, ports, secret, database, videoServer };
  const seed = await progress.step('Municipalities', () =>
    runSeed(productEnvironment({ ...parts, slugs: [], identityKeys: {} })),
  );
  const slugs = seed.organisations.map(({ slug }) => slug);
  const identityKeys = await readIdentityKeys(options.folder, slugs);
  const environment = productEnvironment({ ...parts, slugs, identityKeys });

  await progress.step('Sign-on and inboxes', async () => {
    const peers = await Promise.all([
      startIdentity(seed, options),
      startCitizens(seed, options),
      startMailbox(seed, options),
      startSms(options),
    ]);
    for (const [index, name] of ['identity', 'citizens', 'mailbox', 'sms'].entries()) {
      processIds[name] = (peers[index] as Service).pid;
    }
  });

  const distFolder =
    mode === 'production' ? await progress.step('Pages', findBuild) : path.join('.build', 'development');
  await progress.step('Web and jobs', async () => {
    const started = await startProduct(
      { ...environment, BALIE_DIST_DIR: distFolder, NEXT_TELEMETRY_DISABLED: '1' },
      options,
    );
    Object.assign(processIds, started);
  });

  return {
    seed,
    origins: Object.fromEntries(seed.organisations.map(({ slug, host }) => [slug, originOf(host, options)])),
    database,
    videoServer,
    issuer: issuerOf(ports),
    mailboxApi: `http://127.0.0.1:${ports.mailbox}/api`,
    smsApi: `http://127.0.0.1:${ports.sms}/api`,
    environment,
    processIds,
  };
}

async function startOwnVideoServer(
  { folder, ports, secret, onExit }: StackOptions,
  say: (words: string) => void,
): Promise<{ service: Service; videoServer: VideoServer }> {
  const binary = await findLiveKit(say);
  const key = { apiKey: 'balie', apiSecret: secret('video server') };
  const service = await startLiveKit({
    binary,
    port: ports.video,
    udpPort: ports.videoUdp,
    ...key,
    webhookUrl: `http://127.0.0.1:${ports.web}/api/webhooks/livekit`,
    folder,
    onExit,
  });
  const address = `127.0.0.1:${ports.video}`;
  return { service, videoServer: { url: `http://${address}`, publicUrl: `ws://${address}`, ...key } };
}

/** The two processes of the product itself. */
async function startProduct(
  environment: ProductEnvironment,
  { mode, folder, onExit }: StackOptions,
): Promise<{ web: number; worker: number }> {
  const start = (name: 'web' | 'worker', file: string) =>
    startService(
      {
        name: name === 'web' ? 'The web server' : 'The worker',
        command: process.execPath,
        args: [...(mode === 'development' ? ['--watch', '--watch-preserve-output'] : []), file],
        // The owner's address is for migrations alone.
        env: { ...environment, DATABASE_OWNER_URL: undefined },
        ready: new RegExp(`^ready ${name}\\b`, 'm'),
        readyWithinSeconds: WEB_READY_WITHIN_SECONDS,
        stopWithinSeconds: 12,
        logFile: path.join(folder, 'logs', `${name}.log`),
      },
      onExit,
    );
  const [web, worker] = await Promise.all([start('web', 'src/server.ts'), start('worker', 'src/worker.ts')]);
  return { web: web.pid, worker: worker.pid };
}
