import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { createSeat, createTeam } from '../prisma/factories/organisation-factories.ts';
import { createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openAdministration } from './support/administration.ts';
import { openLink } from './support/citizen.ts';
import { bookDirectly, giveStaffCookie, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { pressByKey, tabTo } from './support/keyboard.ts';
import { createPerson, type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase, linkSecret } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const hour = 3_600_000;

/** Tomorrow at ten in the morning in Brussels, whatever the season. */
function tomorrowAtTen(): Date {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(
    Date.now() + 24 * hour,
  );
  const guess = new Date(`${date}T09:00Z`);
  const shown = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', hour: '2-digit' }).format(guess),
  );
  return new Date(guess.getTime() + (10 - shown) * hour);
}

async function book({ organisation, teamId, serviceId }: OwnCounter, seatId: SeatId, name: string, at: Date) {
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const contact = { citizenName: name, email: `${randomUUID()}@example.org` };
  return (await createAppointment(place, linkSecret, { ...contact, startAt: at })).id;
}

function readAppointment({ organisation }: OwnCounter, id: AppointmentId) {
  return withOrganisation(organisation.id, ({ db }) =>
    db.appointment.findFirstOrThrow({ where: { id }, select: { seatId: true, startAt: true, state: true } }),
  );
}

/** A supervisor who is signed on, and a seat whose clerk fell ill: one other seat, which is free at one of the two times. */
async function openSickDay(options: PersonOptions = {}) {
  const counter = await openCounter();
  const { token, seatId: free } = await createSeatedClerk(counter, { roles: ['supervisor'] });
  const supervisor = await createPerson(browser(), counter.origin, options);
  await giveStaffCookie(supervisor, counter.origin, token);
  const sick = await createSeat(counter.organisation.id, counter.teamId, { name: 'Balie van Jan' });
  const ten = tomorrowAtTen();
  const eleven = new Date(ten.getTime() + hour);
  const keeps = await book(counter, sick.id, 'Houdt Detijd', ten);
  const moves = await book(counter, sick.id, 'Anders Uur', eleven);
  await book(counter, free, 'Was Eerder', eleven);
  return { counter, ...supervisor, sick, free, ten, eleven, keeps, moves };
}

describe('a clerk who falls ill', () => {
  test('has the day settled in one action, by keyboard: looked at first, then done and told', async () => {
    const day = await openSickDay();
    const { page, counter, sick, free, ten, eleven, keeps, moves, complaints } = day;
    await page.goto('/seat/absence');
    await page.getByLabel('Balie', { exact: true }).selectOption(sick.id);
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(ten);
    await page.getByLabel('Van', { exact: true }).fill(date);
    await pressByKey(page, page.getByRole('button', { name: 'Bekijk wat er gebeurt' }));
    await page.getByRole('heading', { name: 'Balie van Jan: 2 afspraken' }).waitFor();
    const choice = (name: string) => page.getByLabel(`Wat gebeurt er met de afspraak van ${name}?`);
    expect(await choice('Houdt Detijd').locator('option:checked').textContent()).toBe(
      'Zelfde tijd, andere balie',
    );
    expect(await choice('Anders Uur').locator('option:checked').textContent()).toMatch(/^Verplaatsen naar /);
    const proposed = Number(await choice('Anders Uur').inputValue());
    // Later the same day, not earlier.
    expect(proposed).toBeGreaterThan(eleven.getTime());
    expect(proposed).toBeLessThanOrEqual(eleven.getTime() + hour);
    // Looking changed nothing.
    expect(await readAppointment(counter, keeps)).toMatchObject({ seatId: sick.id });

    await tabTo(page, page.getByRole('button', { name: 'Afwezigheid bewaren en 2 afspraken regelen' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'De afwezigheid aan Balie van Jan staat genoteerd' }).waitFor();
    await page.getByText('Houdt de tijd, nu aan').waitFor();
    await page.getByText(/Verplaatst naar .* Krijgt bericht\./).waitFor();
    expect(await readAppointment(counter, keeps)).toEqual({ seatId: free, startAt: ten, state: 'booked' });
    expect(await readAppointment(counter, moves)).toMatchObject({
      startAt: new Date(proposed),
      state: 'booked',
    });
    expect(complaints).toEqual([]);
  });

  test('can be decided otherwise for each; what somebody else changed meanwhile is left and said', async () => {
    const { page, counter, sick, ten, keeps, moves } = await openSickDay();
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(ten);
    await page.goto(`/seat/absence?seat=${sick.id}&from=${date}&reason=illness`);
    await page
      .getByLabel('Wat gebeurt er met de afspraak van Houdt Detijd?')
      .selectOption({ label: 'Annuleren' });
    await withOrganisation(counter.organisation.id, ({ db }) =>
      db.appointment.updateMany({
        where: { id: moves },
        data: { state: 'cancelled', cancelledAt: new Date(), cancelledBy: 'citizen' },
      }),
    );
    await page.getByRole('button', { name: /Afwezigheid bewaren/ }).click();
    await page.getByText('1 afspraak is intussen door iemand anders gewijzigd.').waitFor();
    await page.getByText('Geannuleerd. Krijgt bericht.').waitFor();
    expect(await readAppointment(counter, keeps)).toMatchObject({ state: 'cancelled' });
  });

  test('is settled by a colleague of the team for today, and of no other team or day', async () => {
    const counter = await openCounter();
    const sick = await createSeat(counter.organisation.id, counter.teamId, { name: 'Balie van Jan' });
    const team = await createTeam(counter.organisation.id);
    const elsewhere = await createSeat(counter.organisation.id, team.id);
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat/absence');
    const seats = page.getByLabel('Balie', { exact: true });
    expect(await seats.locator('option').count()).toBe(2);
    await seats.selectOption(sick.id);
    await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await page.getByRole('heading', { name: 'Balie van Jan: geen afspraken' }).waitFor();
    await page.goto(`/seat/absence?seat=${sick.id}&from=2030-01-07`);
    await page.getByText('Voor deze balie of deze dag kunt u geen afwezigheid invullen.').waitFor();
    await page.goto(`/seat/absence?seat=${elsewhere.id}&from=2030-01-07`);
    await page.getByText('Voor deze balie of deze dag kunt u geen afwezigheid invullen.').waitFor();
    await page.goto('/seat/absence?seat=nonsense&from=gisteren');
    await page.getByRole('alert').getByRole('link', { name: 'Kies een balie.' }).waitFor();
  });

  test('is settled by an administrator too, who comes from the seats', async () => {
    const { page, counter } = await openAdministration(browser());
    const sick = await createSeat(counter.organisation.id, counter.teamId, { name: 'Balie van Jan' });
    await book(counter, sick.id, 'Anders Uur', tomorrowAtTen());
    await page.goto('/admin/seats');
    await page.getByRole('link', { name: 'Afwezigheid aan Balie van Jan regelen' }).click();
    await page.waitForURL(/\/seat\/absence\?for=/);
    expect(await page.getByLabel('Balie', { exact: true }).inputValue()).toBe(sick.id);
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(tomorrowAtTen());
    await page.getByLabel('Van', { exact: true }).fill(date);
    await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await page.getByRole('heading', { name: 'Balie van Jan: 1 afspraak' }).waitFor();
  });

  test('names who is in the waiting room right now, and leaves them there', async () => {
    const counter = await openCounter();
    const { reference, id, link } = await bookDirectly(counter, {
      citizenName: 'Wim Wacht',
      startAt: new Date(Date.now() - 60_000),
    });
    const citizen = await createPerson(browser(), counter.origin);
    await openLink(citizen, link);
    await citizen.page.getByRole('heading', { level: 1, name: 'U bent de volgende' }).waitFor();
    await expect.poll(() => citizen.page.title(), { timeout: 10_000 }).toContain('U bent de volgende');
    const { seatId } = await readAppointment(counter, id);
    const supervisor = await createPerson(browser(), counter.origin);
    const { token } = await createSeatedClerk(counter, { roles: ['supervisor'] });
    await giveStaffCookie(supervisor, counter.origin, token);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(Date.now());
    const { page } = supervisor;
    await page.goto(`/seat/absence?seat=${seatId}&from=${today}&reason=illness`);
    await page.getByText('1 burger wacht nu voor deze balie.').waitFor();
    await page.getByText(/Wim Wacht, .* Een collega kan binnenlaten\./).waitFor();
    await page.getByRole('button', { name: 'Afwezigheid bewaren' }).click();
    await page.getByRole('heading', { name: /staat genoteerd$/ }).waitFor();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'booked', seatId });
    await citizen.page.getByRole('heading', { level: 1, name: 'U bent de volgende' }).waitFor();
    expect(citizen.page.url()).toContain(reference);
  });

  test.each([
    { ground: 'light', dark: false },
    { ground: 'dark', dark: true },
  ])('is planned on an accessible page in $ground', async ({ dark }) => {
    const { page, sick, ten } = await openSickDay({ dark });
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(ten);
    await page.goto(`/seat/absence?seat=${sick.id}&from=${date}&reason=illness`);
    await page.getByRole('heading', { name: 'Balie van Jan: 2 afspraken' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.getByRole('button', { name: /Afwezigheid bewaren/ }).click();
    await page.getByRole('heading', { name: /staat genoteerd/ }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
  });
});
