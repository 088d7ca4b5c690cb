import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { createPerson, type Person, type PersonOptions } from './people.ts';

/** Signs a member of staff on at the municipality's identity provider, as a person does. @param name as it stands on the button there */
export async function signOn(
  browser: Browser,
  slug: string,
  name: string,
  path = '/seat',
  options: PersonOptions = {},
): Promise<Person> {
  const origin = inject('stack').origins[slug] as string;
  const person = await createPerson(browser, origin, options);
  await person.page.goto(path);
  await person.page
    .getByRole('button', { name: /werkaccount|compte de travail|work account|Arbeitskonto/ })
    .click();
  await person.page.getByRole('button', { name: new RegExp(name) }).click();
  // Who has no seat yet is led on to choose one.
  await person.page.waitForURL((url) => url.origin === origin && url.pathname.startsWith(path));
  return person;
}
