import { afterAll, expect, test } from 'vitest';
import { openLink } from './support/citizen.ts';
import { bookDirectly, openCounter } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const mostScriptBytes = 15_000;

afterAll(closeDatabase);

test('the waiting room tells the truth before its script has come, with a few lines of its own', async () => {
  const counter = await openCounter();
  const earlier = await bookDirectly(counter, { startAt: new Date(Date.now() - 60_000) });
  const { link } = await bookDirectly(counter);
  const person = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  const isHeld = Promise.withResolvers<void>();
  await person.page.goto(link);
  await person.context.route('**/_next/static/**/*.js', async (route) => {
    await isHeld.promise;
    await route.continue();
  });
  await person.page.getByRole('button', { name: 'Open mijn afspraak' }).click({ noWaitAfter: true });
  await person.page.waitForURL(/\/a\/[^/]+$/, { waitUntil: 'commit' });
  const heading = (name: string) => person.page.getByRole('heading', { level: 1, name });
  await heading('U bent de volgende').waitFor();
  const scripts = await person.page.locator('script[nonce]:not([src])').allTextContents();
  const lines = scripts.filter((text) => text.includes('EventSource') && !text.startsWith('self.__next_f'));
  expect(lines).toHaveLength(1);
  expect(lines.join().length).toBeLessThan(mostScriptBytes);

  const other = await createPerson(browser(), counter.origin);
  await openLink(other, earlier.link);
  await other.page.getByRole('heading', { level: 1, name: 'U bent de volgende' }).waitFor();
  await heading('Nog 1 persoon voor u').waitFor();

  isHeld.resolve();
  await expect.poll(() => person.page.title(), { timeout: 20_000 }).toContain('Nog 1 persoon voor u');
  await heading('Nog 1 persoon voor u').waitFor();
  expect(person.complaints).toEqual([]);
});
