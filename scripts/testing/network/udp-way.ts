import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Carriage, LineState } from './carriage.ts';
import type { End } from './tcp-way.ts';

export type UdpWay = { readonly close: () => void };

/** A router's buffer: what would wait longer is dropped. */
const longestWaitMilliseconds = 250;

/** Carries datagrams, each sender by a port of its own at the far end. What the line cannot carry is lost, as on any network. */
export async function openUdpWay(
  near: End,
  far: End,
  line: Readonly<LineState>,
  directions: { readonly up: Carriage; readonly down: Carriage },
): Promise<UdpWay> {
  const socket = createSocket('udp4');
  const senders = new Map<number, Socket>();

  const isLost = (direction: Carriage) =>
    line.isCut || line.isUdpBlocked || direction.backlogMilliseconds() > longestWaitMilliseconds;

  function openSender(port: number, address: string): Socket {
    const sender = createSocket('udp4');
    senders.set(port, sender);
    sender.on('error', () => {});
    sender.on('message', (bytes) => {
      if (isLost(directions.down)) return;
      directions.down.carry(bytes.length, () => {
        if (senders.size > 0) socket.send(bytes, port, address);
      });
    });
    return sender;
  }

  socket.on('message', (bytes, { port, address }) => {
    if (isLost(directions.up)) return;
    const sender = senders.get(port) ?? openSender(port, address);
    directions.up.carry(bytes.length, () => {
      if (senders.has(port)) sender.send(bytes, far.port, far.address);
    });
  });
  socket.bind(near.port, near.address);
  await once(socket, 'listening');
  return {
    close: () => {
      for (const sender of senders.values()) sender.close();
      senders.clear();
      socket.close();
    },
  };
}
