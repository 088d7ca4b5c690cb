import { createSocket, type Socket } from 'node:dgram';
import { afterEach, describe, expect, test } from 'vitest';
import { createMailDomainLookup } from './mail-domain-lookup.ts';

/** A name server of this test (RFC 1035, section 4): answers by name and type, or not at all. */
type Zone = Readonly<
  Record<string, { readonly mx?: string; readonly a?: boolean; readonly silent?: boolean }>
>;

const types = { a: 1, mx: 15 } as const;
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

async function serve(zone: Zone) {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  open.push(socket);
  socket.on('message', (question, { port, address }) => {
    const { name, type, end } = readQuestion(question);
    asked.push(`${name} ${type}`);
    const entry = zone[name];
    if (entry?.silent) return;
    const records = entry === undefined ? [] : recordsOf(entry, type);
    const head = Buffer.alloc(12);
    question.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (entry === undefined ? 3 : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    socket.send(Buffer.concat([head, question.subarray(12, end), ...records]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { asked, servers: [`127.0.0.1:${socket.address().port}`] };
}

function readQuestion(message: Buffer) {
  const labels: string[] = [];
  let at = 12;
  while (message[at] !== 0) {
    const length = message[at] as number;
    labels.push(message.toString('ascii', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function recordsOf({ mx, a }: Zone[string], type: number): Buffer[] {
  if (type === types.mx && mx !== undefined) {
    const name = Buffer.concat([
      ...mx
        .split('.')
        .flatMap((label) => (label === '' ? [] : [Buffer.from([label.length]), Buffer.from(label)])),
      Buffer.from([0]),
    ]);
    return [record(type, Buffer.concat([Buffer.from([0, 10]), name]))];
  }
  return type === types.a && a ? [record(type, Buffer.from([192, 0, 2, 1]))] : [];
}

/** The name is a pointer to the question. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(300, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

const zone: Zone = {
  'post.example': { mx: 'mx.post.example' },
  'only-an-address.example': { a: true },
  'no-mail.example': { mx: '' },
  'nothing.example': {},
  'silent.example': { silent: true },
  'xn--caf-dma.example': { mx: 'mx.post.example' },
};

describe('looking up where mail of a domain goes', () => {
  test.each([
    ['receives', 'post.example'],
    ['receives', 'POST.example '],
    ['receives', 'only-an-address.example'],
    ['receives', 'café.example'],
    ['refuses', 'no-mail.example'],
    ['missing', 'nothing.example'],
    ['missing', 'never-heard-of.example'],
    ['missing', 'no domain'],
  ])('says %s for %s', async (answer, domain) => {
    const { servers } = await serve(zone);
    expect(await createMailDomainLookup({ servers }).lookUp(domain)).toBe(answer);
  });

  test('says that it does not know when the name server keeps silent, and does not wait for it', async () => {
    const { servers } = await serve(zone);
    const lookup = createMailDomainLookup({ servers, timeoutMilliseconds: 100 });
    expect(await lookup.lookUp('silent.example')).toBe('unknown');
  });

  test('asks once while the answer is fresh, and again later', async () => {
    const { servers, asked } = await serve(zone);
    let now = 0;
    const lookup = createMailDomainLookup({ servers, keptMilliseconds: 1_000, now: () => now });
    await lookup.lookUp('post.example');
    await lookup.lookUp('post.example');
    expect(asked).toHaveLength(1);
    now = 1_001;
    await lookup.lookUp('post.example');
    expect(asked).toHaveLength(2);
  });
});
