import type { Browser } from 'playwright-core';
import { openLink, showOneself } from './citizen.ts';
import { bookDirectly, type OwnCounter, seatClerk } from './counter.ts';
import { createPerson, type Person, type PersonOptions } from './people.ts';
import { expectMovingPicture } from './video.ts';

export type Conversation = { readonly citizen: Person; readonly clerk: Person };

export type Meeting = {
  readonly citizen?: PersonOptions;
  readonly clerk?: PersonOptions;
  /** Where it is not the clerk's browser. */
  readonly citizenBrowser?: Browser;
  readonly booking?: Parameters<typeof bookDirectly>[1];
  /** Before either page is opened. */
  readonly prepare?: (people: Conversation) => Promise<unknown>;
};

/** Sofie Van Daele in conversation with Mieke Verstraete, both with picture. */
export async function converse(
  browser: Browser,
  counter: OwnCounter,
  meeting: Meeting = {},
): Promise<Conversation> {
  const { link } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele', ...meeting.booking });
  const phone = { viewport: { width: 390, height: 844 } };
  const citizen = await createPerson(meeting.citizenBrowser ?? browser, counter.origin, {
    ...phone,
    ...meeting.citizen,
  });
  const clerk = await seatClerk(browser, counter, { name: 'Mieke Verstraete' }, meeting.clerk);
  const people = { citizen, clerk };
  await meeting.prepare?.(people);
  await openLink(citizen, link);
  await showOneself(citizen.page);
  await clerk.page.goto('/seat');
  await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await clerk.page.getByText('U staat klaar').waitFor();
  await clerk.page.getByRole('button', { name: /^Toelaten/ }).click();
  await expectMovingPicture(citizen.page);
  await expectMovingPicture(clerk.page);
  return people;
}
