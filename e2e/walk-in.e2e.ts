import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openAdministration } from './support/administration.ts';
import { showOneself } from './support/citizen.ts';
import { type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();
const onPhone = { viewport: { width: 390, height: 844 } };
afterAll(closeDatabase);

/** Opens the counter of the team at every hour, or closes it. @returns the service in addresses */
async function openDoors({ organisation, teamId, serviceId }: OwnCounter): Promise<string> {
  return withOrganisation(organisation.id, async ({ db, organisationId }) => {
    await db.walkInCounter.create({
      data: { organisationId, teamId, isOn: true, channels: ['video'], languages: ['nl'], mostWaiting: 5 },
    });
    await db.walkInHours.createMany({
      data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        organisationId,
        teamId,
        weekday,
        opensAtMinute: 0,
        closesAtMinute: 1440,
      })),
    });
    return (await db.service.findFirstOrThrow({ where: { id: serviceId } })).slug;
  });
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

describe('who comes without appointment', () => {
  test('reads how long it takes, joins, waits, and talks with the clerk who sees that there was no appointment', async () => {
    const counter = await openCounter();
    const service = await openDoors(counter);
    const clerk = await seatClerk(browser(), counter);
    await clerk.page.goto('/seat');
    await clerk.page.getByText('Er wacht niemand.').waitFor();

    const citizen = await createPerson(browser(), counter.origin, onPhone);
    const { page } = citizen;
    await page.goto('/counter');
    await page.locator(`a[href="/counter?service=${service}"]`).click();
    await heading(page, 'De open balie is open').waitFor();
    await page.getByText('er wacht niemand').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await untilLive(page);
    await page.getByRole('button', { name: 'Naar de wachtkamer' }).click();
    await page.getByRole('alert').getByText('Vul uw naam in.').first().waitFor();
    await page.getByLabel('Uw naam').fill('Koen Maes');
    await page.getByRole('button', { name: 'Naar de wachtkamer' }).click();
    await heading(page, 'U bent de volgende').waitFor();
    await page.getByRole('link', { name: 'Niet langer wachten' }).waitFor();
    await showOneself(page);

    const row = clerk.page
      .getByRole('list', { name: 'Wachtkamer' })
      .getByRole('button', { name: /Koen Maes/ });
    await row.getByText('zonder afspraak').waitFor();
    await row.click();
    await clerk.page.getByText('U staat klaar').waitFor();
    await clerk.page.getByRole('button', { name: /^Toelaten/ }).click();
    await expectMovingPicture(page);
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });

  test('joins without script too, and reads when it opens while it is closed', async () => {
    const counter = await openCounter();
    const service = await openDoors(counter);
    const { page } = await createPerson(browser(), counter.origin, { ...onPhone, javaScript: false });
    await page.goto(`/counter?service=${service}`);
    await page.getByLabel('Uw naam').fill('Lies Claes');
    await page.getByRole('button', { name: 'Naar de wachtkamer' }).click();
    await heading(page, 'U bent de volgende').waitFor();
    await withOrganisation(counter.organisation.id, ({ db }) => db.walkInHours.deleteMany({}));
    await page.goto(`/counter?service=${service}`);
    await heading(page, 'De open balie is gesloten').waitFor();
    await page.getByRole('link', { name: 'Liever een afspraak' }).waitFor();
  });
});

describe('the open counter of a team', () => {
  test('is opened by an administrator, with its hours, and is there for citizens at once', async () => {
    const { page, counter } = await openAdministration(browser());
    await page.goto('/admin/counter');
    await page.getByRole('radio', { name: 'staat open op de uren hieronder' }).check();
    await page.getByLabel('Maandag').fill('9-12, 11-13');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('Er klopt iets niet').first().waitFor();
    for (const day of ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag', 'Zaterdag', 'Zondag'])
      await page.getByLabel(day).fill('0.00-24.00');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.waitForURL(/saved=/);
    const citizen = await createPerson(browser(), counter.origin, onPhone);
    await citizen.page.goto('/');
    await citizen.page.getByRole('link', { name: 'Zonder afspraak naar de open balie' }).click();
    await heading(citizen.page, 'Open balie: kom zonder afspraak').waitFor();
    expect(await citizen.page.locator('a[href^="/counter?service="]').count()).toBe(1);
  });
});
