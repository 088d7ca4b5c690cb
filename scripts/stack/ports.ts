import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { Sentence } from '../project.ts';

const HOST = '127.0.0.1';

/** What the stack listens on, all on the loopback address. */
export type Ports = {
  web: number;
  mailbox: number;
  sms: number;
  identity: number;
  citizens: number;
  smtp: number;
  video: number;
  videoUdp: number;
  database: number;
};

/** The distance of each port from the chosen one. */
const OFFSETS: Record<keyof Ports, number> = {
  web: 0,
  mailbox: 1,
  sms: 2,
  identity: 3,
  smtp: 4,
  video: 5,
  videoUdp: 6,
  database: 7,
  citizens: 8,
};

const HIGHEST_WEB_PORT = 65_535 - OFFSETS.citizens;

/** Whether a TCP (or UDP) port of the loopback address, and of every address, is free to listen on. */
export async function isPortFree(port: number, kind: 'tcp' | 'udp' = 'tcp'): Promise<boolean> {
  if (kind === 'udp') return canBindUdp(port);
  return (await canListen(port, HOST)) && (await canListen(port, undefined));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function canBindUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4').once('error', () => resolve(false));
    socket.bind({ port, address: HOST, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

/** A free port of the system's choice, for TCP and UDP alike. */
export async function findFreePort(taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const server = createServer().once('error', reject);
      server.listen(0, HOST, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
    if (!taken.has(port) && (await isPortFree(port, 'udp'))) return port;
  }
}

/** Reads the port that somebody chose. @throws Sentence when it is no port */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= HIGHEST_WEB_PORT) return port;
  throw new Sentence(
    `"${text}" is no port to choose: give a number from 1024 to ${HIGHEST_WEB_PORT}, such as --port 3100.`,
  );
}

/**
 * The stack's ports: the web server's is the one asked for, the others follow it, or are free ones where those are taken.
 * @param command the npm script that is running, for the advice
 * @throws Sentence when the web server's port is taken
 */
export async function choosePorts(webPort: number, command: string): Promise<Ports> {
  if (!(await isPortFree(webPort))) {
    const another = webPort + 100 <= HIGHEST_WEB_PORT ? webPort + 100 : webPort - 100;
    throw new Sentence(
      `Port ${webPort} is in use by another program. Stop that program, or choose another port: ` +
        `npm run ${command} -- --port ${another} (or BALIE_PORT=${another}).`,
    );
  }
  const ports = { web: webPort } as Ports;
  const taken = new Set([webPort]);
  for (const [name, offset] of Object.entries(OFFSETS) as [keyof Ports, number][]) {
    if (name === 'web') continue;
    const wanted = webPort + offset;
    const free = !taken.has(wanted) && (await isPortFree(wanted, name === 'videoUdp' ? 'udp' : 'tcp'));
    ports[name] = free ? wanted : await findFreePort(taken);
    taken.add(ports[name]);
  }
  return ports;
}

/** Free ports for everything: for tests, which run beside whatever else runs. */
export async function chooseFreePorts(): Promise<Ports> {
  const ports = {} as Ports;
  const taken = new Set<number>();
  for (const name of Object.keys(OFFSETS) as (keyof Ports)[]) {
    ports[name] = await findFreePort(taken);
    taken.add(ports[name]);
  }
  return ports;
}
