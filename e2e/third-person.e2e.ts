import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { showOneself } from './support/citizen.ts';
import { converse } from './support/conversation.ts';
import { openCounter } from './support/counter.ts';
import { createPerson, type Person, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { openRawClient } from './support/raw-client/open-raw-client.ts';
import { expectMovingPictures } from './support/video.ts';

const browser = shareBrowser();
const patience = { timeout: 20_000 };

afterAll(closeDatabase);

const areaOf = async (page: Page, name: string) => {
  const box = await page.getByRole('region', { name, exact: true }).boundingBox();
  return (box?.width ?? 0) * (box?.height ?? 0);
};

/** Opens a third person's link, as they do: says who they are, and waits. */
async function comeBy(person: Person, link: string, name: string): Promise<void> {
  await person.page.goto(link);
  await person.page.getByRole('heading', { level: 1, name: 'U komt mee als: tolk gebarentaal' }).waitFor();
  await person.page.getByLabel('Uw naam').fill(name);
  await person.page.getByRole('button', { name: 'Mee wachten' }).click();
  await person.page.waitForURL(/\/a\/[^/]+$/);
}

test('an interpreter comes by a link from the citizen, is let in, is seen large by all, and has no more rights than the role', async () => {
  const counter = await openCounter();
  const { citizen, clerk } = await converse(browser(), counter);

  await citizen.page.getByRole('button', { name: 'Meer' }).click();
  await citizen.page.getByLabel('Als wat komt deze persoon mee?').selectOption('signInterpreter');
  await citizen.page.getByRole('button', { name: 'Link maken' }).click();
  const link = await citizen.page.getByLabel('Link voor: tolk gebarentaal').inputValue();
  await citizen.page.getByRole('button', { name: 'Sluiten' }).click();

  const interpreter = await createPerson(browser(), counter.origin, {
    viewport: { width: 390, height: 844 },
  });
  await comeBy(interpreter, link, 'An Tolk');
  await showOneself(interpreter.page);
  await clerk.page.getByText('An Tolk wil meedoen als tolk gebarentaal.').waitFor();
  await clerk.page.getByRole('button', { name: 'Binnenlaten' }).click();

  for (const { page } of [citizen, clerk, interpreter]) await expectMovingPictures(page, 2);
  await citizen.page
    .getByRole('region', { name: 'An Tolk', exact: true })
    .getByText('tolk gebarentaal')
    .waitFor();
  for (const { page } of [citizen, clerk]) {
    const [an, other] = await Promise.all([
      areaOf(page, 'An Tolk'),
      areaOf(page, page === citizen.page ? 'Mieke Verstraete' : 'Sofie Van Daele'),
    ]);
    expect(an).toBeGreaterThan(2 * other);
  }

  // What the video server itself allows with such a token, whatever the page offers.
  const access = await interpreter.page.evaluate(async () => {
    const reference = location.pathname.split('/').pop();
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`/api/visits/${reference}/media`, { method: 'POST', headers, body: '{}' });
    return (await answer.json()) as { url: string; token: string };
  });
  const raw = await openRawClient(browser());
  const stateOf = () => raw.evaluate(() => rawClient.state());
  const tryEverything = () => raw.evaluate(() => rawClient.tryEverything());
  expect(await raw.evaluate(({ url, token }) => rawClient.connect(url, token), access)).toBeNull();
  expect(await raw.evaluate(() => rawClient.publish())).toBeNull();
  expect((await stateOf()).permissions).toMatchObject({ canPublish: true, canPublishData: false });
  expect(await tryEverything()).toEqual([]);

  // Another role, other rights, at once.
  await clerk.page.getByLabel('Rol van An Tolk').selectOption('expert');
  await expect.poll(tryEverything, patience).toEqual(['screen']);

  await clerk.page.getByRole('button', { name: 'Trek de link in van: deskundige' }).click();
  await expect.poll(async () => (await stateOf()).isConnected, patience).toBe(false);
  await interpreter.page.goto(link);
  await interpreter.page.getByRole('heading', { level: 1, name: 'Deze link is ingetrokken' }).waitFor();
  await expectMovingPictures(clerk.page, 1);
  expect(citizen.complaints).toEqual([]);
  expect(clerk.complaints).toEqual([]);
});
