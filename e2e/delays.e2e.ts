import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { createConversation } from '../prisma/factories/conversation-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { receiveMail } from './support/mailbox.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase, linkSecret } from './support/product-database.ts';

const browser = shareBrowser();
const minute = 60_000;
const style = { language: 'nl', timeZone: 'Europe/Brussels' } as const;
afterAll(closeDatabase);

/** A clerk in a conversation that takes an hour from now, and somebody whose appointment at that seat begins before its end. */
async function runLate() {
  const counter = await openCounter();
  const clerk = await seatClerk(browser(), counter);
  const { id: organisationId } = counter.organisation;
  const now = Math.floor(Date.now() / minute) * minute;
  const talk = await bookDirectly(counter, {
    startAt: new Date(now),
    endAt: new Date(now + 60 * minute),
    occupiedUntilAt: new Date(now + 60 * minute),
  });
  const session = await withOrganisation(organisationId, ({ db }) =>
    db.staffSession.findFirstOrThrow({ where: { seatId: clerk.seatId } }),
  );
  const { id } = await createConversation(organisationId, counter.teamId, talk.id, {
    state: 'admitted',
    clerkId: session.staffMemberId,
    seatId: clerk.seatId,
    admittedAt: new Date(now),
  });
  const email = `visitor+${randomUUID().slice(0, 8)}@example.org`;
  const startAt = now + 35 * minute;
  const place = {
    organisationId,
    teamId: counter.teamId,
    seatId: clerk.seatId,
    serviceIds: [counter.serviceId],
  };
  const booked = await createAppointment(place, linkSecret, { email, startAt: new Date(startAt) });
  const end = () =>
    withOrganisation(organisationId, async (scope) => {
      await scope.db.conversation.updateMany({
        where: { id },
        data: { state: 'ended', endedAt: new Date() },
      });
      await recordEvent(scope, {
        streams: [`team:${counter.teamId}`, `appointment:${talk.id}`],
        type: 'conversation.ended',
        actor: systemActor,
        payload: { conversationId: id },
        at: Date.now(),
      });
    });
  return {
    counter,
    seat: clerk.page,
    email,
    startAt,
    booked,
    link: `${counter.origin}/l/${booked.linkToken}`,
    end,
  };
}

describe('when a seat runs late', () => {
  test('who comes next sees it on the page, live, gets one mail with the choice to move, and the seat shows it', async () => {
    const { counter, seat, email, startAt, link, end } = await runLate();
    const { page, complaints } = await createPerson(browser(), counter.origin);
    await page.goto(link);
    await page.getByRole('button', { name: 'Open mijn afspraak' }).click();
    const late = page.getByRole('heading', { name: /^Het loopt wat uit: u bent aan de beurt rond/ });
    await late.waitFor();
    const told = formatTime(startAt + 25 * minute, style);
    expect(await late.textContent()).toContain(told);
    await expectAccessible(page);
    await expectFitting(page);
    expect(await page.getByRole('link', { name: 'Kies een ander moment' }).getAttribute('href')).toMatch(
      /\/move$/,
    );

    const mail = await receiveMail(email, /^Uw afspraak begint rond/);
    expect(mail.text).toContain(told);
    expect(mail.text).toContain('?answer=move');

    const around = seat.getByText(/^rond \d/);
    await seat.goto('/seat');
    await around.waitFor();

    await end();
    await late.waitFor({ state: 'detached' });
    await around.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
