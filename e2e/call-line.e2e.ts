import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { type OwnCounter, openCounter } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture, expectSound } from './support/video.ts';
import { measureLineAs, setMeasuredLine } from './support/weak-line.ts';

const browser = shareBrowser();
const patience = { timeout: 45_000 };

afterAll(closeDatabase);

let counter: OwnCounter;
beforeEach(async () => {
  counter = await openCounter();
});

const remotePicture = (page: Page) => page.locator('video[data-remote-video]');

describe('without picture', () => {
  test('neither side sends one that the other does not take, the sound stays, and a reload changes nothing', async () => {
    const { citizen, clerk } = await converse(browser(), counter);
    await citizen.page.getByRole('button', { name: 'Meer' }).click();
    await citizen.page.getByRole('checkbox', { name: 'Zonder beeld' }).check();
    await clerk.page.getByText('Camera uit').waitFor();
    await remotePicture(citizen.page).waitFor({ state: 'detached' });
    await citizen.page.getByText('U praat zonder beeld.').waitFor();
    await expectSound(citizen.page);
    await expectSound(clerk.page);
    await expectAccessible(citizen.page);
    await expectFitting(citizen.page);

    await citizen.page.reload();
    await citizen.page.getByText('U praat zonder beeld.').waitFor();
    await expectSound(clerk.page);
    await remotePicture(citizen.page).waitFor({ state: 'detached' });
    await citizen.page.getByRole('button', { name: 'Weer met beeld' }).click();
    await expectMovingPicture(citizen.page);
    await expectMovingPicture(clerk.page);
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });
});

describe('a line that does not carry a picture', () => {
  test('gets a smaller one, then none, said in words, and the picture comes back by itself', async () => {
    const { citizen, clerk } = await converse(browser(), counter, {
      prepare: ({ citizen: { page } }) => measureLineAs(page),
    });
    await setMeasuredLine(citizen.page, 30_000);
    await citizen.page.getByText('Wij sturen uw beeld kleiner.').waitFor(patience);
    await citizen.page.getByText('Uw verbinding is te zwak voor beeld.').waitFor(patience);
    await clerk.page.getByText('Camera uit').waitFor();
    await expectSound(clerk.page);
    await expectMovingPicture(citizen.page);

    await setMeasuredLine(citizen.page, null);
    await citizen.page
      .getByText('Uw verbinding is te zwak voor beeld.')
      .waitFor({ state: 'detached', ...patience });
    await expectMovingPicture(clerk.page);
  });
});

describe('what somebody chose for the call', () => {
  test('is kept: noise is suppressed unless one wants to be heard as it is, and faces lie as the clerk likes', async () => {
    const { citizen, clerk } = await converse(browser(), counter, { clerk: { reducedMotion: true } });
    await clerk.page.getByRole('button', { name: 'Meer' }).click();
    const noise = clerk.page.getByRole('checkbox', { name: 'Lawaai om u heen minder laten horen' });
    expect(await noise.isChecked()).toBe(true);
    await noise.uncheck();
    await clerk.page.getByRole('button', { name: 'Naast elkaar' }).click();
    await expectAccessible(clerk.page);
    await expectFitting(clerk.page);
    await clerk.page.getByRole('button', { name: 'Sluiten' }).click();
    const ratio = () =>
      clerk.page.evaluate(() => {
        const own = document.querySelector('section[aria-label="U"]')?.clientWidth ?? 0;
        const other =
          document.querySelector('video[data-remote-video]')?.closest('section')?.clientWidth ?? 1;
        return own / other;
      });
    await expect.poll(ratio).toBeCloseTo(1, 1);
    await expectSound(citizen.page);

    await clerk.page.reload();
    await expectMovingPicture(clerk.page);
    await expect.poll(ratio).toBeCloseTo(1, 1);
    await clerk.page.getByRole('button', { name: 'Meer' }).click();
    expect(await noise.isChecked()).toBe(false);
  });
});
