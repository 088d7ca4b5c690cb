import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files.ts';
import { type MessageSummary, parseMessage } from './parse-message.ts';

/** The addresses of the SMTP transaction, which a message's own header need not name. */
export interface Envelope {
  /** The empty text for reports. */
  from: string;
  to: string[];
}

/** A delivered message; `source` begins with the trace fields of the delivery. */
export interface StoredMessage extends MessageSummary {
  id: string;
  /** ISO 8601 in UTC, milliseconds. */
  receivedAt: string;
  envelope: Envelope;
  source: Buffer;
  /** What was reported of it to a hook, and what that answered: an HTTP status, null when nobody did. */
  reports: { action: string; at: string; answer: number | null | undefined }[];
}

/** Delivered messages, newest first. */
export interface MessageStore {
  /** Keeps a message; when this resolves it is on disk, if there is a folder. */
  deliver(envelope: Envelope, source: Buffer, client: string): Promise<StoredMessage>;
  list(filter?: { to?: string | undefined; since?: Date | undefined }): StoredMessage[];
  get(id: string): StoredMessage | undefined;
  clear(): Promise<void>;
}

const fileName = /^(\d{8}T\d{9}Z-[0-9a-f]{16})\.eml$/;

/** Opens the store on a folder of .eml files (made when absent), or in memory without one. */
export async function openStore(directory: string | undefined): Promise<MessageStore> {
  const messages = new Map<string, StoredMessage>();
  for (const message of directory === undefined ? [] : await readAll(directory))
    messages.set(message.id, message);

  return {
    async deliver(envelope, original, client) {
      const now = new Date();
      const id = `${now.toISOString().replace(/[-:.]/g, '')}-${randomBytes(8).toString('hex')}`;
      const source = Buffer.concat([Buffer.from(traceFields(id, now, envelope, client)), original]);
      const { from, subject } = await parseMessage(source);
      if (directory !== undefined) await writeWhole(join(directory, `${id}.eml`), source);
      const message = { id, receivedAt: now.toISOString(), envelope, source, from, subject, reports: [] };
      messages.set(id, message);
      return message;
    },
    list({ to, since } = {}) {
      const wanted = to?.toLowerCase();
      return [...messages.values()]
        .filter(
          ({ envelope }) => wanted === undefined || envelope.to.some((one) => one.toLowerCase() === wanted),
        )
        .filter(({ receivedAt }) => since === undefined || receivedAt >= since.toISOString())
        .reverse();
    },
    get: (id) => messages.get(id),
    async clear() {
      const ids = [...messages.keys()];
      messages.clear();
      if (directory !== undefined)
        await Promise.all(ids.map((id) => rm(join(directory, `${id}.eml`), { force: true })));
    },
  };
}

/** The fields that a delivering server puts on top (RFC 5321, section 4.4); the folder is read back by them. */
function traceFields(id: string, now: Date, envelope: Envelope, client: string): string {
  const date = now.toUTCString().replace('GMT', '+0000');
  return [
    `Return-Path: <${envelope.from}>`,
    ...envelope.to.map((address) => `Delivered-To: ${address}`),
    `Received: from ${client} by mailbox.localhost with ESMTP`,
    ` id ${id}; ${date}`,
    '',
  ].join('\r\n');
}

async function readAll(directory: string): Promise<StoredMessage[]> {
  await mkdir(directory, { recursive: true });
  const names = (await readdir(directory)).sort();
  return Promise.all(
    names.flatMap((name) => fileName.exec(name)?.[1] ?? []).map((id) => readOne(directory, id)),
  );
}

async function readOne(directory: string, id: string): Promise<StoredMessage> {
  const source = await readFile(join(directory, `${id}.eml`));
  const { from, subject, headers } = await parseMessage(source);
  const envelope = {
    from: (headers['return-path']?.[0] ?? '').replace(/^<|>$/g, ''),
    to: headers['delivered-to'] ?? [],
  };
  const receivedAt = id.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  );
  return { id, receivedAt, envelope, source, from, subject, reports: [] };
}
