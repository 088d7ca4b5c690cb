import http from 'node:http';

/** One connection to a stream of events, as a browser keeps it: it comes back by itself when the server ends it. */
export type Follower = {
  /** Resolves once the whole state came for the first time. */
  readonly followed: Promise<void>;
  /** Bytes of the last frame. */
  readonly frameBytes: () => number;
  readonly close: () => void;
};

export type Address = {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly cookie?: string;
};

/** @param seen told with each state that comes, whole or as what changed: its number, and when, in milliseconds of this process */
export function followStream(address: Address, seen: (number: number, at: number) => void): Follower {
  const { promise: followed, resolve } = Promise.withResolvers<void>();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let lastId: string | null = null;
  let bytes = 0;
  let request: http.ClientRequest | undefined;
  let isClosed = false;

  function open(): void {
    if (isClosed) return;
    const { port, host, path, cookie } = address;
    const headers = {
      host,
      ...(cookie === undefined ? {} : { cookie }),
      ...(lastId === null ? {} : { 'last-event-id': lastId }),
    };
    request = http.get({ host: '127.0.0.1', port, path: `${path}?changes`, headers, agent }, (response) => {
      // A browser gives up on an answer that is no stream; the page asks again.
      if (response.statusCode !== 200)
        return void response.resume().on('close', () => setTimeout(open, 1_000));
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const at = performance.now();
        const frames = (rest + text).split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) hear(frame, at);
      });
      response.on('close', () => setTimeout(open, 100));
    });
    request.on('error', () => setTimeout(open, 1_000));
  }

  function hear(frame: string, at: number): void {
    if (!/^event: (state|changed)$/m.test(frame)) return;
    lastId = /^id: (\d+)$/m.exec(frame)?.[1] ?? lastId;
    bytes = frame.length;
    seen(Number(lastId), at);
    resolve();
  }

  open();
  return {
    followed,
    frameBytes: () => bytes,
    close: () => {
      isClosed = true;
      request?.destroy();
      agent.destroy();
    },
  };
}
