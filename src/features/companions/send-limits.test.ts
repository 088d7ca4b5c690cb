import { expect, test } from 'vitest';
import type { AppointmentId } from '#journey/ids.ts';
import { maySendLink } from './send-limits.ts';

/** Counts as the database does: by name and key. */
function createLimiter() {
  const counts = new Map<string, number>();
  return {
    allow: async ({ name, attempts }: { name: string; attempts: number }, key: string) => {
      const count = (counts.get(`${name} ${key}`) ?? 0) + 1;
      counts.set(`${name} ${key}`, count);
      return count <= attempts;
    },
  };
}

const to = (email: string) => ({ email, phone: null, language: 'nl' }) as const;

async function countAllowed(most: number, send: (index: number) => Promise<boolean>): Promise<number> {
  let allowed = 0;
  for (let index = 0; index < most; index += 1) if (await send(index)) allowed += 1;
  return allowed;
}

test('one appointment sends links to six people, each once more', async () => {
  const limiter = createLimiter();
  const send = (index: number) =>
    maySendLink(limiter, 'appointment' as AppointmentId, to(`${index}@example.org`));
  expect(await countAllowed(30, send)).toBe(12);
});

test('one mailbox gets no more than twenty a day, from however many appointments', async () => {
  const limiter = createLimiter();
  const send = (index: number) =>
    maySendLink(limiter, `appointment ${index}` as AppointmentId, to(index % 2 ? 'AN@x.be' : 'an@x.be'));
  expect(await countAllowed(60, send)).toBe(20);
});
