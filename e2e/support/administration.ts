import type { Browser, Page } from 'playwright-core';
import { withOrganisation } from '#db/organisation-scope.ts';
import { addDays, type LocalDate, localDateAt, weekdayOf } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { type OwnCounter, openCounter, seatClerk } from './counter.ts';
import type { Person, PersonOptions } from './people.ts';

/** The first Tuesday in Brussels that is neither today nor tomorrow. */
export function comingTuesday(): LocalDate {
  const today = localDateAt(epochMilliseconds(Date.now()), 'Europe/Brussels');
  return addDays(today, 9 - weekdayOf(today));
}

/** An administrator of a municipality of the test's own, who signed on already. */
export async function openAdministration(
  browser: Browser,
  options: PersonOptions = {},
): Promise<Person & { readonly counter: OwnCounter }> {
  const counter = await openCounter();
  const person = await seatClerk(browser, counter, { roles: ['administrator'] }, options);
  return { ...person, counter };
}

/** The address at which a citizen finds the service's times on a date. */
export async function serviceAddress(
  { organisation, serviceId }: OwnCounter,
  date: LocalDate,
): Promise<string> {
  const { slug } = await withOrganisation(organisation.id, ({ db }) =>
    db.service.findFirstOrThrow({ where: { id: serviceId }, select: { slug: true } }),
  );
  return `/services/${slug}?date=${date}`;
}

/** The times that a citizen's page offers, as wall times: `09:00`. */
export function readOffered(page: Page): Promise<string[]> {
  return page
    .locator('input[name="moment"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value.slice(11, 16)));
}
