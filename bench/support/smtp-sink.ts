// A mail server that answers at once, counts each mail by its name, and keeps none. Started by a bench as a process of its own.
import { createServer, type Socket } from 'node:net';

/** What a bench asks: to be away, to be there again, or for the counts. */
export type SinkOrder = 'off' | 'on' | 'report';

/** What came in. Moments are epoch milliseconds. */
export type SinkReport = {
  readonly counts: readonly (readonly [messageId: string, times: number])[];
  readonly firstAt: number;
  readonly lastAt: number;
};

const counts = new Map<string, number>();
const sockets = new Set<Socket>();
let firstAt = 0;
let lastAt = 0;

function take(mail: string): void {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n'));
  const id = /^message-id: <([^@>]+)@/im.exec(head)?.[1] ?? 'nameless';
  counts.set(id, (counts.get(id) ?? 0) + 1);
  lastAt = Date.now();
  firstAt ||= lastAt;
}

function answerLine(line: string): string {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO') return '250-sink\r\n250-8BITMIME\r\n250 DSN\r\n';
  if (verb === 'DATA') return '354 go on\r\n';
  if (verb === 'QUIT') return '221 bye\r\n';
  return '250 2.0.0 ok\r\n';
}

function serve(socket: Socket): void {
  let text = '';
  let inData = false;
  sockets.add(socket);
  socket.setNoDelay(true).setEncoding('latin1').write('220 sink ESMTP\r\n');
  socket.on('error', () => {});
  socket.on('close', () => sockets.delete(socket));
  socket.on('data', (chunk: string) => {
    text += chunk;
    for (;;) {
      const mark = inData ? '\r\n.\r\n' : '\r\n';
      const end = text.indexOf(mark);
      if (end === -1) return;
      const part = text.slice(0, end);
      text = text.slice(end + mark.length);
      if (inData) take(part);
      socket.write(inData ? '250 2.0.0 taken\r\n' : answerLine(part));
      inData = !inData && /^data$/i.test(part.trim());
    }
  });
}

let server = createServer(serve);
const listen = (port: number) => server.listen(port, '127.0.0.1');
listen(0).once('listening', () => process.send?.({ port: portOf() }));

function portOf(): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

let port = 0;
process.on('message', (order: SinkOrder) => {
  if (order === 'report') process.send?.({ counts: [...counts], firstAt, lastAt } satisfies SinkReport);
  if (order === 'off') {
    port = portOf();
    server.close();
    for (const socket of sockets) socket.destroy();
  }
  if (order === 'on') {
    server = createServer(serve);
    listen(port);
  }
});
process.on('disconnect', () => process.exit(0));
