import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { receiveMail } from './support/mailbox.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const day = 86_400_000;

/** A confirmation that came back. */
async function failConfirmation(
  counter: OwnCounter,
  citizenName: string,
  overrides: Parameters<typeof bookDirectly>[1] = {},
) {
  const email = `${randomUUID()}@example.org`;
  const { id } = await bookDirectly(counter, {
    citizenName,
    email,
    startAt: new Date(Date.now() + 2 * day),
    ...overrides,
  });
  const at = new Date(Date.now() - 60_000);
  await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId: id,
        kind: 'confirmation',
        channel: 'email',
        state: 'failedForGood',
        failureCode: 'mailboxFull',
        sentTo: email,
        attempts: 1,
        plannedAt: at,
        nextAttemptAt: at,
        settledAt: at,
      },
    }),
  );
  return email;
}

describe('messages that do not arrive', () => {
  test.each([true, false])('are told of with the reason, and sent again (script: %s)', async (javaScript) => {
    const counter = await openCounter();
    const email = await failConfirmation(counter, 'Sofie Van Daele');
    const { page } = await seatClerk(browser(), counter, { roles: ['supervisor'] }, { javaScript });
    await page.goto('/insights');
    await page.getByRole('link', { name: 'Berichten', exact: true }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'Sofie Van Daele' });
    await line.getByText('De mailbox is vol.').waitFor();
    await line.getByText(`naar ${email}`).waitFor();
    await line.getByRole('button', { name: 'Opnieuw versturen voor Sofie Van Daele' }).click();
    await page.getByText('Het bericht vertrekt opnieuw.').waitFor();
    await page.getByText('Alles kwam aan.').waitFor();
    expect((await receiveMail(email, /Uw afspraak staat vast/)).text).toContain('Sofie Van Daele');
  });

  test('have no button where sending again makes no sense', async () => {
    const counter = await openCounter();
    await failConfirmation(counter, 'Gerda Goossens', { startAt: new Date(Date.now() - day) });
    const { page } = await seatClerk(browser(), counter, { roles: ['supervisor'] });
    await page.goto('/insights/messages');
    await page.getByText('De afspraak is voorbij.').waitFor();
    expect(await page.getByRole('button', { name: /Opnieuw versturen/ }).count()).toBe(0);
  });

  test.each(['clerk', 'administrator'] as const)('are not for a %s', async (role) => {
    const counter = await openCounter();
    await failConfirmation(counter, 'Stef Straks');
    const { page } = await seatClerk(browser(), counter, { roles: [role] });
    await page.goto('/insights/messages');
    await page.getByText('Deze pagina is voor leidinggevenden.').waitFor();
    expect(await page.getByText('Stef Straks').count()).toBe(0);
  });

  test.each([
    [true, 390],
    [false, 1440],
  ])('can be read by everybody, dark %s, %d wide', async (dark, width) => {
    const counter = await openCounter();
    await failConfirmation(counter, 'Sofie Van Daele');
    await failConfirmation(counter, 'Gerda Goossens', { startAt: new Date(Date.now() - day) });
    const { page } = await seatClerk(
      browser(),
      counter,
      { roles: ['supervisor'] },
      { dark, viewport: { width, height: 900 } },
    );
    await page.goto('/insights/messages');
    await page.getByText('Gerda Goossens').waitFor();
    await expectFitting(page);
    await expectAccessible(page);
  });
});
