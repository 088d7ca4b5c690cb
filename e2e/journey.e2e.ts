import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createOpinions } from '../prisma/factories/survey-factories.ts';
import { showOneself } from './support/citizen.ts';
import { addSeatFor } from './support/counter.ts';
import { ask } from './support/http.ts';
import { linkIn, type ReceivedMail, receiveMail } from './support/mailbox.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { signOn } from './support/staff.ts';
import { expectMovingPicture, expectSound } from './support/video.ts';

const origin = inject('stack').origins.leiebeke as string;
const browser = shareBrowser();
const phone = { width: 390, height: 844 };

afterAll(closeDatabase);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** What a calendar program makes of the file in a mail. */
function readCalendar({ attachments }: ReceivedMail) {
  const file = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  const text = Buffer.from(file?.content ?? '', 'base64').toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('The calendar file holds no event.');
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(event) };
}

test('a citizen books, waits, talks and is asked for an opinion; a clerk helps; a supervisor sees what came of it', async () => {
  const name = `Noor ${randomUUID().slice(0, 8)}`;
  const email = `${randomUUID()}@example.org`;
  const remark = 'Ik verhuis met mijn zoon.';
  const improvement = `Alles liep vlot, ${randomUUID().slice(0, 8)}.`;
  const report = 'Nieuw adres genoteerd, wijkagent komt langs.';
  const { organisationId, teamId, serviceId, seatName } = await addSeatFor('leiebeke', 'verhuizing-aangeven');
  const readAppointment = () =>
    withOrganisation(organisationId, ({ db }) =>
      db.appointment.findFirstOrThrow({
        where: { citizenName: name },
        include: { visits: true, conversation: { include: { services: true } } },
      }),
    );

  // Booking, at a desk.
  const desk = await createPerson(browser(), origin);
  await desk.page.goto('/');
  await heading(desk.page, 'Waarmee kunnen wij u helpen?').waitFor();
  await desk.page.getByRole('searchbox', { name: 'Zoek een dienst' }).fill('verhuizen');
  await button(desk.page, 'Zoeken').click();
  await desk.page.getByRole('link', { name: 'Verhuizing aangeven' }).click();
  await desk.page.getByRole('radio').first().check();
  await button(desk.page, 'Dit moment kiezen').click();
  await heading(desk.page, 'Stap 2 van 3').waitFor();
  await desk.page.getByLabel('Naam').fill(name);
  await desk.page.getByLabel('E-mailadres').fill(email);
  await desk.page.getByLabel('Uw vraag of opmerking').fill(remark);
  await button(desk.page, 'Verder').click();
  await heading(desk.page, 'Klopt alles?').waitFor();
  await button(desk.page, 'Afspraak boeken').click();
  await desk.page.getByText('Uw afspraak is geboekt.').waitFor();
  await heading(desk.page, 'U bent de volgende').waitFor();
  const booked = await readAppointment();
  expect(new URL(desk.page.url()).pathname).toBe(`/a/${booked.reference}`);

  // The confirmation, as the citizen and the citizen's calendar read it.
  const mail = await receiveMail(email, /^Uw afspraak staat vast/);
  const link = linkIn(mail.text);
  expect(mail.html).toContain(link);
  for (const words of [...booked.phraseWords, booked.reference]) expect(mail.text).toContain(words);
  const { method, event } = readCalendar(mail);
  expect(method).toBe('PUBLISH');
  expect(event.startDate.toJSDate()).toEqual(booked.startAt);
  expect(event.endDate.toJSDate()).toEqual(booked.endAt);
  expect(event.summary).toBe('Afspraak met Stad Leiebeke');
  expect(event.description).toContain(link);

  // A scanner of mail looks at the link; then the citizen opens it, on a phone.
  for (let times = 0; times < 3; times += 1)
    expect((await ask(origin, new URL(link).pathname)).status).toBe(200);
  expect((await readAppointment()).visits).toEqual(booked.visits);
  await desk.page.close();

  const mieke = await signOn(browser(), 'leiebeke', 'Mieke Verstraete');
  const seat = mieke.page;
  await seat.goto('/seat/choose');
  await button(seat, `Aan ${seatName} gaan zitten`).click();
  await seat.getByRole('heading', { name: 'Wachtkamer', exact: true }).waitFor();
  const row = seat.getByRole('list', { name: 'Wachtkamer' }).getByRole('button', { name });
  await expect.poll(() => row.textContent()).toContain('verbindt opnieuw');

  const mobile = await createPerson(browser(), origin, { viewport: phone });
  const citizen = mobile.page;
  await citizen.goto(link);
  await heading(citizen, 'Bent u het op een ander toestel').waitFor();
  await button(citizen, 'Hier verdergaan').click();
  await heading(citizen, 'U bent de volgende').waitFor();
  await expect.poll(() => row.textContent()).toContain('net aangekomen');
  await showOneself(citizen);

  // The clerk reads the dossier, and admits with one click.
  await row.click();
  await seat.getByText(remark).waitFor();
  await seat.getByText('U staat klaar').waitFor();
  await button(seat, /^Toelaten/).click();
  await citizen.getByRole('heading', { level: 1, name: 'Gesprek met Mieke Verstraete' }).waitFor();
  await Promise.all([expectMovingPicture(citizen), expectMovingPicture(seat)]);
  await Promise.all([expectSound(citizen), expectSound(seat)]);

  await citizen.reload();
  await Promise.all([expectMovingPicture(citizen), expectMovingPicture(seat)]);
  await button(citizen, 'Geluid: zet uw microfoon uit').click();
  await button(citizen, 'Geluid uit: zet uw microfoon aan').waitFor();

  // The clerk ends, with what was noted while talking.
  await seat.getByLabel('Notitie').fill(report);
  await button(seat, 'Afronden').click();
  const ending = seat.getByRole('dialog', { name: 'Gesprek afronden' });
  expect(await ending.getByLabel('Verslag voor het bestuur').inputValue()).toBe(report);
  await ending.getByRole('radio', { name: 'Geregeld', exact: true }).check();
  await ending.getByRole('button', { name: 'Gesprek beëindigen' }).click();
  await ending.waitFor({ state: 'hidden' });
  await heading(citizen, 'Het gesprek is klaar').waitFor();
  await expect.poll(() => citizen.title()).toContain('Het gesprek is klaar');
  expect((await readAppointment()).conversation).toMatchObject({
    state: 'ended',
    report,
    services: [{ outcome: 'solved' }],
  });

  // The citizen's opinion; others had one before.
  await createOpinions(
    { organisationId, teamId, serviceId },
    [2, 4, 5, 5].map((satisfaction) => ({
      satisfaction,
      answeredOn: new Date(localDateAt(epochMilliseconds(Date.now()), 'Europe/Brussels')),
    })),
  );
  const question = (words: string) => citizen.getByRole('group', { name: words });
  await question('Bent u tevreden over dit gesprek?').getByRole('radio').nth(4).check();
  await question('Zou u het opnieuw zo doen?').getByRole('radio').nth(3).check();
  await citizen.getByLabel('Wat kan beter?').fill(improvement);
  await button(citizen, 'Versturen').click();
  await citizen.getByText('Bedankt voor uw mening.').waitFor();

  const griet = await signOn(browser(), 'leiebeke', 'Griet Vandewalle', '/insights');
  const insights = griet.page;
  await insights.getByRole('combobox', { name: 'Dienst' }).selectOption({ label: 'Verhuizing aangeven' });
  await insights.getByRole('combobox', { name: 'Periode' }).selectOption({ label: 'Laatste 90 dagen' });
  await button(insights, 'Tonen').click();
  await insights.waitForURL(/period=90.*service=verhuizing-aangeven/);
  const opinions = await withOrganisation(organisationId, ({ db }) =>
    db.surveyAnswer.findMany({ where: { serviceId }, select: { satisfaction: true } }),
  );
  const count = (satisfaction: number) =>
    opinions.filter((opinion) => opinion.satisfaction === satisfaction).length;
  const share = (some: number) => Math.round((some / opinions.length) * 100);
  const finding = `${share(count(4) + count(5))} % is tevreden of heel tevreden`;
  await insights.getByRole('heading', { name: finding }).waitFor();
  await insights
    .getByRole('img', { name: finding })
    .getByText(`${share(count(2))} %`)
    .first()
    .waitFor();
  await insights.getByText('Toon als tabel').click();
  await insights
    .getByRole('row', { name: `heel tevreden ${count(5)} ${share(count(5))} %`, exact: true })
    .waitFor();
  await insights.getByText(improvement).waitFor();

  for (const { complaints } of [desk, mobile, mieke, griet]) expect(complaints).toEqual([]);
});
