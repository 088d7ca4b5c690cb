import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { ask } from './support/http.ts';
import { pressByKey, tabTo } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };
afterAll(closeDatabase);

/** Somebody with an appointment now, so that the seat shows it whatever the hour, to whom a reminder was sent. */
async function remind(startAt?: Date) {
  const counter = await openCounter();
  const citizenName = `Burger ${randomUUID().slice(0, 8)}`;
  const booked = await bookDirectly(counter, { citizenName, ...(startAt && { startAt }) });
  const sentAt = new Date(Date.now() - 3_600_000);
  await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId: booked.id,
        kind: 'reminder',
        channel: 'email',
        state: 'accepted',
        attempts: 1,
        plannedAt: sentAt,
        nextAttemptAt: sentAt,
        sentTo: 'sofie@example.org',
      },
    }),
  );
  return { counter, booked, citizenName };
}

async function known({ organisation }: OwnCounter, { id }: { readonly id: string }) {
  return withOrganisation(organisation.id, async ({ db }) => {
    const { saidComingAt } = await db.appointment.findFirstOrThrow({ where: { id } });
    const { state } = await db.message.findFirstOrThrow({ where: { appointmentId: id } });
    return { state, saidComing: saidComingAt !== null };
  });
}

const untouched = { state: 'accepted', saidComing: false };

describe('a scanner of mail', () => {
  test('changes nothing by fetching, nor by a browser that runs scripts and sends the forms it finds', async () => {
    const { counter, booked } = await remind();
    const path = new URL(booked.link).pathname;
    for (const method of ['GET', 'HEAD']) {
      for (const query of ['', '?answer=coming', '?answer=move']) {
        expect((await ask(counter.origin, `${path}${query}`, { method })).status).toBe(200);
      }
    }
    expect((await ask(counter.origin, `${path}/coming`)).status).toBe(405);

    const { page, context } = await createPerson(browser(), counter.origin);
    await context.addInitScript(() => {
      addEventListener('load', async () => {
        const forms = [...document.querySelectorAll<HTMLFormElement>('main form')];
        const sent = forms.map(async (form) => {
          const body = new URLSearchParams(new FormData(form) as never);
          const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
          return answer.status;
        });
        document.title = `sent ${(await Promise.all(sent)).length}`;
        document.querySelector<HTMLFormElement>('form[action$="/coming"]')?.submit();
      });
    });
    const refused = page.waitForResponse(
      (response) => response.url().endsWith('/coming') && response.request().isNavigationRequest(),
    );
    await page.goto(`${booked.link}?answer=coming`);
    expect((await refused).status()).toBe(403);
    expect(await known(counter, booked)).toEqual(untouched);
  });
});

describe('a person', () => {
  test.each([
    ['by mouse', {}],
    ['on a phone', { viewport: phone }],
    ['without script', { javaScript: false }],
  ])('says "I will be there" %s, and the clerk sees it at once', async (_how, options) => {
    const { counter, booked, citizenName } = await remind();
    const { page: seat } = await seatClerk(browser(), counter);
    await seat.goto('/seat');
    const row = seat.getByRole('button', { name: new RegExp(citizenName) });
    await expect.poll(() => row.textContent()).toContain('Herinnering: verstuurd, aankomst niet zeker');

    const { page, complaints } = await createPerson(browser(), counter.origin, options);
    await page.goto(`${booked.link}?answer=coming`);
    await page.getByRole('heading', { level: 1, name: 'Laat ons weten of u komt' }).waitFor();
    expect(await known(counter, booked)).toEqual(untouched);
    await page.getByRole('button', { name: 'Ja, ik zal er zijn' }).click();
    await page.getByText('Bedankt, wij weten dat u komt').waitFor();
    expect(await known(counter, booked)).toEqual({ state: 'read', saidComing: true });
    await expect.poll(() => row.textContent()).toContain('laat weten te komen');
    expect(complaints).toEqual([]);
  });

  test('says so by keyboard from the page behind a text message, which is accessible and fits', async () => {
    const { counter, booked } = await remind();
    const { page } = await createPerson(browser(), counter.origin, { viewport: phone });
    await page.goto(booked.link);
    await expectAccessible(page);
    await expectFitting(page);
    await pressByKey(page, page.getByRole('button', { name: 'Ik zal er zijn' }));
    await page.getByText('Bedankt, wij weten dat u komt').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    expect(await known(counter, booked)).toEqual({ state: 'read', saidComing: true });
  });

  test('who wants to move comes to the choice of another time, also from a second device', async () => {
    const { counter, booked } = await remind();
    const first = await createPerson(browser(), counter.origin);
    await first.page.goto(`${booked.link}?answer=move`);
    await first.page.getByRole('button', { name: 'Kies een ander moment' }).click();
    await first.page.waitForURL(/\/a\/[^/]+\/move$/);
    expect(await known(counter, booked)).toEqual({ state: 'read', saidComing: false });

    const second = await createPerson(browser(), counter.origin);
    await second.page.goto(`${booked.link}?answer=move`);
    await second.page.getByRole('button', { name: 'Hier verdergaan' }).click();
    await second.page.waitForURL(/\/a\/[^/]+\/move$/);
  });

  test('says so before the day where the link of a text message opens on another device', async () => {
    const { counter, booked } = await remind(new Date(Date.now() + 2 * 86_400_000));
    const first = await createPerson(browser(), counter.origin);
    await first.page.goto(booked.link);
    await first.page.getByRole('button', { name: 'Open mijn afspraak' }).click();
    await first.page.waitForURL(/\/a\//);
    const second = await createPerson(browser(), counter.origin, { viewport: phone });
    await second.page.goto(booked.link);
    await second.page.getByRole('heading', { level: 1, name: 'Bent u het op een ander toestel' }).waitFor();
    await expectAccessible(second.page);
    await expectFitting(second.page);
    await second.page.getByRole('button', { name: 'Ja, ik zal er zijn' }).click();
    await second.page.getByText('Bedankt, wij weten dat u komt').waitFor();
    expect(await known(counter, booked)).toMatchObject({ saidComing: true });
    await second.page.goto(booked.link);
    await second.page.getByText('Bedankt, wij weten dat u komt').waitFor();
    await second.page.getByRole('button', { name: 'Hier verdergaan' }).waitFor();
  });

  test('who says to be coming on another device is not asked who they are', async () => {
    const { counter, booked } = await remind();
    const first = await createPerson(browser(), counter.origin);
    await first.page.goto(booked.link);
    await first.page.getByRole('button', { name: 'Open mijn afspraak' }).click();
    await first.page.waitForURL(/\/a\//);
    const second = await createPerson(browser(), counter.origin);
    await second.page.goto(`${booked.link}?answer=coming`);
    await second.page.getByRole('button', { name: 'Ja, ik zal er zijn' }).click();
    await second.page.getByText('Bedankt, wij weten dat u komt').waitFor();
  });
});

describe('the mark at the seat', () => {
  test('says its words on hover and on focus, Esc takes them away, and the dossier has the history', async () => {
    const { counter, citizenName } = await remind();
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat');
    const row = page.getByRole('button', { name: new RegExp(citizenName) });
    const words = row.locator('[aria-hidden="true"]', { hasText: 'Herinnering: verstuurd' });
    await row.waitFor();
    expect(await words.isVisible()).toBe(false);
    await row.locator('svg').last().hover();
    await words.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await words.waitFor({ state: 'hidden' });
    await page.mouse.move(0, 0);
    await tabTo(page, row);
    await words.waitFor({ state: 'visible' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Berichten' }).waitFor();
    await page.getByText('Herinnering per mail').waitFor();
    await page.getByText('naar sofie@example.org').waitFor();
  });
});
