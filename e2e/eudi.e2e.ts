import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { answerLink, hold, refuseLink } from '../sandbox/wallet/wallet.ts';
import { type OwnProduct, startOwnProduct } from '../scripts/testing/own-product.ts';
import { person, startWalletWorld, type WalletWorld } from '../scripts/testing/wallet-world.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounterFor } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();
const title = 'Laat zien dat u het bent';
const slug = 'leiebeke';

let world: WalletWorld;
let product: OwnProduct;

beforeAll(async () => {
  world = await startWalletWorld();
  const { environment, livekit } = inject('stack');
  const eudi = { profile: 'eudi', ...world.settings };
  const settings = { ...environment, CITIZEN_IDENTITY: JSON.stringify({ [slug]: [eudi] }) };
  product = await startOwnProduct({ environment: settings, livekit });
});
afterAll(async () => {
  await product?.stop();
  await world?.close();
  await closeDatabase();
});

/** What a phone's camera reads in the code that the page shows. */
async function readCode(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: 'QR-code voor EUDI-wallet' }).screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

async function goBeside(page: Page): Promise<Page> {
  const card = page.getByRole('alert', { name: title });
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    card.getByRole('button', { name: 'Verder naar EUDI-wallet' }).click(),
  ]);
  return beside;
}

/** Lets the page hear that the number was right only once it is on its way back already. @returns how often it went back */
async function tellLate(page: Page): Promise<() => number> {
  let timesBack = 0;
  const onTheWay = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      if (!new URL(request.url()).pathname.endsWith('/callback')) return;
      timesBack += 1;
      resolve();
    });
  });
  await page.route('**/scan?after=pairing', async (route) => {
    try {
      const response = await route.fetch();
      await onTheWay;
      await route.fulfill({ response });
    } catch {
      // The page stopped listening, as it should.
    }
  });
  return () => timesBack;
}

async function askInCall() {
  const counter = await openCounterFor(slug, 'attest-gezinssamenstelling');
  const origin = `http://${counter.organisation.host}:${product.port}`;
  const { citizen, clerk } = await converse(browser(), { ...counter, origin });
  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: title }).click();
  const requests = clerk.page.locator('section', {
    has: clerk.page.getByRole('heading', { name: 'Verzoeken' }),
  });
  /** Nobody left the call for it. This product has a video server of its own. */
  const expectUndisturbed = async () => {
    const ownVideo = `socket to ${new URL(product.livekit.publicUrl).host}`;
    for (const { page } of [citizen, clerk]) await expectMovingPicture(page);
    for (const { complaints } of [citizen, clerk])
      expect(complaints.filter((each) => each !== ownVideo)).toEqual([]);
  };
  return { citizen, requests, expectUndisturbed };
}

test('a wallet on a telephone tells who somebody is, whose number is typed, while the call goes on', async () => {
  const { citizen, requests, expectUndisturbed } = await askInCall();

  const refused = await goBeside(citizen.page);
  await refused.getByRole('heading', { name: 'Toon uw gegevens met EUDI-wallet' }).waitFor();
  await expectAccessible(refused);
  await expectFitting(refused);
  await refuseLink(await readCode(refused), world.accessAnchor);
  await refused.getByText('Bij de aanbieder is ‘nee’ gezegd').waitFor();
  await requests.getByText('Bij de aanbieder is ‘nee’ gezegd').waitFor();
  await refused.close();

  const beside = await goBeside(citizen.page);
  const link = await readCode(beside);
  const held = await hold(world.issuer, person('sofie'));
  const onwards = await answerLink(link, held, world.accessAnchor);
  const field = beside.getByLabel('Welk getal staat nu op uw telefoon?');
  await field.waitFor();
  await expectAccessible(beside);

  const pocket = await browser().newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-BE' });
  const telephone = await pocket.newPage();
  await telephone.goto(onwards ?? '');
  await telephone.getByRole('heading', { name: 'Typ dit getal op uw andere toestel' }).waitFor();
  await expectAccessible(telephone);
  await expectFitting(telephone);
  const number = (await telephone.getByText(/^\d{4}$/).textContent()) ?? '';
  const timesBack = await tellLate(beside);
  await field.fill(number === '0000' ? '1111' : '0000');
  await beside.getByRole('button', { name: 'Verder' }).click();
  await beside.getByText('Dat is niet het getal op uw telefoon.').waitFor();
  await field.fill(number);
  await beside.getByRole('button', { name: 'Verder' }).click();
  await beside.getByText('Dit is klaar.').waitFor();
  expect(timesBack()).toBe(1);
  await requests.getByText('Geïdentificeerd, niveau hoog').waitFor();
  await requests.getByText(/^via EUDI-wallet, hoog, /).waitFor();
  await expectUndisturbed();
  expect(beside.url()).not.toContain('state=');
});

test('a wallet on the same device leads back by itself, and another name than the appointment’s is said', async () => {
  const { citizen, requests, expectUndisturbed } = await askInCall();
  const beside = await goBeside(citizen.page);
  await beside.getByRole('button', { name: 'Open EUDI-wallet op dit toestel' }).click();
  // The practice wallet is a page; who is there is chosen.
  const chosen = beside.getByRole('button', { name: /Marc Vandenbroucke/ });
  await chosen.waitFor();
  await chosen.click();
  await beside.getByText('Dit is klaar.').waitFor();
  await requests.getByText('De naam is anders dan bij de afspraak.').waitFor();
  await expectUndisturbed();
});
