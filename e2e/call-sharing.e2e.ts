import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { type Conversation, converse, type Meeting } from './support/conversation.ts';
import { type OwnCounter, openCounter } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import {
  endByBrowser,
  expectSharedScreen,
  giveScreen,
  isCaptured,
  takeScreenSharing,
} from './support/shared-screen.ts';
import { giveBackCamera } from './support/two-cameras.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();
const patience = { timeout: 15_000 };

afterAll(closeDatabase);

let counter: OwnCounter;
beforeEach(async () => {
  counter = await openCounter();
});

/** Both have a screen to share. */
const converseWithScreens = (meeting: Meeting = {}) =>
  converse(browser(), counter, {
    prepare: async ({ citizen, clerk }) => {
      await giveScreen(citizen.page);
      await giveScreen(clerk.page);
    },
    ...meeting,
  });

async function askForScreen({ clerk }: Conversation): Promise<void> {
  await clerk.page.getByRole('button', { name: 'Meer' }).click();
  await clerk.page.getByRole('button', { name: 'Vraag Sofie Van Daele een scherm te delen' }).click();
}

describe("the clerk's screen", () => {
  test('is seen large by the citizen, with the faces small beside it, until the clerk stops', async () => {
    const { citizen, clerk } = await converseWithScreens({ clerk: { dark: true, reducedMotion: true } });
    await clerk.page.getByRole('button', { name: 'Scherm delen' }).click();
    await expectSharedScreen(citizen.page);
    await citizen.page.getByRole('region', { name: 'Scherm van Mieke Verstraete' }).waitFor();
    await expectMovingPicture(citizen.page);
    await expectMovingPicture(clerk.page);
    await clerk.page.getByText('U deelt uw scherm.').waitFor();
    for (const { page } of [citizen, clerk]) {
      await expectAccessible(page);
      await expectFitting(page);
    }
    await clerk.page.getByRole('button', { name: 'Stoppen met delen' }).click();
    await citizen.page.locator('video[data-remote-shown]').waitFor({ state: 'detached' });
    expect(await isCaptured(clerk.page)).toBe(false);
    await expectMovingPicture(citizen.page);
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });

  test('is over when the browser ends it, and comes back after the citizen reloads while it is shared', async () => {
    const { citizen, clerk } = await converseWithScreens();
    await clerk.page.getByRole('button', { name: 'Scherm delen' }).click();
    await expectSharedScreen(citizen.page);
    await citizen.page.reload();
    await expectSharedScreen(citizen.page);
    await endByBrowser(clerk.page);
    await citizen.page.locator('video[data-remote-shown]').waitFor({ state: 'detached' });
    await clerk.page.getByRole('button', { name: 'Scherm delen' }).waitFor();
  });
});

describe("the citizen's screen", () => {
  test('is shared after the clerk asked and the citizen chose it, and over when its browser ends it', async () => {
    const call = await converseWithScreens();
    const { citizen, clerk } = call;
    await askForScreen(call);
    await clerk.page.getByText('Wij wachten tot Sofie Van Daele een scherm kiest.').waitFor();
    await citizen.page
      .getByRole('heading', { name: 'Mieke Verstraete vraagt om uw scherm te zien' })
      .waitFor();
    await expectAccessible(citizen.page);
    await expectFitting(citizen.page);
    await citizen.page.getByRole('button', { name: 'Scherm kiezen' }).click();
    await expectSharedScreen(clerk.page);
    await clerk.page.getByText('Sofie Van Daele deelt een scherm.').waitFor();
    await citizen.page.getByText('U deelt uw scherm.').waitFor();
    for (const { page } of [citizen, clerk]) {
      await expectAccessible(page);
      await expectFitting(page);
    }

    await endByBrowser(citizen.page);
    await clerk.page.locator('video[data-remote-shown]').waitFor({ state: 'detached' });
    await clerk.page.getByText('Sofie Van Daele deelt een scherm.').waitFor({ state: 'detached' });
    await expectMovingPicture(clerk.page);
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });

  test('is ended by the clerk, at once and for good', async () => {
    const call = await converseWithScreens();
    const { citizen, clerk } = call;
    await askForScreen(call);
    await citizen.page.getByRole('button', { name: 'Scherm kiezen' }).click();
    await expectSharedScreen(clerk.page);
    await clerk.page.getByRole('button', { name: 'Delen beëindigen' }).click();
    await clerk.page.locator('video[data-remote-shown]').waitFor({ state: 'detached' });
    await expect.poll(() => isCaptured(citizen.page), patience).toBe(false);
    await citizen.page.getByText('U deelt uw scherm.').waitFor({ state: 'detached' });
  });

  test('is declined, which the clerk reads', async () => {
    const call = await converseWithScreens();
    const { citizen, clerk } = call;
    await askForScreen(call);
    await citizen.page.getByRole('button', { name: 'Liever niet' }).click();
    await clerk.page.getByText('Sofie Van Daele deelt liever geen scherm.').waitFor();
    await citizen.page.getByRole('button', { name: 'Scherm kiezen' }).waitFor({ state: 'detached' });
    expect(await isCaptured(citizen.page)).toBe(false);
  });

  test('cannot be shared from a phone that has no way to, which both are told', async () => {
    const call = await converse(browser(), counter, {
      prepare: ({ citizen }) => takeScreenSharing(citizen.page),
    });
    const { citizen, clerk } = call;
    await askForScreen(call);
    await citizen.page.getByText('Dit toestel kan geen scherm delen.').waitFor();
    await clerk.page.getByText('Het toestel van Sofie Van Daele kan geen scherm delen.').waitFor();
    await citizen.page.getByRole('button', { name: 'Sluiten' }).click();
    await expectMovingPicture(clerk.page);
  });
});

describe('a paper', () => {
  test('is shown with the camera on the back, large and not mirrored, and one tap leads back to the face', async () => {
    const { citizen, clerk } = await converse(browser(), counter, {
      prepare: ({ citizen: { page } }) => giveBackCamera(page),
    });
    await citizen.page.getByRole('button', { name: /^Papier/ }).click();
    await expectSharedScreen(clerk.page);
    await clerk.page.getByRole('region', { name: 'Papier van Sofie Van Daele' }).waitFor();
    await citizen.page.locator('video[data-own-shown]').waitFor();
    await expectMovingPicture(citizen.page);
    await expectAccessible(citizen.page);
    await expectFitting(citizen.page);

    await citizen.page.getByRole('button', { name: /^Klaar/ }).click();
    await clerk.page.locator('video[data-remote-shown]').waitFor({ state: 'detached' });
    await expectMovingPicture(clerk.page);
    await citizen.page.getByRole('button', { name: /^Beeld: / }).waitFor();
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });

  test('is not offered with one camera', async () => {
    const { citizen } = await converse(browser(), counter);
    await citizen.page.getByRole('button', { name: 'Meer' }).waitFor();
    expect(await citizen.page.getByRole('button', { name: /^Papier/ }).count()).toBe(0);
  });
});
