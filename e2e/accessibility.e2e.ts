import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createOpinions } from '../prisma/factories/survey-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { showOneself } from './support/citizen.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const { origins } = inject('stack');
const browser = shareBrowser();
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };
const minute = 60_000;

afterAll(closeDatabase);

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Looks at a page as it is now: nothing for axe to find, nothing to scroll to sideways. */
async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFitting(page);
}

/** How light the ground behind the page's content is: 0 black, 255 white. */
function readGround(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (let element = document.querySelector('main'); element !== null; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? [];
      const [red = 0, green = 0, blue = 0, opacity = 1] = colour.map(Number);
      if (opacity > 0) return (red + green + blue) / 3;
    }
    return 255;
  });
}

describe('the seat and the citizen in front of it', () => {
  test.each([
    { ground: 'light', dark: false, viewport: desk, citizensViewport: phone },
    { ground: 'dark', dark: true, viewport: phone, citizensViewport: desk },
  ])('are accessible in every state, the seat in $ground', async (variant) => {
    const { dark, viewport, citizensViewport } = variant;
    const counter = await openCounter();
    const { page: seat } = await seatClerk(browser(), counter, { name: 'Ann Peeters' }, { viewport, dark });
    const isNarrow = viewport === phone;
    const showQueue = async () => {
      if (isNarrow) await press(seat, 'Wachtkamer');
    };

    await seat.goto('/seat/choose');
    expect((await readGround(seat)) < 100).toBe(dark);
    await look(seat);
    await seat.goto('/seat');
    await seat.getByText('Er wacht niemand.').waitFor();
    await expect.poll(() => seat.title()).toMatch(/^Wachtkamer/);
    await look(seat);
    await press(seat, /Sneltoetsen/);
    await seat.getByRole('dialog', { name: 'Sneltoetsen' }).waitFor();
    await look(seat);
    await seat.keyboard.press('Escape');
    await press(seat, 'Meldingen');
    await seat.getByRole('dialog', { name: 'Meldingen' }).waitFor();
    await look(seat);
    await seat.keyboard.press('Escape');

    await bookDirectly(counter, {
      citizenName: 'Gerda Geannuleerd',
      state: 'cancelled',
      cancelledAt: new Date(),
    });
    await bookDirectly(counter, { citizenName: 'Stef Straks', startAt: new Date(Date.now() + 5 * minute) });
    const { link } = await bookDirectly(counter, {
      citizenName: 'Wim Wacht',
      startAt: new Date(Date.now() - 12 * minute),
      remark: 'Een heel lang woord: hottentottententententoonstellingsterreinbewakingshuisje.',
    });
    const { page: citizen } = await createPerson(browser(), counter.origin, { viewport: citizensViewport });
    await citizen.goto(link);
    await look(citizen);
    await press(citizen, 'Open mijn afspraak');
    await citizen.getByRole('heading', { level: 1, name: 'U bent de volgende' }).waitFor();
    await expect.poll(() => citizen.title()).toMatch(/^U bent de volgende/);
    await look(citizen);
    await showOneself(citizen);
    await look(citizen);

    for (const name of ['Gerda Geannuleerd', 'Stef Straks']) {
      await seat.getByRole('button', { name: new RegExp(name) }).click();
      await seat.getByRole('heading', { level: 2, name }).waitFor();
      await look(seat);
      await showQueue();
    }
    await seat.getByRole('button', { name: /Wim Wacht/ }).click();
    await seat.getByText('U staat klaar').waitFor();
    await expect.poll(() => seat.title()).toMatch(/^\(1\) Wachtkamer/);
    await look(seat);

    await press(seat, /^Toelaten/);
    await citizen.getByRole('heading', { level: 1, name: 'Gesprek met Ann Peeters' }).waitFor();
    await expect.poll(() => citizen.title()).toMatch(/^In gesprek/);
    await expect.poll(() => seat.title()).toMatch(/^In gesprek/);
    await look(seat);
    await look(citizen);
    for (const page of [seat, citizen]) {
      await press(page, 'Meer');
      await page.getByRole('heading', { name: 'Camera en geluid' }).waitFor();
      await look(page);
      await press(page, 'Sluiten');
    }

    await press(seat, 'Afronden');
    await press(seat, 'Gesprek beëindigen');
    await seat.getByText('Er ontbreekt nog iets').waitFor();
    await look(seat);
    await seat.getByRole('radio', { name: 'Deels geregeld' }).check();
    await press(seat, 'Gesprek beëindigen');
    await seat.getByText(/^Het gesprek is afgerond om/).waitFor();
    await look(seat);

    await citizen.getByRole('heading', { level: 1, name: 'Het gesprek is klaar' }).waitFor();
    await expect.poll(() => citizen.title()).toMatch(/^Het gesprek is klaar/);
    await look(citizen);
    await citizen.getByLabel('Wat kan beter?').fill('Lang. '.repeat(500));
    await press(citizen, 'Versturen');
    await citizen.getByText('Maak uw antwoord korter').first().waitFor();
    await look(citizen);
    await press(citizen, 'Nee, bedankt');
    await citizen.getByText('Goed, wij vragen niets meer.').waitFor();
    await look(citizen);
  });
});

describe('the figures', () => {
  test.each([
    { ground: 'light', dark: false, viewport: phone },
    { ground: 'dark', dark: true, viewport: desk },
  ])('are accessible from none to many, in $ground', async ({ dark, viewport }) => {
    const counter = await openCounter();
    const { organisation, teamId, serviceId } = counter;
    const roles = ['supervisor'] as const;
    const { page } = await seatClerk(browser(), counter, { roles: [...roles] }, { viewport, dark });
    const place = { organisationId: organisation.id, teamId, serviceId };
    const states = [
      [0, 'Nog geen antwoorden in deze periode'],
      [4, 'Nog te weinig antwoorden'],
      [20, 'Wat mensen schrijven'],
    ] as const;
    for (const [more, words] of states) {
      await createOpinions(
        place,
        Array.from({ length: more }, (_, index) => ({
          satisfaction: 1 + (index % 5),
          improvement: 'Kortere '.repeat(index * 3),
        })),
      );
      await page.goto('/insights');
      await page.getByText(words).waitFor();
      expect((await readGround(page)) < 100).toBe(dark);
      await look(page);
    }
    await page.getByText('Toon als tabel').click();
    await page.getByRole('table').nth(1).waitFor();
    await look(page);
  });
});

describe('every other page', () => {
  const unknownLink = `/l/${'A'.repeat(43)}`;
  test.each([
    {
      slug: 'leiebeke',
      locale: 'nl-BE',
      viewport: desk,
      paths: ['/sign-on', '/sign-on?error=noRole', '/a/ABCD-EFGH', unknownLink, '/services/not-there'],
    },
    // The longest words of the four languages.
    {
      slug: 'leiebeke',
      locale: 'de-BE',
      viewport: phone,
      paths: ['/', '/services/rijbewijs', '/sign-on', unknownLink],
    },
    { slug: 'leiebeke', locale: 'fr-BE', viewport: phone, paths: ['/', '/services/rijbewijs/privacy'] },
    { slug: 'rozelaar', locale: 'en-GB', viewport: desk, paths: ['/', '/nothing/here', '/test'] },
  ])('of $slug in $locale is accessible and fits', async ({ slug, locale, viewport, paths }) => {
    const { page } = await createPerson(browser(), origins[slug] as string, { locale, viewport });
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page);
    }
  });
});
