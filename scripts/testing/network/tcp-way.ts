import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Carriage, LineState } from './carriage.ts';

/** One end: an address of this machine and a port. */
export type End = { readonly address: string; readonly port: number };

export type TcpWay = {
  /** Breaks every connection, as a new network does with those of the old one. */
  readonly breakAll: () => void;
  readonly close: () => void;
};

/** Carries TCP connections. While the line is cut nobody hears a word, nor that there is nothing to hear. */
export async function openTcpWay(
  near: End,
  far: () => End,
  line: Readonly<LineState>,
  directions: { readonly up: Carriage; readonly down: Carriage },
): Promise<TcpWay> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (person) => {
    sockets.add(person);
    person.on('close', () => sockets.delete(person));
    // Nobody answers on a cut line: the connection hangs until it is broken.
    if (line.isCut) return person.on('error', () => {});
    const { address, port } = far();
    const product = connect({ host: address, port, noDelay: true });
    sockets.add(product);
    product.on('close', () => sockets.delete(product));
    carryFrom(person, product, line, directions.up);
    carryFrom(product, person, line, directions.down);
    return undefined;
  });
  server.listen({ host: near.address, port: near.port });
  await once(server, 'listening');
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    breakAll,
    close: () => {
      server.close();
      breakAll();
    },
  };
}

/** How much may wait on a narrow line before its sender is made to wait. */
const fullMilliseconds = 200;

function carryFrom(from: Socket, to: Socket, line: Readonly<LineState>, direction: Carriage): void {
  from.on('data', (bytes: Buffer) => {
    if (line.isCut) return;
    const isFull = direction.backlogMilliseconds() > fullMilliseconds;
    if (isFull) from.pause();
    direction.carry(bytes.length, () => {
      if (to.writable && !line.isCut) to.write(bytes);
      if (isFull) from.resume();
    });
  });
  // What was said before the end arrives before the end.
  from.on('end', () => direction.carry(0, () => void to.end()));
  from.on('error', () => direction.carry(0, () => void to.destroy()));
}
