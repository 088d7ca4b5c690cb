import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../files.ts';

const status = z.enum(['queued', 'sent', 'delivered', 'undelivered', 'failed']);

const step = z.object({
  status,
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** What the StatusCallback answered: an HTTP status, null when it was not reached; absent when not asked. */
  callbackAnswer: z.number().nullable().optional(),
});

const textMessage = z.object({
  sid: z.string().regex(/^SM[0-9a-f]{32}$/),
  to: z.string(),
  from: z.string().nullable(),
  messagingServiceSid: z.string().nullable(),
  body: z.string(),
  statusCallback: z.string().nullable(),
  status,
  errorCode: z.number().nullable(),
  errorMessage: z.string().nullable(),
  /** Every status it had, oldest first; the first is its creation. */
  history: z.array(step).min(1),
});

/** The states of a message here, in Twilio's words. */
export type SmsStatus = z.output<typeof status>;
/** One state that a message had. */
export type StatusStep = z.output<typeof step>;
/** A message that was taken, with everything that happened to it. */
export type TextMessage = z.output<typeof textMessage>;

/** What the sender gave. */
export type NewMessage = Pick<TextMessage, 'to' | 'from' | 'messagingServiceSid' | 'body' | 'statusCallback'>;

/** Messages, newest first. */
export interface SmsStore {
  add(message: NewMessage): Promise<TextMessage>;
  /** Keeps what changed in a message; a message that was cleared meanwhile stays away. */
  save(message: TextMessage): Promise<void>;
  list(filter?: { to?: string | undefined }): TextMessage[];
  get(sid: string): TextMessage | undefined;
  clear(): Promise<void>;
}

/** Opens the store on a folder of JSON files (made when absent), or in memory without one. */
export async function openStore(directory: string | undefined): Promise<SmsStore> {
  const messages = new Map<string, TextMessage>();
  for (const message of directory === undefined ? [] : await readAll(directory))
    messages.set(message.sid, message);
  const pathOf = (folder: string, sid: string) => join(folder, `${sid}.json`);
  const keep = async (message: TextMessage) => {
    if (directory !== undefined) await writeWhole(pathOf(directory, message.sid), JSON.stringify(message));
  };

  return {
    async add(given) {
      const sid = `SM${randomBytes(16).toString('hex')}`;
      const history: StatusStep[] = [{ status: 'queued', at: new Date().toISOString() }];
      const message: TextMessage = {
        sid,
        ...given,
        status: 'queued',
        errorCode: null,
        errorMessage: null,
        history,
      };
      await keep(message);
      messages.set(sid, message);
      return message;
    },
    async save(message) {
      if (messages.has(message.sid)) await keep(message);
    },
    list: ({ to } = {}) =>
      [...messages.values()].filter((one) => to === undefined || one.to === to).reverse(),
    get: (sid) => messages.get(sid),
    async clear() {
      const sids = [...messages.keys()];
      messages.clear();
      if (directory !== undefined)
        await Promise.all(sids.map((sid) => rm(pathOf(directory, sid), { force: true })));
    },
  };
}

/** The moment a message was taken, ISO 8601. */
export function createdAt({ history }: TextMessage): string {
  return history[0]?.at ?? '';
}

async function readAll(directory: string): Promise<TextMessage[]> {
  await mkdir(directory, { recursive: true });
  const names = (await readdir(directory)).filter((name) => /^SM[0-9a-f]{32}\.json$/.test(name));
  const messages = await Promise.all(
    names.map(async (name) => textMessage.parse(JSON.parse(await readFile(join(directory, name), 'utf8')))),
  );
  return messages.sort((one, other) => (createdAt(one) < createdAt(other) ? -1 : 1));
}
