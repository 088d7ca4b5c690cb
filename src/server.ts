import http from 'node:http';
import next from 'next';
import { startDatabaseClock } from '#adapters/clock/database-clock.ts';
import { closeJobQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { assertUtc, closeDatabase } from '#db/client.ts';
import { endEventStreams } from '#live/event-stream.ts';
import { livePresence } from '#live/live-presence.ts';
import { joinNodes, leaveNodes } from '#live/node-lease.ts';
import { startStreamHub, stopStreamHub } from '#live/stream-hub.ts';
import { config } from '#shared/config/config.ts';
import { logUnexpected } from '#shared/log.ts';
import { startKeepingRoomsOpen } from './jobs/keep-rooms-open.ts';
import { answerDirectly } from './live/entrance.ts';
import { checkIdentityProviders } from './wiring.ts';

/** The web server: live streams and health from plain HTTP in front, every page from Next behind. */

const drainMilliseconds = 8_000;

function refuseToStart(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readConfig() {
  try {
    const settings = config();
    checkIdentityProviders();
    return settings;
  } catch (error) {
    return refuseToStart((error as Error).message);
  }
}

/** Starts what stands on the database. @returns how to stop it */
async function startLive(): Promise<() => Promise<void>> {
  await assertUtc();
  const stopClock = await startDatabaseClock();
  await startStreamHub();
  await joinNodes();
  livePresence.start();
  const stopKeepingRoomsOpen = startKeepingRoomsOpen();
  return async () => {
    livePresence.stop();
    await leaveNodes();
    stopKeepingRoomsOpen();
    stopClock();
    await stopStreamHub();
    await closeJobQueue();
    await closeDatabase();
  };
}

const settings = readConfig();
const dev = settings.NODE_ENV === 'development';
// Addresses of sign-on are built from the host of the request, which is checked against the organisations first.
process.env.AUTH_TRUST_HOST = '1';
delete process.env.NEXTAUTH_URL;
// The framework prints errors whole, and the messages of a database's errors hold what people typed.
if (!dev)
  console.error = (...parts) =>
    void logUnexpected(
      parts.find((part) => part instanceof Error),
      'pages',
    );

const stopLive = await startLive().catch((error: Error & { code?: string }) =>
  refuseToStart(`DATABASE_URL: the database cannot be used as it is (${error.code ?? error.message}).`),
);

const app = next({ dev, hostname: settings.BIND_ADDRESS, port: settings.PORT });
const handle = app.getRequestHandler();
await app.prepare();

let draining = false;
const server = http.createServer((request, response) => {
  if (draining) response.setHeader('connection', 'close');
  void answerDirectly(request, response).then((answered) => {
    if (!answered) void handle(request, response);
  });
});

server.on('error', (error: Error & { code?: string }) =>
  refuseToStart(
    `PORT: the server cannot listen on ${settings.BIND_ADDRESS}:${settings.PORT} (${error.code}).`,
  ),
);
server.listen(settings.PORT, settings.BIND_ADDRESS, () => {
  process.stdout.write(`ready web ${settings.PORT}\n`);
});

async function stop(): Promise<void> {
  if (draining) return;
  draining = true;
  endEventStreams();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, drainMilliseconds).unref())]);
  await stopLive();
  await app.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
