import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import { createConversation } from '../prisma/factories/conversation-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openLink } from './support/citizen.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { untilLive } from './support/live-page.ts';
import { linkIn, receiveSms } from './support/mailbox.ts';
import { createPerson, type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const minute = 60_000;
const onPhone = { viewport: { width: 390, height: 844 } };
const question = 'Mogen wij u een sms sturen als u bijna aan de beurt bent?';
afterAll(closeDatabase);

/** A clerk in a conversation that takes an hour from now, and somebody in the waiting room without a telephone number. */
async function waitLong(options: PersonOptions = {}) {
  const counter = await openCounter();
  const clerk = await seatClerk(browser(), counter);
  const { id: organisationId } = counter.organisation;
  const now = Math.floor(Date.now() / minute) * minute;
  const hour = new Date(now + 60 * minute);
  const talk = await bookDirectly(counter, { startAt: new Date(now), endAt: hour, occupiedUntilAt: hour });
  const { staffMemberId } = await withOrganisation(organisationId, ({ db }) =>
    db.staffSession.findFirstOrThrow({ where: { seatId: clerk.seatId } }),
  );
  const { id } = await createConversation(organisationId, counter.teamId, talk.id, {
    state: 'admitted',
    clerkId: staffMemberId,
    seatId: clerk.seatId,
    admittedAt: new Date(now),
  });
  const end = () =>
    withOrganisation(organisationId, async (scope) => {
      const ended = { state: 'ended' as const, endedAt: new Date() };
      await scope.db.conversation.updateMany({ where: { id }, data: ended });
      await recordEvent(scope, {
        streams: [`team:${counter.teamId}`, `appointment:${talk.id}`],
        type: 'conversation.ended',
        actor: systemActor,
        payload: { conversationId: id },
        at: Date.now(),
      });
    });
  const { link } = await bookDirectly(counter, { startAt: new Date(now + 5 * minute), phone: null });
  const citizen = await createPerson(browser(), counter.origin, { ...onPhone, ...options });
  await openLink(citizen, link);
  await citizen.page.getByRole('heading', { name: question }).waitFor();
  return { counter, seat: clerk.page, citizen, end };
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });
const answer = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** A number that no other test sends to, and that the provider's peer has no special answer for. */
function newNumber(): { typed: string; number: string; ending: string } {
  const digits = `${String(Number.parseInt(randomUUID().slice(0, 4), 16) % 10_000).padStart(4, '0')}77`;
  return { typed: `0472 ${digits}`, number: `+32472${digits}`, ending: digits.slice(-2) };
}

describe('whoever waits long', () => {
  test('leaves the page, is shown so at the seat, and is called back by one text', async () => {
    const { seat, citizen, end } = await waitLong();
    const { page } = citizen;
    await untilLive(page);
    await expectAccessible(page);
    await expectFitting(page);
    const { typed, number, ending } = newNumber();
    await page.getByLabel('Uw mobiel nummer').fill('09 323 45 67');
    await answer(page, 'Ja, stuur mij een sms');
    await page.getByText('Op dit nummer komt geen sms aan. Vul een mobiel nummer in.').waitFor();
    await page.getByLabel('Uw mobiel nummer').fill(typed);
    await answer(page, 'Ja, stuur mij een sms');
    await heading(page, `U krijgt een sms op het nummer dat eindigt op ${ending}`).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.goto('about:blank');

    await seat.goto('/seat');
    await seat.getByText('wacht op sms').first().waitFor({ state: 'attached' });
    await end();
    const text = await receiveSms(number);
    expect(text.body).toContain('u bent bijna aan de beurt');
    await seat.getByText('sms gestuurd').first().waitFor({ state: 'attached' });
    await page.goto(linkIn(text.body));
    await answer(page, 'Open mijn afspraak');
    await heading(page, 'U bent bijna aan de beurt').waitFor();
    expect(citizen.complaints).toEqual([]);
  });

  test('asks for a text and takes it back without script', async () => {
    const { page } = (await waitLong({ javaScript: false })).citizen;
    const { typed, ending } = newNumber();
    await page.getByLabel('Uw mobiel nummer').fill(typed);
    await answer(page, 'Ja, stuur mij een sms');
    await heading(page, `U krijgt een sms op het nummer dat eindigt op ${ending}`).waitFor();
    await answer(page, 'Toch geen sms');
    await heading(page, question).waitFor();
  });
});
