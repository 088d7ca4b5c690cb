import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
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
  const ready = () => vi.waitFor(() => expect(said.out).toMatch(/^ready worker$/m), { timeout: 15_000 });
  return { child, said, ended, ready };
}

describe('the worker', () => {
  test('finds by itself what is due, and ends in order when it is told to', async () => {
    const { id: organisationId } = await createOrganisation();
    const { id: teamId } = await createTeam(organisationId);
    const { id: seatId } = await createSeat(organisationId, teamId);
    const { id: serviceId } = await createService(organisationId, teamId);
    const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
    const startAt = new Date(Date.now() + 86_400_000);
    const { id: appointmentId } = await createAppointment(place, process.env.LINK_SECRET ?? '', { startAt });
    const now = new Date();
    const message = { kind: 'confirmation', channel: 'email', plannedAt: now, nextAttemptAt: now } as const;
    await withOrganisation(organisationId, ({ db }) =>
      db.message.create({ data: { organisationId, appointmentId, ...message } }),
    );

    const worker = startWorker();
    await worker.ready();
    await vi.waitFor(
      async () => {
        const list = await fetch(`http://127.0.0.1:${mailbox.port}/api/messages?to=sofie@example.org`);
        expect(await list.json()).toHaveLength(1);
      },
      { timeout: 15_000 },
    );
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(worker.said.error).toBe('');
    const states = await withOrganisation(organisationId, ({ db }) =>
      db.message.findMany({ select: { state: true } }),
    );
    expect(states).toEqual([{ state: 'accepted' }]);
  });

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
