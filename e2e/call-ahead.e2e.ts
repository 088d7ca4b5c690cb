import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { type OwnCounter, openCounterFor, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const slug = 'attest-gezinssamenstelling';

afterAll(closeDatabase);

/** Goes on at the provider, and is somebody there. */
async function beSomebody(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Verder naar itsme' }).click();
  await page.getByText('Oefenaanbieder · itsme').waitFor();
  await page.getByRole('button', { name }).click();
}

/** The counter at the team that helps with the service. */
async function atItsTeam(counter: OwnCounter): Promise<OwnCounter> {
  const service = await withOrganisation(counter.organisation.id, ({ db }) =>
    db.service.findFirstOrThrow({ where: { slug }, select: { teamId: true } }),
  );
  return { ...counter, teamId: service.teamId as TeamId };
}

test.each([true, false])(
  'somebody proves who they are, telephones, and their code opens the conversation (script: %s)',
  async (javaScriptEnabled) => {
    const counter = await openCounterFor('leiebeke', slug);
    const citizen = await createPerson(browser(), counter.origin, {
      viewport: { width: 390, height: 844 },
      javaScript: javaScriptEnabled,
    });
    const { page } = citizen;
    await page.goto('/');
    await page.getByRole('link', { name: 'Wilt u bellen? Bewijs eerst wie u bent' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bewijs eerst wie u bent, en bel dan' }).waitFor();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.goto(`/call?service=${slug}`);
    await page.getByRole('button', { name: 'Verder naar itsme' }).waitFor();
    if (javaScriptEnabled) {
      await expectAccessible(page);
      await expectFitting(page);
    }

    await beSomebody(page, 'Tom Hermans');
    await page.getByText('Dit bewijs is niet sterk genoeg').waitFor();
    await beSomebody(page, 'Sofie Van Daele');
    await page.getByRole('heading', { level: 1, name: 'Uw code om te bellen' }).waitFor();
    expect(page.url()).toMatch(/\/call\/code$/);
    const code = (await page.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
    if (javaScriptEnabled) {
      await expectAccessible(page);
      await expectFitting(page);
    }
    await page.getByRole('button', { name: 'Open mijn gesprek' }).click();
    await page.getByText('Er is nog geen gesprek met uw code geopend.').waitFor();
    // Looked at again, it is the same code.
    await page.getByText(code).waitFor();

    const clerk = await seatClerk(browser(), await atItsTeam(counter), { name: 'Mieke Verstraete' });
    await clerk.page.goto('/seat');
    await clerk.page.getByRole('button', { name: 'Gesprek aan de telefoon' }).click();
    const dialog = clerk.page.getByRole('dialog', { name: 'Iemand belt zonder afspraak' });
    await dialog.getByLabel('Code invoeren').fill('12');
    await dialog.getByRole('button', { name: 'Openen met code' }).click();
    await dialog.getByText('Een code heeft zes cijfers.').waitFor();
    if (javaScriptEnabled) await expectAccessible(clerk.page);
    await dialog.getByLabel('Code invoeren').fill(code);
    await dialog.getByRole('button', { name: 'Openen met code' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await clerk.page.getByText('U praat per telefoon met Sofie Van Daele').waitFor();
    await clerk.page.getByText('Geïdentificeerd, niveau hoog').waitFor();

    await page.getByRole('button', { name: 'Open mijn gesprek' }).click();
    await page.waitForURL(/\/a\/[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await page.getByRole('heading', { level: 1, name: 'U praat met ons aan de telefoon' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Zo zien wij u straks' }).count()).toBe(0);
    // This browser is theirs: the level stays, and nobody stands at a door.
    await clerk.page.getByText('Geïdentificeerd, niveau hoog').waitFor();
    expect(await clerk.page.getByRole('button', { name: /binnenlaten/i }).count()).toBe(0);
    // The provider is another host, with pages of its own.
    const ours = citizen.complaints.filter((each) => !/^request to 127\.0\.0\.1|404/.test(each));
    expect(ours).toEqual([]);
    expect(clerk.complaints.filter((each) => !each.includes('409'))).toEqual([]);
  },
);
