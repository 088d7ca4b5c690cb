import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createVisit } from '../prisma/factories/conversation-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, giveCookie, openCounter, seatClerk } from './support/counter.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });
const minute = 60_000;
/** One pixel, as any programme writes it. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = { name: 'contract.png', mimeType: 'image/png', buffer: picture };
const drawing = { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') };

/** Somebody whose appointment is now, of a service that asks two things, in the browser in which they opened their link. */
async function prepare(options: PersonOptions) {
  const counter = await openCounter();
  const { organisation, serviceId, origin } = counter;
  const things = [
    ['Identiteitskaart', false],
    ['Huurcontract', true],
  ] as const;
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.serviceRequirement.createMany({
      data: things.map(([title, mayUpload], index) => ({
        organisationId,
        serviceId,
        position: index + 1,
        icon: 'file-text',
        title: everywhere(title),
        reason: everywhere('Daar kijken wij naar.'),
        mayUpload,
      })),
    }),
  );
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.serviceQuestion.create({
      data: {
        organisationId,
        serviceId,
        position: 1,
        kind: 'choice',
        label: everywhere('Huurt u?'),
        choices: [everywhere('Ja'), everywhere('Nee')],
        isMandatory: true,
      },
    }),
  );
  await withOrganisation(organisation.id, ({ db }) =>
    db.service.updateMany({ data: { channels: ['video', 'phone'] } }),
  );
  const citizenName = `Burger ${randomUUID().slice(0, 8)}`;
  const startAt = new Date(Math.floor(Date.now() / minute) * minute);
  const { id, reference, link } = await bookDirectly(counter, { citizenName, startAt });
  const visit = await createVisit(organisation.id, id);
  const person = await createPerson(browser(), origin, options);
  await giveCookie(person, origin, visitCookie(reference), visit.token);
  await person.page.goto(`/a/${reference}`);
  await person.page.getByRole('heading', { name: 'Intussen klaarleggen' }).waitFor();
  return { ...person, counter, citizenName, link };
}

const ready = (page: Page, thing: string) =>
  page.getByRole('checkbox', { name: `Ik heb dit klaar ${thing}`, exact: true });

async function sendIn(page: Page, file: typeof photo): Promise<void> {
  const box = page.getByLabel('Foto’s of pdf’s', { exact: true });
  if (!(await box.isVisible())) await page.getByText('Nu al doorsturen').click();
  await box.setInputFiles(file);
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
}

describe('who prepares an appointment', () => {
  test('ticks and sends in, and the clerk sees it at once', async () => {
    const phone = { viewport: { width: 390, height: 844 } };
    const { page, complaints, counter, citizenName } = await prepare(phone);
    const clerk = await seatClerk(browser(), counter);
    await clerk.page.goto('/seat');
    const row = clerk.page.getByRole('button', { name: new RegExp(citizenName) });
    await row.click();
    await clerk.page.getByText('Huurcontract', { exact: true }).waitFor();

    await untilLive(page);
    await ready(page, 'Identiteitskaart').click();
    await ready(page, 'Identiteitskaart').and(page.locator('[aria-checked="true"]')).waitFor();
    await row.getByText('1 van 2 klaar').waitFor();
    await sendIn(page, drawing);
    await page.getByText('Dit soort bestand nemen wij niet aan. Stuur een foto of een pdf.').waitFor();
    await sendIn(page, photo);
    await page.getByText('Goed ontvangen.').waitFor();
    await page.getByText('2 van 2 klaar').waitFor();
    await row.getByText('1 document', { exact: true }).waitFor();
    await page.getByLabel('Uw vragen').fill('Mijn nummer is 85.07.30-033.28. Mag dat?');
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await page.getByRole('link', { name: 'Nog in te vullen: Huurt u?' }).waitFor();
    await page.getByRole('group', { name: 'Huurt u?' }).getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    await clerk.page.getByText('Mijn nummer is ••.••.••-•••.••. Mag dat?').waitFor();
    await clerk.page.getByRole('definition').filter({ hasText: 'Ja' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);

    await clerk.page.getByRole('button', { name: 'Bekijken contract.png', exact: true }).click();
    const shown = clerk.page.getByRole('img', { name: 'Foto die de burger doorstuurde: contract.png' });
    await expect
      .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    const address = (await shown.getAttribute('src')) ?? '';
    const answer = await clerk.page.evaluate(async (href) => {
      const { status, headers } = await fetch(href);
      const names = ['content-disposition', 'content-security-policy', 'x-content-type-options'];
      return { status, headers: names.map((name) => headers.get(name)) };
    }, address);
    expect(answer).toEqual({
      status: 200,
      headers: [
        "attachment; filename*=UTF-8''contract.png",
        "sandbox; default-src 'none'; frame-ancestors 'none'",
        'nosniff',
      ],
    });
    await expectAccessible(clerk.page);
    const own = await page.evaluate(async (href) => (await fetch(href)).status, address);
    expect(own).toBe(404);
    await clerk.page.keyboard.press('Escape');
    await clerk.page.getByLabel('Voorbereiding', { exact: true }).fill('Zie brief van vorig jaar.');
    await clerk.page.getByText(/^Bewaard om/).waitFor();
    await clerk.page.getByRole('button', { name: 'Telefoon voorstellen' }).click();
    await page.getByRole('heading', { name: 'Zullen wij bellen in plaats van video?' }).waitFor();
    await page.getByLabel('Op welk nummer bellen wij u?').fill('09 555 01 21');
    await page.getByRole('button', { name: 'Ja, bel mij' }).click();
    await clerk.page.getByText('De burger koos voor de telefoon.').waitFor();
    expect(clerk.complaints).toEqual([]);
    expect(complaints.filter((each) => !/404|409/.test(each))).toEqual([]);
  });

  test('does so without script too, reads what is wrong, and takes back what was sent', async () => {
    const { page, link } = await prepare({ javaScript: false });
    await ready(page, 'Identiteitskaart').click();
    await ready(page, 'Identiteitskaart').and(page.locator('[aria-checked="true"]')).waitFor();
    await sendIn(page, drawing);
    await page.getByText('Dit soort bestand nemen wij niet aan. Stuur een foto of een pdf.').waitFor();
    await sendIn(page, photo);
    await page.getByRole('listitem').filter({ hasText: 'contract.png' }).last().waitFor();
    await page.getByText('2 van 2 klaar').waitFor();

    await page.getByRole('group', { name: 'Huurt u?' }).getByRole('radio').last().check();
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    expect(await page.getByRole('group', { name: 'Huurt u?' }).getByRole('radio').last().isChecked()).toBe(
      true,
    );

    const other = await createPerson(browser(), new URL(link).origin, { javaScript: false });
    await other.page.goto(link);
    const text = await other.page.locator('main').textContent();
    expect(text).not.toContain('contract.png');

    await page.getByRole('button', { name: 'Terugnemen contract.png' }).click();
    await page.getByText('1 van 2 klaar').waitFor();
    expect(await page.getByText('contract.png').count()).toBe(0);
  });
});
