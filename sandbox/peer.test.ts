import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';

const staffMember = {
  subject: 'mieke',
  name: 'Mieke Claes',
  email: 'mieke@leiebeke.example',
  language: 'nl',
  organisation: 'leiebeke',
  roles: ['clerk'],
  teams: [],
};
const relyingParty = {
  clientId: 'balie-leiebeke',
  clientSecret: 'x'.repeat(32),
  redirectUris: ['http://leiebeke.localhost:3000/callback'],
  organisation: 'leiebeke',
};
const environments: Record<string, Record<string, string>> = {
  identity: { PORT: '0', CLIENTS: JSON.stringify([relyingParty]), STAFF: JSON.stringify([staffMember]) },
  mailbox: { SMTP_PORT: '0', HTTP_PORT: '0' },
  sms: { PORT: '0', ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: 'x'.repeat(32) },
};
const followed: Record<string, string> = { identity: '/jwks', mailbox: '/events', sms: '/events' };

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(name: string, changes: Record<string, string> = {}) {
  const entrance = new URL(`./${name}/main.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [entrance], {
    env: { NODE_ENV: 'test', ...environments[name], ...changes },
  });
  started.push(child);
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += data;
  });
  return { child, lines, complaints: () => complaints };
}

it.each(['identity', 'mailbox', 'sms'])(
  '%s says one line when it is ready and ends by itself on SIGTERM, also with a page open',
  async (name) => {
    const { child, lines, complaints } = start(name);
    await once(child.stdout, 'data');
    const port = /^ready \w+ (\d+)$/.exec(lines[0] ?? '')?.[1];
    expect(lines[0]).toBe(`ready ${name} ${port}`);

    const page = await fetch(`http://127.0.0.1:${port}${followed[name]}`);
    expect(page.status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(lines).toHaveLength(1);
    expect(complaints()).toBe('');
    // Ended, not cut off: reading a cut body throws.
    await page.text();
  },
);

it.each([
  ['identity', 'CLIENTS', '[]'],
  ['mailbox', 'SMTP_PORT', '99999'],
  ['sms', 'ACCOUNT_SID', 'AC1'],
])('%s does not start with a wrong setting and names it: %s', async (name, setting, value) => {
  const { child, lines, complaints } = start(name, { [setting]: value });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(complaints()).toContain(`${name}: ${setting}`);
  expect(lines).toEqual([]);
});

it('does not start on a taken port, and says which', async () => {
  const first = start('sms');
  await once(first.child.stdout, 'data');
  const port = first.lines[0]?.split(' ')[2] ?? '';
  // The mail port opens first: the peer must not stay behind on it.
  const second = start('mailbox', { HTTP_PORT: port });
  expect(await once(second.child, 'close')).toEqual([1, null]);
  expect(second.complaints()).toContain(`127.0.0.1:${port}`);
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);
});
