import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { createWaitingCitizen } from '../prisma/factories/seat-factories.ts';
import { openLink, showOneself } from './support/citizen.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, type Person, shareBrowser } from './support/people.ts';
import { holdUpright, readVisiblePicture } from './support/portrait-camera.ts';
import { closeDatabase, linkSecret } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };

afterAll(closeDatabase);

let counter: OwnCounter;
beforeEach(async () => {
  counter = await openCounter();
});

/** A citizen on an upright phone in conversation with a clerk at a desk. */
async function converse(): Promise<{ readonly citizen: Person; readonly clerk: Person }> {
  const { link } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const citizen = await createPerson(browser(), counter.origin, { viewport: phone });
  await holdUpright(citizen.page);
  await openLink(citizen, link);
  await showOneself(citizen.page);
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  await clerk.page.goto('/seat');
  await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await clerk.page.getByText('U staat klaar').waitFor();
  await clerk.page.getByRole('button', { name: /^Toelaten/ }).click();
  await expectMovingPicture(citizen.page);
  await expectMovingPicture(clerk.page);
  return { citizen, clerk };
}

describe('in the conversation', () => {
  test('somebody with a phone held upright is seen from head to shoulders, and so is the clerk on that phone', async () => {
    const { citizen, clerk } = await converse();
    await expect
      .poll(() => readVisiblePicture(clerk.page))
      .toMatchObject({ isUpright: true, across: expect.closeTo(1), down: expect.closeTo(1) });
    const clerkSeen = async () => {
      const seen = await readVisiblePicture(citizen.page);
      return (
        seen && { ...seen, isWhole: seen.across > 0.55 && seen.down > 0.99, isLarge: seen.ofTile > 0.95 }
      );
    };
    await expect.poll(clerkSeen).toMatchObject({ isUpright: false, isWhole: true, isLarge: true });
  });

  test('a microphone that is off is shown to the other side and read out, both ways', async () => {
    const { citizen, clerk } = await converse();
    const plate = (page: Person['page']) => page.getByText('geluid uit', { exact: true });
    const spoken = (page: Person['page'], name: string) =>
      page.getByRole('status').filter({ hasText: `Het geluid van ${name} staat uit.` });

    await citizen.page.getByRole('button', { name: /^Geluid/ }).click();
    await plate(clerk.page).waitFor();
    await spoken(clerk.page, 'Sofie Van Daele').waitFor({ state: 'attached' });
    await clerk.page.keyboard.press('Control+d');
    await plate(citizen.page).waitFor();
    await spoken(citizen.page, 'Mieke Verstraete').waitFor({ state: 'attached' });

    await citizen.page.getByRole('button', { name: /^Geluid uit/ }).click();
    await plate(clerk.page).waitFor({ state: 'detached' });
    await spoken(clerk.page, 'Sofie Van Daele').waitFor({ state: 'detached' });
  });

  test("one's own place shows one's own initials while the camera is off", async () => {
    const { citizen, clerk } = await converse();
    await clerk.page.keyboard.press('Control+e');
    await clerk.page.getByRole('region', { name: 'U', exact: true }).getByText('MV').waitFor();
    await citizen.page.getByRole('button', { name: /^Beeld/ }).click();
    await citizen.page.getByRole('region', { name: 'U', exact: true }).getByText('SV').waitFor();
  });
});

describe('the seat', () => {
  test('keeps room beside the call for who is inside and the dossier, and the note in sight under it', async () => {
    const { clerk } = await converse();
    const { page } = clerk;
    for (const width of [1280, 1440, 2560]) {
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 900 });
      const side = page.getByRole('region', { name: 'Dossier' });
      await side.getByRole('heading', { name: 'In het gesprek' }).waitFor();
      await side.getByRole('heading', { name: 'Herkenningswoorden' }).waitFor();
      // On a large screen all measures grow along.
      const scale = await page.evaluate(
        () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
      );
      const column = await side.boundingBox();
      expect(column?.width, `${width}`).toBeGreaterThanOrEqual(360);
      expect(column?.width, `${width}`).toBeLessThanOrEqual(448 * scale);
      const controls = page.getByRole('group', { name: 'Bediening van het gesprek' }).getByRole('button');
      for (const control of await controls.all()) {
        expect((await control.boundingBox())?.width, `${width}`).toBeLessThanOrEqual(104 * scale);
      }
      const note = await page.getByLabel('Notitie').boundingBox();
      expect((note?.y ?? 0) + 60, `${width}`).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    }
  });

  test('that is loaded anew during a conversation shows the dossier of that conversation, whoever waits', async () => {
    const { clerk } = await converse();
    await createWaitingCitizen(counter, { citizenName: 'Ahmed El Idrissi' });
    await clerk.page.reload();
    await clerk.page.getByRole('button', { name: /Ahmed El Idrissi/ }).waitFor();
    const side = clerk.page.getByRole('region', { name: 'Dossier' });
    await side.getByRole('heading', { name: 'In het gesprek' }).waitFor();
  });

  test('shows the whole words of the first and the last hour of the day', async () => {
    const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
    const place = { organisationId: counter.organisation.id, teamId: counter.teamId, seatId: clerk.seatId };
    await createAppointment({ ...place, serviceIds: [counter.serviceId] }, linkSecret);
    await clerk.page.goto('/seat');
    const hours = clerk.page.locator('[data-hour]');
    await hours.first().waitFor();
    for (const hour of [hours.first(), hours.last()]) {
      const isWhole = await hour.evaluate((words) => {
        const box = words.getBoundingClientRect();
        for (let frame = words.parentElement; frame !== null; frame = frame.parentElement) {
          if (getComputedStyle(frame).overflowY === 'hidden') {
            const clip = frame.getBoundingClientRect();
            return clip.top <= box.top && box.bottom <= clip.bottom;
          }
          if (getComputedStyle(frame).overflowY === 'auto') {
            return box.top - frame.getBoundingClientRect().top + frame.scrollTop >= 0;
          }
        }
        return true;
      });
      expect(isWhole, (await hour.textContent()) ?? '').toBe(true);
    }
  });
});
