import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { deliveryWindow } from '#features/messages/delivery-lane.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../prisma/factories/organisation-factories.ts';
import { startMailbox } from '../sandbox/mailbox/server.ts';

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const running = new Set<ChildProcessWithoutNullStreams>();

beforeAll(async () => {
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, dataDirectory: undefined });
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

afterAll(async () => {
  await mailbox.close();
  await closeDatabase();
});

function startWorker(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/worker.ts'], {
    env: { ...process.env, SMTP_URL: `smtp://127.0.0.1:${mailbox.smtpPort}`, ...settings },
  });
  running.add(child);
  const said = { out: '', error: '' };
  child.stdout.on('data', (part) => {
    said.out += part;
  });
  child.stderr.on('data', (part) => {
    said.error += part;
  });
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const ready = () => vi.waitFor(() => expect(said.out).toMatch(/^ready worker$/m), { timeout: 30_000 });
  return { child, said, ended, ready };
}

/** A municipality in which so many people have just booked, each with an address of their own. */
async function bookMany(count: number, address: (index: number) => string) {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  const now = new Date();
  const message = { kind: 'confirmation', channel: 'email', plannedAt: now, nextAttemptAt: now } as const;
  for (let index = 0; index < count; index += 1) {
    const startAt = new Date(Date.now() + 86_400_000 + index * 1_200_000);
    const row = { startAt, email: address(index) };
    const { id: appointmentId } = await createAppointment(place, process.env.LINK_SECRET ?? '', row);
    await withOrganisation(organisationId, ({ db }) =>
      db.message.create({ data: { organisationId, appointmentId, ...message } }),
    );
  }
  return organisationId;
}

const countStates = async (organisationId: OrganisationId) => {
  const rows = await withOrganisation(organisationId, ({ db }) =>
    db.message.groupBy({ by: 'state', _count: true }),
  );
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};

/** To whom mail came that holds this, once for each mail. */
async function recipients(part: string): Promise<string[]> {
  const list = (await (await fetch(`http://127.0.0.1:${mailbox.port}/api/messages`)).json()) as {
    to: string[];
  }[];
  return list.flatMap(({ to }) => to).filter((to) => to.includes(part) && !to.startsWith('balie'));
}

describe('the worker', () => {
  test('loses nothing when it is killed outright, and sends twice what it had in hand at most', async () => {
    const count = 150;
    const organisationId = await bookMany(count, (index) => `killed+${index}@example.org`);
    let kills = 0;
    for (const enough of [20, 70]) {
      const worker = startWorker();
      await vi.waitFor(async () => expect((await recipients('killed+')).length).toBeGreaterThan(enough), {
        timeout: 30_000,
        interval: 5,
      });
      worker.child.kill('SIGKILL');
      await worker.ended;
      kills += 1;
      // The minute for which the dead one held them is over.
      await withOrganisation(organisationId, ({ db }) =>
        db.message.updateMany({ where: { state: 'sending' }, data: { nextAttemptAt: new Date() } }),
      );
    }
    expect(await countStates(organisationId)).not.toEqual({ accepted: count });
    const last = startWorker();
    await vi.waitFor(async () => expect(await countStates(organisationId)).toEqual({ accepted: count }), {
      timeout: 30_000,
    });
    last.child.kill('SIGKILL');
    const all = await recipients('killed+');
    expect(new Set(all).size).toBe(count);
    expect(all.length - count).toBeLessThanOrEqual(kills * deliveryWindow);
  }, 120_000);

  test('finds by itself what is due, and ends in order when it is told to', async () => {
    const organisationId = await bookMany(1, () => 'sofie@example.org');

    const worker = startWorker();
    await worker.ready();
    await vi.waitFor(
      async () => {
        const list = await fetch(`http://127.0.0.1:${mailbox.port}/api/messages?to=sofie@example.org`);
        expect(await list.json()).toHaveLength(1);
      },
      { timeout: 30_000 },
    );
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(worker.said.error).toBe('');
    expect(await countStates(organisationId)).toEqual({ accepted: 1 });
  }, 90_000);

  test('does not start with a wrong setting, and names it', async () => {
    const worker = startWorker({ SMTP_URL: 'mailserver' });
    expect(await worker.ended).toBe(1);
    expect(worker.said.error).toMatch(/SMTP_URL is wrong .+ It should be: Mail server/);
    expect(worker.said.error).not.toContain(' at ');
  });

  test('does not start without its database, and says so', async () => {
    const worker = startWorker({ DATABASE_URL: 'postgresql://balie_app:secret@127.0.0.1:1/balie' });
    expect(await worker.ended).toBe(1);
    expect(worker.said.error).toContain('DATABASE_URL');
    expect(worker.said.error).not.toMatch(/secret| at /);
  });
});
