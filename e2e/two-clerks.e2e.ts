import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openLink, showOneself } from './support/citizen.ts';
import { type Colour, filmInColour, seenColour } from './support/coloured-camera.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, type Person, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture, expectSound } from './support/video.ts';

const citizens = shareBrowser();
const clerks: readonly { name: string; colour: Colour; browser: ReturnType<typeof shareBrowser> }[] = [
  { name: 'Ann Peeters', colour: 'red', browser: shareBrowser(() => filmInColour('red')) },
  { name: 'Bart De Smet', colour: 'blue', browser: shareBrowser(() => filmInColour('blue')) },
];
const names = ['Chaima Eerst', 'Dirk Tweede', 'Els Derde'] as const;

afterAll(closeDatabase);

const waitingRoom = (page: Page) => page.getByRole('list', { name: 'Wachtkamer' });
const rowOf = (page: Page, name: string) => waitingRoom(page).getByRole('button', { name: new RegExp(name) });

/** Somebody who has an appointment now and opens the link. Agreed times follow the order of the names. */
async function arrive(counter: OwnCounter, name: (typeof names)[number]): Promise<Person> {
  const startAt = new Date(Date.now() - (10 - names.indexOf(name)) * 60_000);
  const { link } = await bookDirectly(counter, { citizenName: name, startAt });
  const person = await createPerson(citizens(), counter.origin, { viewport: { width: 390, height: 844 } });
  await openLink(person, link);
  return person;
}

/** Two people press at the same moment: both buttons are pressed by a clock, since a test's own hand is one after the other. */
async function pressTogether(buttons: readonly Locator[]): Promise<void> {
  const at = Date.now() + 1_000;
  await Promise.all(
    buttons.map((button) =>
      button.evaluate(
        (element, moment) =>
          new Promise<void>((resolve) => {
            setTimeout(() => {
              (element as HTMLElement).click();
              resolve();
            }, moment - Date.now());
          }),
        at,
      ),
    ),
  );
}

describe('two clerks with one waiting room', () => {
  let counter: OwnCounter;
  let seats: Person[];

  beforeEach(async () => {
    counter = await openCounter();
    seats = [];
    for (const { name, browser } of clerks) {
      const seat = await seatClerk(browser(), counter, { name });
      await seat.page.goto('/seat');
      await seat.page.getByText('Er wacht niemand.').waitFor();
      seats.push(seat);
    }
  });

  test('both see everybody; of one citizen one wins and the other sees who; each citizen sees the right clerk', async () => {
    const people = new Map<string, Person>();
    for (const name of names) {
      const person = await arrive(counter, name);
      if (name !== names[2]) await showOneself(person.page);
      people.set(name, person);
    }
    for (const { page } of seats) {
      for (const name of names) await rowOf(page, name).waitFor();
      await page.getByText('3 aanwezig').waitFor();
      await rowOf(page, names[0]).click();
      await page.getByText('U staat klaar').waitFor();
    }

    await pressTogether(seats.map(({ page }) => page.getByRole('button', { name: /^Toelaten/ })));
    const refusal = /was net eerder en heeft deze persoon toegelaten/;
    const isIn = async ({ page }: Person) =>
      (await page.getByRole('button', { name: 'Afronden' }).isVisible()) &&
      !(await page.getByText(refusal).isVisible());
    await expect.poll(async () => (await Promise.all(seats.map(isIn))).filter(Boolean).length).toBe(1);
    const winner = (await isIn(seats[0] as Person)) ? 0 : 1;
    const loser = 1 - winner;
    const losing = seats[loser]?.page as Page;
    await losing.getByRole('alert').getByText(`${clerks[winner]?.name} was net eerder`).waitFor();

    await rowOf(losing, names[1]).click();
    await losing.getByText('U staat klaar').waitFor();
    await losing.getByRole('button', { name: /^Toelaten/ }).click();

    for (const [name, clerk] of [
      [names[0], winner],
      [names[1], loser],
    ] as const) {
      const { page } = people.get(name) as Person;
      const seat = seats[clerk]?.page as Page;
      await page.getByRole('region', { name: clerks[clerk]?.name as string }).waitFor();
      await Promise.all([expectMovingPicture(page), expectMovingPicture(seat)]);
      await expect.poll(() => seenColour(page), { timeout: 10_000 }).toBe(clerks[clerk]?.colour);
      await Promise.all([expectSound(page), expectSound(seat)]);
      await seat.getByRole('region', { name, exact: true }).waitFor();
    }
    await people.get(names[2])?.page.getByRole('heading', { name: 'U bent de volgende' }).waitFor();
    // A browser notes every refusal; that the colleague was first is the only one.
    const conflict = /^console: Failed to load resource: .* 409 \(Conflict\)$/;
    expect(seats[loser]?.complaints).toEqual([expect.stringMatching(conflict)]);
    for (const { complaints } of [seats[winner] as Person, ...people.values()])
      expect(complaints).toEqual([]);
  });

  test('see a reload as nothing at all, and a closed tab as somebody who is away', async () => {
    const { page: seat } = seats[0] as Person;
    const reloading = await arrive(counter, names[0]);
    await rowOf(seat, names[0]).waitFor();
    await seat.getByText('1 aanwezig').waitFor();

    const told = await watchWaitingRoom(seat);
    const followed = reloading.page.waitForResponse(/\/events\/visits\//);
    await reloading.page.reload();
    await followed;
    await reloading.page.getByRole('heading', { name: 'U bent de volgende' }).waitFor();
    // What the seat is told comes in order: once this arrival shows, the reload would have shown.
    const leaving = await arrive(counter, names[1]);
    await seat.getByText('2 aanwezig').waitFor();
    for (const words of await told()) {
      expect(words).toContain(names[0]);
      expect(words).not.toContain('verbindt opnieuw');
      expect(words).not.toContain('niemand aanwezig');
    }

    await leaving.page.close();
    await seat.getByText('1 aanwezig').waitFor({ timeout: 20_000 });
    await expect.poll(() => rowOf(seat, names[1]).textContent()).toContain('verbindt opnieuw');
  });
});

/** Writes down every text that the waiting room shows from now on. @returns how to read them */
async function watchWaitingRoom(page: Page): Promise<() => Promise<readonly string[]>> {
  const watched = await page.getByRole('region', { name: 'Wachtkamer' }).evaluateHandle((region) => {
    const texts: string[] = [region.textContent ?? ''];
    new MutationObserver(() => texts.push(region.textContent ?? '')).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    return texts;
  });
  return () => watched.jsonValue();
}
