// Before each *.db.test.ts: a database of its own, and the settings of the product in the environment.
// DATABASE_URL signs in as the application, DATABASE_OWNER_URL as the owner, who passes by row-level security.
import './provided-context.ts';
import { afterAll, inject } from 'vitest';
import { withClient } from '../database/roles.ts';
import { productEnvironment } from '../stack/environment.ts';

const template = inject('templateDatabase');
const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
const maintenanceUrl = withName(template.ownerUrl, 'postgres');
await withClient(maintenanceUrl, (client) => client.query(`create database ${name} template template`));

Object.assign(
  process.env,
  productEnvironment({
    mode: 'production',
    // Nothing listens there: a test that reaches for it says so.
    ports: {
      web: 3000,
      mailbox: 1,
      sms: 1,
      identity: 1,
      citizens: 1,
      smtp: 1,
      video: 1,
      videoUdp: 1,
      database: 1,
    },
    secret: (name) => Buffer.from(name.padEnd(32, '.')).toString('hex'),
    database: {
      ownerUrl: withName(template.ownerUrl, name),
      appUrl: withName(template.appUrl, name),
      pid: undefined,
    },
    videoServer: {
      url: 'http://127.0.0.1:1',
      publicUrl: 'ws://127.0.0.1:1',
      apiKey: 'test',
      apiSecret: 'test'.repeat(9),
    },
    slugs: ['leiebeke', 'rozelaar'],
    identityKeys: {},
  }),
  { NODE_ENV: 'test', LOG_LEVEL: 'silent', CITIZEN_IDENTITY: '{}' },
);

afterAll(async () => {
  await withClient(maintenanceUrl, (client) => client.query(`drop database ${name} with (force)`));
});

function withName(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
