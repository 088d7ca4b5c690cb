import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { chooseByArrows, pressByKey } from './support/keyboard.ts';
import { type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase, linkSecret } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const minute = 60_000;

/** A clerk, and somebody with an appointment at this clerk's seat: now, so that the seat shows it whatever the hour. */
async function openDossier(
  overrides: Parameters<typeof createAppointment>[2] = {},
  options: PersonOptions = {},
) {
  const counter = await openCounter();
  const { page, complaints } = await seatClerk(browser(), counter, {}, options);
  await openEveryChannel(counter);
  const seat = await withOrganisation(counter.organisation.id, ({ db }) =>
    db.seat.findFirstOrThrow({ where: { teamId: counter.teamId }, select: { id: true } }),
  );
  const name = `Burger ${randomUUID().slice(0, 8)}`;
  const place = {
    organisationId: counter.organisation.id,
    teamId: counter.teamId,
    seatId: seat.id as SeatId,
    serviceIds: [counter.serviceId],
  };
  const startAt = new Date(Math.floor(Date.now() / minute) * minute);
  const { id } = await createAppointment(place, linkSecret, { citizenName: name, startAt, ...overrides });
  await page.goto('/seat');
  if (options.viewport) await page.getByRole('button', { name: 'Wachtkamer' }).click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: 'Tijd of kanaal wijzigen' }).waitFor();
  return { counter, page, complaints, id, name };
}

/** Calls, at every hour. */
async function openEveryChannel({ organisation, teamId }: OwnCounter): Promise<void> {
  await withOrganisation(organisation.id, async ({ db, organisationId }) => {
    await db.openingHours.createMany({
      data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        organisationId,
        teamId,
        channel: 'phone' as const,
        weekday,
        opensAtMinute: 0,
        closesAtMinute: 1440,
      })),
    });
    await db.seat.updateMany({ where: { teamId }, data: { channels: ['video', 'phone'] } });
  });
}

function readAppointment({ organisation }: OwnCounter, id: AppointmentId) {
  return withOrganisation(organisation.id, ({ db }) =>
    db.appointment.findFirstOrThrow({
      where: { id },
      select: { startAt: true, state: true, channel: true, phone: true, cancelledBy: true },
    }),
  );
}

const dialog = (page: Page) => page.getByRole('dialog');

describe('a clerk who changes an appointment', () => {
  test('moves it by keyboard, and the citizen is told', async () => {
    const { page, counter, id, name, complaints } = await openDossier();
    await pressByKey(page, page.getByRole('button', { name: 'Tijd of kanaal wijzigen' }));
    const times = dialog(page).getByRole('group', { name: 'Tijd' }).getByRole('radio');
    const days = dialog(page).getByRole('group', { name: 'Dag' }).getByRole('radio');
    await days.first().waitFor();
    await chooseByArrows(page, days.first(), days.nth(1));
    await chooseByArrows(page, times.first(), times.nth(2));
    const chosen = Number(await times.nth(2).inputValue());
    await pressByKey(page, dialog(page).getByRole('button', { name: 'Wijzigen en bericht sturen' }));
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await readAppointment(counter, id)).toMatchObject({ startAt: new Date(chosen), state: 'booked' });
    const messages = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.message.findMany({ where: { appointmentId: id }, select: { kind: true } }),
    );
    expect(messages.map(({ kind }) => kind)).toContain('moved');
    // Another day is another list.
    await page.getByRole('button', { name: new RegExp(name) }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('makes a telephone call of it, with the number that was missing', async () => {
    const { page, counter, id } = await openDossier();
    await page.getByRole('button', { name: 'Tijd of kanaal wijzigen' }).click();
    await dialog(page).getByRole('radio', { name: 'Telefoon' }).check();
    await dialog(page).getByRole('group', { name: 'Tijd' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Wijzigen en bericht sturen' }).click();
    await dialog(page).getByText('Vul het nummer in waarop wij bellen.').waitFor();
    await dialog(page).getByLabel('Nummer om te bellen').fill('0470 12 34');
    await dialog(page).getByRole('button', { name: 'Wijzigen en bericht sturen' }).click();
    await dialog(page).getByText('Kijk het nummer na.').waitFor();
    await dialog(page).getByLabel('Nummer om te bellen').fill('0470 12 34 56');
    await dialog(page).getByRole('button', { name: 'Wijzigen en bericht sturen' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await readAppointment(counter, id)).toMatchObject({ channel: 'phone', phone: '+32470123456' });
  });

  test('cancels it after a question', async () => {
    const { page, counter, id } = await openDossier();
    const cancel = async () => {
      await page.getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Afspraak annuleren' }).click();
    };
    await cancel();
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: 'Laten staan' }).click();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'booked' });
    await cancel();
    await question.getByRole('button', { name: 'Afspraak annuleren' }).click();
    await page.getByText(/^Geannuleerd op/).waitFor();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'cancelled', cancelledBy: 'staff' });
  });

  test('says that nobody came, and takes it back', async () => {
    const { page, counter, id } = await openDossier();
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Niet gekomen' }).click();
    await page.getByRole('button', { name: 'Toch gekomen' }).click();
    await page.getByRole('button', { name: 'Tijd of kanaal wijzigen' }).waitFor();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'booked' });
  });

  test('closes a telephone call, takes it back, and says that nobody answered', async () => {
    const began = {
      channel: 'phone',
      phone: '+32470123456',
      startAt: new Date(Date.now() - 60_000),
    } as const;
    const { page, counter, id } = await openDossier(began);
    await pressByKey(page, page.getByRole('button', { name: 'Is doorgegaan' }));
    await page.getByText('De afspraak is doorgegaan.').waitFor();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'completed' });
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('button', { name: 'Niet bereikt' }).click();
    await page.getByText('Niet bereikt.').waitFor();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'missed' });
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('button', { name: 'Is doorgegaan' }).waitFor();
  });

  test('closes a visit of days ago that stayed open, and takes it back', async () => {
    const { page, counter } = await openDossier();
    const startAt = new Date(Date.now() - 3 * 86_400_000);
    const { id } = await bookDirectly(counter, { channel: 'counter', citizenName: 'Vera Vergeten', startAt });
    await page.reload();
    const list = page.getByRole('list', { name: 'Nog af te ronden' });
    await list.getByRole('button', { name: /Vera Vergeten/ }).click();
    await page.getByText(/^Deze afspraak was .* Is ze doorgegaan\?$/).waitFor();
    await page.getByRole('button', { name: 'Is doorgegaan' }).click();
    await page.getByText('De afspraak is doorgegaan.').waitFor();
    await list.waitFor({ state: 'detached' });
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'completed' });
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await list.getByRole('button', { name: /Vera Vergeten/ }).waitFor();
    expect(await readAppointment(counter, id)).toMatchObject({ state: 'booked' });
  });

  test('cannot touch the appointment of another team', async () => {
    const { id } = await openDossier();
    const stranger = await openDossier();
    const statuses = await stranger.page.evaluate(async (appointmentId) => {
      const send = async (path: string, method: string, body: object) =>
        (
          await fetch(`/api/seat/appointments/${appointmentId}/${path}`, {
            method,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
        ).status;
      return Promise.all([
        send('cancel', 'POST', {}),
        send('missed', 'PUT', { missed: true }),
        send('took-place', 'PUT', { tookPlace: true }),
        send('times', 'POST', { channel: 'video' }),
        send('move', 'POST', { startAt: 1_795_600_000_000, channel: 'video', phone: null }),
      ]);
    }, id);
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  test('sees whom to call, for whom it is and what is needed', async () => {
    const { page, counter, id, name } = await openDossier({
      channel: 'phone',
      phone: '+32470123456',
      needs: ['interpreter', 'companion'],
      interpreterLanguage: 'ti',
    });
    await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
      db.principal.create({
        data: {
          organisationId,
          appointmentId: id,
          kind: 'company',
          name: 'Bakkerij Claes',
          registrationNumber: '0403170701',
        },
      }),
    );
    await page.reload();
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.getByText(/^Bel om/).waitFor();
    await page.getByRole('link', { name: '0470 12 34 56' }).first().waitFor();
    await page.getByText('tolk Tigrinya en er komt iemand mee').waitFor();
    await page.getByText(/Bakkerij Claes \(onderneming\)/).waitFor();
  });

  test.each([
    { ground: 'light', dark: false },
    { ground: 'dark', dark: true },
  ])('finds accessible dialogs in $ground', async ({ dark }) => {
    // A dialog that is still coming in has the contrast of its way.
    const { page } = await openDossier({}, { dark, reducedMotion: true });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tijd of kanaal wijzigen' }).click();
    await dialog(page).getByRole('group', { name: 'Tijd' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Afspraak annuleren' }).click();
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible(page);
  });
});
