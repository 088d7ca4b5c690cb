import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, expect, inject, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import './support/loopback-names.mjs';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const { origins, contactKeys } = inject('stack');
const origin = origins.leiebeke as string;
const service = 'attest-gezinssamenstelling';

afterAll(closeDatabase);

/** The example in the documentation, as somebody would run it. */
function runExample() {
  const environment = { ...process.env, BALIE: origin, KEY: contactKeys.leiebeke, SERVICE: service };
  const child = spawn(
    process.execPath,
    ['--import', './e2e/support/loopback-names.mjs', 'docs/examples/ask-for-a-proof.mjs'],
    { env: environment },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { next: async () => (await lines.next()).value as string, stop: () => child.kill() };
}

test('other contact software asks who somebody is, and gets a signed answer', async () => {
  const software = runExample();
  const address = (await software.next()).replace(/^address /, '');
  const citizen = await createPerson(browser(), origin, { viewport: { width: 390, height: 844 } });
  const { page } = citizen;
  await page.goto(address);
  await page.getByText('Het contactcenter vraagt dit voor uw gesprek met ons.').waitFor();
  await expectAccessible(page);
  await expectFitting(page);
  await page.getByRole('button', { name: 'Verder naar itsme' }).click();
  await page.getByText('Oefenaanbieder · itsme').waitFor();
  await page.getByRole('button', { name: 'Tom Hermans' }).click();
  await page.getByText('Dit bewijs is niet sterk genoeg').waitFor();
  await page.getByRole('button', { name: 'Verder naar itsme' }).click();
  await page.getByRole('button', { name: 'Sofie Van Daele' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dit is klaar' }).waitFor();
  await expectAccessible(page);
  await expectFitting(page);
  expect(JSON.parse(await software.next())).toMatchObject({
    iss: origin,
    aud: 'contact-center',
    reference: 'conversation-1',
    level: 'high',
    name: 'Sofie Van Daele',
  });
  // The provider is another host, with pages of its own.
  const ours = citizen.complaints.filter((each) => !/^request to 127\.0\.0\.1|404/.test(each));
  expect(ours).toEqual([]);
  // Found no more, also for the browser.
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Dit adres werkt niet meer' }).waitFor();
});

test('who would rather not says so without script, and the software is told that alone', async () => {
  const software = runExample();
  const address = (await software.next()).replace(/^address /, '');
  const { page } = await createPerson(browser(), origin, { javaScript: false });
  await page.goto(address);
  await page.getByRole('button', { name: 'Liever niet' }).click();
  await page.getByRole('heading', { level: 1, name: 'U hebt dit niet gedaan' }).waitFor();
  expect(await software.next()).toBe('declined');
});

test('software without its key, with another shape, or for what no service states, is told what is the matter', async () => {
  const ask = async (body: unknown, key = contactKeys.leiebeke) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(`${origin}/api/proofs`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const { error } = (await response.json()) as { error?: { code: string } };
    return `${response.status} ${error?.code ?? ''}`.trim();
  };
  const good = { service, language: 'nl' };
  expect(await ask(good)).toBe('201');
  expect(await ask(good, 'x'.repeat(43))).toBe('401 unknownKey');
  expect(await ask(good, contactKeys.rozelaar)).toBe('401 unknownKey');
  expect(await ask({ ...good, level: 'low' })).toBe('400 invalid');
  expect(await ask({ ...good, service: 'nothing' })).toBe('422 notStated');
  expect(await ask({ ...good, returnAddress: 'https://evil.example/' })).toBe('422 returnAddressForbidden');
});
