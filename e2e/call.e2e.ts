import type { Browser, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startOwnProduct } from '../scripts/testing/own-product.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openLink, showOneself } from './support/citizen.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, type Person, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture, expectSound } from './support/video.ts';

const browser = shareBrowser();
const patience = { timeout: 15_000 };
const phone = { width: 390, height: 844 };

afterAll(closeDatabase);

let counter: OwnCounter;
beforeEach(async () => {
  counter = await openCounter();
});

type Call = { readonly citizen: Person; readonly clerk: Person };

/** A citizen in the waiting room, camera and microphone open, and a clerk who chose them. */
async function meetAtTheDoor(): Promise<Call> {
  const { link } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const [citizen, clerk] = await Promise.all([wait(link), chooseCitizen()]);
  return { citizen, clerk };
}

async function wait(link: string): Promise<Person> {
  const citizen = await createPerson(browser(), counter.origin, { viewport: phone });
  await watchDevices(citizen.page);
  await openLink(citizen, link);
  await showOneself(citizen.page);
  return citizen;
}

async function chooseCitizen(): Promise<Person> {
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  await clerk.page.goto('/seat');
  await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await clerk.page.getByText('U staat klaar').waitFor();
  return clerk;
}

async function converse(): Promise<Call> {
  const call = await meetAtTheDoor();
  await call.clerk.page.getByRole('button', { name: /^Toelaten/ }).click();
  await expectBothSee(call);
  return call;
}

async function expectBothSee({ citizen, clerk }: Call): Promise<void> {
  await expectMovingPicture(citizen.page);
  await expectMovingPicture(clerk.page);
}

/** Writes down every camera and microphone that the page opens. */
async function watchDevices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    Object.assign(globalThis, { openedTracks: opened });
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      opened.push(...stream.getTracks());
      return stream;
    };
  });
}

/** Kinds of the devices that are open in the page at this moment, lights and all. */
function readOpenDevices(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (globalThis as unknown as { openedTracks: MediaStreamTrack[] }).openedTracks
      .filter((track) => track.readyState === 'live')
      .map((track) => track.kind)
      .sort(),
  );
}

async function expectFocus(element: Locator): Promise<void> {
  const isFocused = () => element.evaluate((found) => found === document.activeElement);
  await expect.poll(isFocused, patience).toBe(true);
}

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

describe('the conversation', () => {
  test('begins with one click, with picture and sound both ways, and says that nothing is recorded', async () => {
    const call = await converse();
    await expectSound(call.citizen.page);
    await expectSound(call.clerk.page);
    await call.citizen.page.getByText('Niets wordt opgenomen').waitFor();
    expect([...call.citizen.complaints, ...call.clerk.complaints]).toEqual([]);
  });

  test('comes back by itself after a reload, on either side', async () => {
    const call = await converse();
    await call.citizen.page.reload();
    await expectBothSee(call);
    await call.clerk.page.reload();
    await expectBothSee(call);
  });

  test('can be left and entered again; meanwhile camera and microphone are closed', async () => {
    const call = await converse();
    const { page } = call.citizen;
    await press(page, /^Stoppen/);
    await expect.poll(() => readOpenDevices(page), patience).toEqual([]);
    await call.clerk.page.getByText('Sofie Van Daele is er even niet').waitFor();
    await press(page, /^Terug naar het gesprek/);
    await expectBothSee(call);
    expect(await readOpenDevices(page)).toEqual(['audio', 'video']);
  });

  test('moves to a second window of the same person without a fight, and back', async () => {
    const call = await converse();
    const { context, page } = call.citizen;
    const second = await context.newPage();
    await second.goto(page.url());
    await expectMovingPicture(second);
    await page.getByText('Dit gesprek staat open in een ander venster').waitFor();
    await press(page, /^Hier verder praten/);
    await expectMovingPicture(page);
    await second.getByText('Dit gesprek staat open in een ander venster').waitFor();
    await expectMovingPicture(call.clerk.page);
  });

  test('ends for both when the clerk ends it, with camera and microphone closed', async () => {
    const { citizen, clerk } = await converse();
    await press(clerk.page, /^Afronden/);
    await clerk.page.getByRole('radio', { name: 'Geregeld', exact: true }).check();
    await press(clerk.page, /^Gesprek beëindigen/);
    await citizen.page.locator('video[data-remote-video]').waitFor({ state: 'detached' });
    await expect.poll(() => readOpenDevices(citizen.page), patience).toEqual([]);
    expect(citizen.complaints).toEqual([]);
  });

  test('is back on both sides within 15 seconds after the video server was killed, without a click', async () => {
    const product = await startOwnProduct(inject('stack'));
    try {
      counter = { ...counter, origin: `http://${counter.organisation.host}:${product.port}` };
      const call = await converse();
      const lost = 'Wij proberen het vanzelf opnieuw';
      const isLost = call.citizen.page.getByText(lost).first().waitFor();
      await product.interruptVideoServer(3_000);
      await isLost;
      const backBy = Date.now() + 15_000;
      for (const { page } of [call.citizen, call.clerk]) {
        const timeout = Math.max(backBy - Date.now(), 1);
        await page.getByText(lost).first().waitFor({ state: 'detached', timeout });
      }
      await expectBothSee(call);
    } finally {
      await product.stop();
    }
  });
});

describe('camera and microphone', () => {
  test('that one turns off are off for the other, in words, and the camera is really closed', async () => {
    const { citizen, clerk } = await converse();
    await press(citizen.page, /^Beeld/);
    await clerk.page.getByText('Camera uit').waitFor();
    expect(await readOpenDevices(citizen.page)).toEqual(['audio']);
    await press(citizen.page, /^Geluid/);
    await citizen.page
      .getByRole('status')
      .getByText('Uw microfoon staat uit. Uw camera staat uit.')
      .waitFor();

    await citizen.page.reload();
    await expectMovingPicture(citizen.page);
    await citizen.page.getByRole('button', { name: /^Geluid uit/ }).waitFor();
    await press(citizen.page, /^Beeld uit/);
    await expectMovingPicture(clerk.page);
    await press(citizen.page, /^Geluid uit/);
    await expectSound(clerk.page);
  });

  test('that were turned off while waiting stay off in the call', async () => {
    const { citizen, clerk } = await meetAtTheDoor();
    await press(citizen.page, /^Microfoon aan/);
    await press(citizen.page, /^Camera aan/);
    await press(clerk.page, /^Toelaten/);
    await expectMovingPicture(citizen.page);
    await clerk.page.getByText('Camera uit').waitFor();
    await citizen.page.getByRole('button', { name: /^Geluid uit/ }).waitFor();
    expect(await readOpenDevices(citizen.page)).toEqual(['audio']);
  });

  test('are chosen in a panel that the keyboard opens, walks and closes', async () => {
    const { citizen, clerk } = await converse();
    const more = citizen.page.getByRole('button', { name: 'Meer' });
    await more.focus();
    await citizen.page.keyboard.press('Enter');
    const heading = citizen.page.getByRole('heading', { name: 'Camera en geluid' });
    await expectFocus(heading);
    const cameras = citizen.page.getByRole('combobox', { name: 'Camera' });
    const chosen = await cameras.locator('option').last().getAttribute('value');
    await cameras.selectOption(chosen);
    await expect.poll(() => cameras.inputValue(), patience).toBe(chosen);
    await expectMovingPicture(clerk.page);
    await expectAccessible(citizen.page);
    await citizen.page.keyboard.press('Escape');
    await expectFocus(more);
    await expectAccessible(citizen.page);
  });

  test('at the seat follow Ctrl+D and Ctrl+E', async () => {
    const { citizen, clerk } = await converse();
    await clerk.page.keyboard.press('Control+e');
    await citizen.page.getByText('Camera uit').waitFor();
    await clerk.page.keyboard.press('Control+d');
    await clerk.page.getByRole('button', { name: /^Geluid uit/ }).waitFor();
    await clerk.page.keyboard.press('Control+e');
    await expectMovingPicture(citizen.page);
  });
});

describe('a camera that the browser refuses', () => {
  test('is explained, and sound alone is enough', async () => {
    const strict = await launchStrictBrowser();
    try {
      const { citizen, clerk } = await converseFrom(strict);
      await citizen.page.getByText('Uw browser laat de camera niet toe').waitFor();
      await citizen.page.getByText('Klik op het teken naast het adres').waitFor();
      await expectAccessible(citizen.page);
      await press(citizen.page, /^Verder met alleen geluid/);
      await clerk.page.getByText('Camera uit').waitFor();
      await expectSound(clerk.page);

      // Allowed after all, in the browser's own settings: nothing more has to be said here.
      await citizen.context.grantPermissions(['camera', 'microphone'], { origin: counter.origin });
      await expectMovingPicture(clerk.page);
    } finally {
      await strict.close();
    }
  });
});

/** A browser that asks for permission as it does for everybody, and that has a camera and a microphone. */
function launchStrictBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--allow-loopback-in-peer-connection',
  ];
  return chromium.launch({ executablePath: inject('stack').chromiumPath, args });
}

/** Somebody who may use the microphone only, and opens nothing before the call. */
async function converseFrom(strict: Browser): Promise<Call> {
  const { link } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const citizen = await createPerson(strict, counter.origin, { viewport: phone });
  await citizen.context.grantPermissions(['microphone'], { origin: counter.origin });
  await openLink(citizen, link);
  await citizen.page.locator('#own-picture').waitFor();
  const clerk = await chooseCitizen();
  await press(clerk.page, /^Toelaten/);
  await expectMovingPicture(citizen.page);
  await citizen.page.getByRole('heading', { name: 'Zet uw camera en microfoon aan' }).waitFor();
  await expectAccessible(citizen.page);
  await press(citizen.page, /^Camera en microfoon aanzetten/);
  return { citizen, clerk };
}
