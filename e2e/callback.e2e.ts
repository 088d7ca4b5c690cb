import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const onPhone = { viewport: { width: 390, height: 844 } };
afterAll(closeDatabase);

/** A municipality whose telephone is open day and night, and a number that nobody else asks for. */
async function openTelephone() {
  const counter = await openCounter();
  await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
    db.openingHours.createMany({
      data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        organisationId,
        teamId: counter.teamId,
        channel: 'phone' as const,
        weekday,
        opensAtMinute: 0,
        closesAtMinute: 1440,
      })),
    }),
  );
  const digits = String(Number.parseInt(randomUUID().slice(0, 6), 16) % 1_000_000).padStart(6, '0');
  return { counter, number: `+32471${digits}`.padEnd(12, '0') };
}

const requests = ({ organisation }: OwnCounter) =>
  withOrganisation(organisation.id, ({ db }) => db.callbackRequest.findMany());
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const ask = (page: Page) => page.getByRole('button', { name: 'Bel mij' }).filter({ visible: true }).click();

async function openForm({ counter }: Awaited<ReturnType<typeof openTelephone>>, options: PersonOptions) {
  const person = await createPerson(browser(), counter.origin, options);
  await person.page.goto('/');
  await person.page.getByRole('link', { name: 'Vraag ons om u terug te bellen' }).click();
  await heading(person.page, 'Waarover mogen wij u bellen?').waitFor();
  await person.page.getByRole('link', { name: /^service-/ }).click();
  await heading(person.page, 'Wij bellen u').waitFor();
  if (options.javaScript !== false) await untilLive(person.page);
  return person;
}

describe('who wants to be called', () => {
  test.each([
    { with: 'without script', javaScript: false },
    { with: 'with script', javaScript: true },
  ])('leaves a number and hears when and by which words, $with', async ({ javaScript }) => {
    const telephone = await openTelephone();
    const { counter, number } = telephone;
    const { page, complaints } = await openForm(telephone, { ...onPhone, javaScript });
    await page.getByLabel('Op welk nummer?').fill('0471 12');
    await page.getByLabel('Uw naam').fill('Aisha El Amrani');
    await ask(page);
    await page.getByRole('link', { name: 'Dit is geen telefoonnummer. Kijk de cijfers na.' }).waitFor();
    expect(await page.getByLabel('Uw naam').inputValue()).toBe('Aisha El Amrani');
    if (javaScript) await expectAccessible(page);
    await page.getByLabel('Op welk nummer?').fill(number);
    await ask(page);
    await heading(page, 'Goed, wij bellen u').waitFor();
    await page.getByText(formatPhoneLocally(number), { exact: true }).waitFor();
    const [only, ...others] = await requests(counter);
    expect(others).toEqual([]);
    for (const word of only?.phraseWords ?? []) await page.getByText(word, { exact: true }).waitFor();
    if (javaScript) {
      await expectAccessible(page);
      await expectFitting(page);
    }

    await page.getByRole('button', { name: 'Iets verbeteren' }).click();
    await heading(page, 'Wij bellen u').waitFor();
    expect(await page.getByLabel('Op welk nummer?').inputValue()).toBe(number);
    const times = page.getByLabel('Wanneer mogen wij bellen?');
    const options = await times.locator('option').all();
    await times.selectOption({ index: options.length - 1 });
    await ask(page);
    await heading(page, 'Goed, wij bellen u').waitFor();
    const corrected = await requests(counter);
    expect(corrected).toMatchObject([{ id: only?.id, phone: number, phraseWords: only?.phraseWords }]);
    expect(corrected[0]?.untilAt.getTime()).toBeGreaterThan(only?.untilAt.getTime() ?? 0);
    expect(complaints).toEqual([]);
  });

  test('is led on where nobody calls, and finds no way there on the page of the service', async () => {
    const counter = await openCounter();
    const { slug } = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.service.findFirstOrThrow({ where: { id: counter.serviceId }, select: { slug: true } }),
    );
    const { page } = await createPerson(browser(), counter.origin, onPhone);
    await page.goto(`/callback?service=${slug}`);
    await heading(page, 'Hiervoor bellen wij niet terug').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.getByRole('link', { name: 'Maak een afspraak' }).click();
    await heading(page, slug).waitFor();
    expect(await page.getByRole('link', { name: 'Vraag ons om u terug te bellen' }).count()).toBe(0);
  });
});

const calls = (page: Page) => page.getByRole('button', { name: /^Te bellen/ });
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

async function askToBeCalled(telephone: Awaited<ReturnType<typeof openTelephone>>) {
  const { page } = await openForm(telephone, onPhone);
  await page.getByLabel('Op welk nummer?').fill(telephone.number);
  await page.getByLabel('Uw naam').fill('Aisha El Amrani');
  await page.getByLabel('Waarover gaat het?').fill('Mag ik al reizen?');
  await ask(page);
  await heading(page, 'Goed, wij bellen u').waitFor();
}

describe('at the seat, who asked to be called', () => {
  test('comes in live, is in one clerk’s hand at a time, and goes when it is done, on both seats', async () => {
    const telephone = await openTelephone();
    const { counter, number } = telephone;
    const mieke = await seatClerk(browser(), counter, { name: 'Mieke Claes' });
    const jonas = await seatClerk(browser(), counter, { name: 'Jonas Wouters' });
    for (const { page } of [mieke, jonas]) {
      await page.goto('/seat');
      await page.getByRole('button', { name: /^Wie belt er/ }).waitFor();
    }
    await askToBeCalled(telephone);
    for (const { page } of [mieke, jonas]) {
      await calls(page).click();
      await dialog(page).getByRole('heading', { name: 'Aisha El Amrani' }).waitFor();
    }
    await dialog(mieke.page).getByText('Mag ik al reizen?').waitFor();
    const link = dialog(mieke.page).getByRole('link');
    expect(await link.getAttribute('href')).toBe(`tel:${number}`);

    await button(mieke.page, 'Ik bel').click();
    await dialog(jonas.page).getByText('Mieke Claes heeft dit in handen.').waitFor();
    await button(jonas.page, 'Neem over').click();
    await dialog(mieke.page).getByText('Jonas Wouters heeft dit in handen.').waitFor();

    await button(jonas.page, 'Geen antwoord').click();
    for (const { page } of [mieke, jonas]) {
      await dialog(page).getByRole('heading', { name: 'Later te bellen' }).waitFor();
      await dialog(page)
        .getByText(/1 keer geen antwoord/)
        .waitFor();
    }

    await button(mieke.page, 'Ander moment').click();
    const times = dialog(mieke.page).getByLabel('Wanneer bellen wij?');
    await times.waitFor();
    const options = await times.locator('option').all();
    const last = (await options.at(-1)?.getAttribute('value')) ?? '';
    await times.selectOption(last);
    await button(mieke.page, 'Bewaren').click();
    await times.waitFor({ state: 'detached' });
    expect((await requests(counter))[0]?.untilAt.getTime()).toBe(Number(last));

    await button(mieke.page, 'Ik bel').click();
    await button(mieke.page, 'Gesproken').click();
    for (const { page } of [mieke, jonas]) await dialog(page).getByText('Er is niemand te bellen.').waitFor();
    await button(mieke.page, 'Ongedaan maken').click();
    await dialog(jonas.page).getByRole('heading', { name: 'Aisha El Amrani' }).waitFor();
    expect([...mieke.complaints, ...jonas.complaints]).toEqual([]);
  });

  test.each([
    { ground: 'light', dark: false },
    { ground: 'dark', dark: true },
  ])('is accessible in $ground, and fits', async ({ dark }) => {
    const telephone = await openTelephone();
    await askToBeCalled(telephone);
    const { page } = await seatClerk(browser(), telephone.counter, {}, { dark, reducedMotion: true });
    await page.goto('/seat');
    await calls(page).click();
    await button(page, 'Ik bel').click();
    await button(page, 'Gesproken').waitFor();
    await button(page, 'Ander moment').click();
    await dialog(page).getByLabel('Wanneer bellen wij?').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
  });
});
