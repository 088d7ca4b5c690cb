import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { languageCookie, visitCookie } from '#shared/cookies.ts';
import { createConversation, createVisit } from '../prisma/factories/conversation-factories.ts';
import { expectAccessible } from './support/accessibility.ts';
import { bookDirectly, giveCookie, type OwnCounter, openCounter } from './support/counter.ts';
import { type Answer, ask } from './support/http.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const day = 86_400_000;

afterAll(closeDatabase);

type Booked = Awaited<ReturnType<typeof bookDirectly>>;

const endConversation = ({ organisation, teamId }: OwnCounter, { id }: Booked) =>
  createConversation(organisation.id, teamId, id, { state: 'ended', endedAt: new Date() });

function click(origin: string, link: string, fields: Record<string, string>): Promise<Answer> {
  return ask(origin, `${new URL(link).pathname}/open`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

const cookiesOf = ({ headers }: Answer) => headers['set-cookie'] ?? [];

describe('a link in a browser that never opened it', () => {
  test.each([
    ['cancelled', { state: 'cancelled', cancelledAt: new Date() } as const, 'Deze afspraak is geannuleerd'],
    ['missed', { state: 'missed', missedAt: new Date() } as const, 'Deze afspraak is voorbij'],
    ['past', { startAt: new Date(Date.now() - 3 * day) }, 'Deze afspraak is voorbij'],
    [
      'past on the telephone',
      { startAt: new Date(Date.now() - 3 * day), channel: 'phone', phone: '+32470123456' } as const,
      'Deze afspraak is voorbij',
    ],
    ['over', {}, 'Het gesprek is klaar'],
  ])('whose appointment is %s says so at once, and asks nobody who they are', async (state, row, title) => {
    const counter = await openCounter();
    const booked = await bookDirectly(counter, row);
    await createVisit(counter.organisation.id, booked.id);
    if (state === 'over') await endConversation(counter, booked);
    const { page, complaints } = await createPerson(browser(), counter.origin);
    await page.goto(booked.link);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.title()).toContain(title);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByRole('main').locator('a[href^="tel:"]').count()).toBe(1);

    const visits = () =>
      withOrganisation(counter.organisation.id, ({ db }) =>
        db.visit.count({ where: { appointmentId: booked.id } }),
      );
    const before = await visits();
    const helper = await click(counter.origin, booked.link, { as: 'companion', name: 'Karim' });
    expect(helper.status).toBe(303);
    expect(cookiesOf(helper)).toEqual([]);
    expect(await visits()).toBe(before);

    await page.getByRole('link', { name: 'Maak een nieuwe afspraak' }).click();
    await page.waitForURL('**/services/**');
    expect(complaints).toEqual([]);
  });

  test('of a conversation that is over opens what is kept in the browser that took part', async () => {
    const counter = await openCounter();
    const booked = await bookDirectly(counter);
    const visit = await createVisit(counter.organisation.id, booked.id);
    await endConversation(counter, booked);
    const person = await createPerson(browser(), counter.origin);
    await giveCookie(person, counter.origin, visitCookie(booked.reference), visit.token);
    await person.page.goto(booked.link);
    await person.page.getByRole('button', { name: 'Toon mijn gesprek' }).click();
    await person.page.waitForURL(`**/a/${booked.reference}`);
    await person.page.getByRole('heading', { level: 2, name: 'Wat vond u ervan?' }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('of which nothing is kept any more is as unknown as any other', async () => {
    const counter = await openCounter();
    const { link } = await bookDirectly(counter, { startAt: new Date(Date.now() - 91 * day) });
    const answer = await ask(counter.origin, new URL(link).pathname);
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Deze link werkt niet');
  });
});

test('a companion keeps their own language, the citizen gets that of the appointment', async () => {
  const counter = await openCounter();
  const { link } = await bookDirectly(counter, { language: 'fr' });
  const languages = (answer: Answer) =>
    cookiesOf(answer).filter((cookie) => cookie.startsWith(`${languageCookie}=`));
  expect(languages(await click(counter.origin, link, { as: 'citizen' }))).toEqual([
    expect.stringContaining('=fr;'),
  ]);
  const helper = await click(counter.origin, link, { as: 'companion', name: 'Karim' });
  expect(helper.headers.location).toMatch(/^\/a\//);
  expect(languages(helper)).toEqual([]);
});

test('an appointment without its link is not found, whether there is one or not, and the page leads home', async () => {
  const counter = await openCounter();
  const { reference } = await bookDirectly(counter);
  for (const path of [`/a/${reference}`, '/a/ABCD-EFGH']) {
    const answer = await ask(counter.origin, path);
    expect(answer.status, path).toBe(404);
    expect(answer.text).toContain('Open uw afspraak met de link');
    expect(answer.text).toMatch(/<a[^>]* href="\/"[^>]*>(<[^>]*>)*Naar de startpagina/);
  }
});
