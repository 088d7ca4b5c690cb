import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { contactKey } from '../stack/contact-clients.ts';
import { readExternalVideoServer } from '../stack/livekit.ts';
import { chooseFreePorts } from '../stack/ports.ts';
import { removeCluster } from '../stack/postgres.ts';
import { showProgress } from '../stack/progress.ts';
import { readSecrets } from '../stack/secrets.ts';
import type { SeedOutput } from '../stack/seed.ts';
import { startStack } from '../stack/stack.ts';
import { findChromium } from './chromium.ts';
import { makeRunFolder } from './run-folder.ts';

/** The whole product on free ports, for browser tests and measurements. Plain data, so that it can be handed on. */
export type TestStack = {
  seed: SeedOutput;
  /** Where browsers reach each organisation, by slug, such as http://leiebeke.localhost:41234. */
  origins: Record<string, string>;
  webPort: number;
  /** JSON APIs of the inboxes. */
  mailboxApi: string;
  smsApi: string;
  /** Issuer of the municipality's sign-on. */
  identityIssuer: string;
  livekit: { url: string; publicUrl: string; apiKey: string; apiSecret: string };
  /** Keys of each organisation's other contact software, by slug. */
  contactKeys: Record<string, string>;
  /** As the application signs in: row-level security holds. */
  databaseUrl: string;
  /** As the owner, who passes by row-level security. */
  databaseOwnerUrl: string;
  /** All settings of the product's processes. */
  environment: Record<string, string>;
  chromiumPath: string;
  processIds: Record<string, number>;
};

/**
 * Starts the product for one run of tests or measurements.
 * @returns the stack, and what removes its data once its processes have been stopped
 */
export async function startTestStack(
  label: string,
  output: NodeJS.WriteStream = process.stdout,
): Promise<{ stack: TestStack; remove: () => Promise<void> }> {
  const progress = showProgress(output);
  const chromiumPath = await progress.step('Chromium', findChromium);
  const folder = await makeRunFolder(label);
  const [ports, secret] = [await chooseFreePorts(), await readSecrets(folder)];
  const started = await startStack({
    folder,
    ports,
    secret,
    mode: 'production',
    throwAway: true,
    externalDatabase: undefined,
    externalVideoServer: readExternalVideoServer(process.env),
    progress,
    onExit: (what) => console.error(what),
  });
  const { seed, origins, issuer, videoServer, database, environment, mailboxApi, smsApi, processIds } =
    started;
  const stack: TestStack = {
    seed,
    origins,
    webPort: ports.web,
    mailboxApi,
    smsApi,
    identityIssuer: issuer,
    livekit: videoServer,
    contactKeys: Object.fromEntries(Object.keys(origins).map((slug) => [slug, contactKey(slug, secret)])),
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    environment,
    chromiumPath,
    processIds,
  };
  const remove = async () => {
    await removeCluster(path.join(folder, 'postgres'));
    // What the parts said in the last run stays, for whoever looks into a failure.
    const lastLogs = path.join(path.dirname(folder), `last-${label}-logs`);
    await rm(lastLogs, { recursive: true, force: true });
    await rename(path.join(folder, 'logs'), lastLogs);
    await rm(folder, { recursive: true, force: true });
  };
  return { stack, remove };
}
