import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { ask } from './support/http.ts';
import { receiveMail, receiveSms } from './support/mailbox.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const drawPhone = () => `+3247${randomInt(1_000_000, 9_999_999)}9`.slice(0, 12);

/** Somebody with a mobile phone who got a text message about their appointment. */
async function meetByPhone() {
  const counter = await openCounter();
  const { id: organisationId } = counter.organisation;
  const phone = drawPhone();
  const startAt = new Date(Date.now() + 2 * 3_600_000);
  const appointment = await bookDirectly(counter, {
    phone,
    email: null,
    startAt,
    citizenName: 'Sofie Van Daele',
  });
  const at = new Date();
  await withOrganisation(organisationId, ({ db }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId: appointment.id,
        kind: 'confirmation',
        channel: 'sms',
        plannedAt: at,
        nextAttemptAt: at,
      },
      select: { id: true },
    }),
  );
  await receiveSms(phone);
  const inbox = await createPerson(browser(), new URL(inject('stack').smsApi).origin);
  const openInbox = (of = phone) => inbox.page.goto(`/?to=${encodeURIComponent(of)}`);
  const reply = async (text: string, means = 'sms') => {
    await openInbox();
    await inbox.page.getByLabel('Antwoord als de eigenaar van deze telefoon').fill(text);
    await inbox.page.getByLabel('Langs').selectOption(means);
    await inbox.page.getByRole('button', { name: 'Verstuur' }).click();
    await inbox.page.getByText('Verstuurd, beantwoord met 200').last().waitFor();
  };
  return { counter, phone, appointment, inbox: inbox.page, openInbox, reply };
}

describe('who answers a text message', () => {
  test('is seen at the seat without being known, is warned once, and gets answer and link', async () => {
    const { counter, appointment, inbox, openInbox, reply } = await meetByPhone();
    const { page: seat, complaints } = await seatClerk(browser(), counter, { name: 'Mieke Claes' });
    await seat.goto('/seat');
    await seat.getByRole('heading', { name: 'Wachtkamer' }).first().waitFor();
    await reply('Ik kom later. Mijn nummer is 85.07.30-033.28');

    const row = seat.getByRole('list', { name: 'Berichten', exact: true }).getByRole('button');
    await row.waitFor();
    await row.getByText('Niet geïdentificeerd').waitFor();
    await row.click();
    const lines = seat.getByRole('list', { name: 'Berichten van dit gesprek' });
    await lines.getByText('Mijn nummer is ••.••.••-•••.••').waitFor();
    await lines.getByText('Een gevoelig nummer is onleesbaar gemaakt').waitFor();
    await seat.getByText('We weten niet zeker wie dit schrijft').waitFor();
    await seat.getByText('Hoort bij de afspraak van Sofie Van Daele').waitFor();
    await inbox.locator('#thread').getByText('stuur geen rijksregisternummer').waitFor();

    await seat.getByLabel('Uw antwoord').fill('Dat is goed.');
    await seat.getByText('12 tekens, 1 sms (GSM-7)').waitFor();
    await expectAccessible(seat);
    await seat.getByRole('button', { name: 'Verstuur' }).click();
    await lines.getByText('Dat is goed.').waitFor();
    await inbox.locator('#thread').getByText('Dat is goed.').waitFor();
    await lines.getByText('Bezorgd').nth(1).waitFor();

    await seat.getByRole('button', { name: 'Stuur beveiligde link' }).click();
    await inbox.locator(`a[href="${appointment.link}"]`).last().waitFor();
    await lines.getByText('[beveiligde link]').waitFor();
    expect(await seat.content()).not.toContain(appointment.linkToken);

    await reply('Dank u wel');
    await lines.getByText('Dank u wel').waitFor();
    await openInbox();
    expect(await inbox.locator('#thread').getByText('stuur geen rijksregisternummer').count()).toBe(1);
    await seat.setViewportSize({ width: 320, height: 800 });
    await expectFitting(seat);
    expect(complaints).toEqual([]);
  });

  test('over WhatsApp is in the hands of one clerk, until another takes over knowingly', async () => {
    const { counter, phone, inbox, openInbox, reply } = await meetByPhone();
    const { page: mieke } = await seatClerk(browser(), counter, { name: 'Mieke Claes' });
    const { page: jonas } = await seatClerk(browser(), counter, { name: 'Jonas Maes' });
    await reply('Mag mijn zoon mee?', 'whatsapp');
    for (const seat of [mieke, jonas]) {
      await seat.goto('/seat');
      await seat.getByRole('list', { name: 'Berichten', exact: true }).getByRole('button').click();
      await seat
        .getByRole('list', { name: 'Berichten van dit gesprek' })
        .getByText('Mag mijn zoon mee?')
        .waitFor();
    }
    await mieke.getByRole('button', { name: 'Ik antwoord' }).click();
    await jonas.getByText('Mieke Claes heeft dit gesprek').waitFor();
    expect(await jonas.getByLabel('Uw antwoord').count()).toBe(0);
    await jonas.getByRole('button', { name: 'Neem over' }).click();
    await jonas.getByLabel('Uw antwoord').fill('Ja, dat mag.');
    await jonas.getByRole('button', { name: 'Verstuur' }).click();
    await openInbox(`whatsapp:${phone}`);
    await inbox.locator('#thread').getByText('Ja, dat mag.').waitFor();
    await mieke.getByText('Jonas Maes heeft dit gesprek').waitFor();
    await jonas.getByRole('button', { name: 'Sluit gesprek' }).click();
    await expect.poll(() => mieke.getByRole('list', { name: 'Berichten', exact: true }).count()).toBe(0);
  });
});

describe('who writes a mail', () => {
  test('is answered in a mail of the municipality that stands below their own; a machine is not', async () => {
    const counter = await openCounter();
    const { page: seat } = await seatClerk(browser(), counter);
    await seat.goto('/seat');
    const address = `an+${randomUUID().slice(0, 8)}@example.org`;
    const hand = (lines: readonly string[], secret = inject('stack').environment.MAIL_HOOK_SECRET ?? '') =>
      ask(counter.origin, '/api/mail/incoming', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
        body: [`From: <${address}>`, `Message-ID: <${randomUUID()}@example.org>`, ...lines].join('\r\n'),
      });
    expect((await hand(['', 'Hallo'], 'another secret that nobody knows, really')).status).toBe(403);
    expect(
      (await hand(['Auto-Submitted: auto-replied', 'Subject: Afwezig', '', 'Ik ben er niet.'])).status,
    ).toBe(204);
    expect((await hand(['Subject: Vraag', '', 'Mag mijn zoon mee?', '', '> Oude mail'])).status).toBe(204);

    await seat.getByRole('list', { name: 'Berichten', exact: true }).getByRole('button').click();
    const lines = seat.getByRole('list', { name: 'Berichten van dit gesprek' });
    await lines.getByText('Mag mijn zoon mee?').waitFor();
    expect(await lines.getByText(/Ik ben er niet|Oude mail/).count()).toBe(0);
    await seat.getByLabel('Uw antwoord').fill('Ja, dat mag.');
    await seat.getByRole('button', { name: 'Verstuur' }).click();
    expect((await receiveMail(address, /^Uw bericht is aangekomen/)).text).toMatch(
      /geen rijksregisternummer/,
    );
    const mail = await receiveMail(address, /^Antwoord van/);
    expect(mail.text).toContain('Ja, dat mag.');
  });
});
