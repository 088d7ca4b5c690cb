import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { addSeatFor } from './support/counter.ts';
import { chooseByArrows, pressByKey, tabTo, typeInto } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const origin = inject('stack').origins.leiebeke as string;
const browser = shareBrowser();

afterAll(closeDatabase);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('citizen and clerk come from the home page to the end of the conversation without a mouse', async () => {
  const name = `Tom ${randomUUID().slice(0, 8)}`;
  const { seatName } = await addSeatFor('leiebeke', 'bewonerskaart-parkeren');

  const citizen = await createPerson(browser(), origin);
  const { page } = citizen;
  await page.goto('/');
  await typeInto(page, page.getByRole('searchbox', { name: 'Zoek een dienst' }), 'parkeren');
  await page.keyboard.press('Enter');
  await pressByKey(page, page.getByRole('link', { name: 'Bewonerskaart om te parkeren' }));
  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await pressByKey(page, button(page, 'Dit moment kiezen'));
  await typeInto(page, page.getByLabel('Naam'), name);
  await typeInto(page, page.getByLabel('E-mailadres'), `${randomUUID()}@example.org`);
  await pressByKey(page, button(page, 'Verder'));
  await heading(page, 'Klopt alles?').waitFor();
  await pressByKey(page, button(page, 'Afspraak boeken'));
  await heading(page, 'U bent de volgende').waitFor();
  await pressByKey(page, button(page, 'Zet beeld en geluid aan'));
  await page.getByText('Nu ziet alleen u dit beeld').waitFor();

  const clerk = await createPerson(browser(), origin);
  const seat = clerk.page;
  await seat.goto('/seat');
  await pressByKey(seat, button(seat, 'Aanmelden met mijn werkaccount'));
  await pressByKey(seat, button(seat, /Hanne Goethals/));
  await seat.waitForURL(/\/seat/);
  await seat.goto('/seat/choose');
  await pressByKey(seat, button(seat, `Aan ${seatName} gaan zitten`));
  await pressByKey(seat, button(seat, new RegExp(name)));
  await seat.getByText('U staat klaar').waitFor();
  await pressByKey(seat, button(seat, /^Toelaten/));
  await Promise.all([expectMovingPicture(page), expectMovingPicture(seat)]);

  await pressByKey(page, button(page, 'Geluid: zet uw microfoon uit'), 'Space');
  await button(page, 'Geluid uit: zet uw microfoon aan').waitFor();
  await typeInto(seat, seat.getByLabel('Notitie'), 'Vergunning besproken.');
  await pressByKey(seat, button(seat, 'Afronden'), 'Space');
  const ending = seat.getByRole('dialog', { name: 'Gesprek afronden' });
  const outcome = (words: string) => ending.getByRole('radio', { name: words, exact: true });
  await chooseByArrows(seat, outcome('Geregeld'), outcome('Er volgt nog iets'));
  await pressByKey(seat, ending.getByRole('button', { name: 'Gesprek beëindigen' }));
  await ending.waitFor({ state: 'hidden' });
  // Who works by keyboard goes on from a place on the screen, not from its very beginning.
  await expect.poll(() => seat.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

  await heading(page, 'Het gesprek is klaar').waitFor();
  const satisfaction = page.getByRole('group', { name: 'Bent u tevreden over dit gesprek?' });
  const answers = satisfaction.getByRole('radio');
  await chooseByArrows(page, answers.first(), answers.nth(3));
  await typeInto(page, page.getByLabel('Wat kan beter?'), 'Niets.');
  await pressByKey(page, button(page, 'Versturen'));
  await page.getByText('Bedankt voor uw mening.').waitFor();
  for (const { complaints } of [citizen, clerk]) expect(complaints).toEqual([]);
});
