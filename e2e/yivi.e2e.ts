import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { practiceScheme } from '../scripts/stack/yivi.ts';
import { type OwnProduct, startOwnProduct } from '../scripts/testing/own-product.ts';
import { startYiviWorld, type Wallet, type YiviWorld } from '../scripts/testing/yivi-world.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounterFor } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';
import { describeYivi } from './support/yivi.ts';

const browser = shareBrowser();
const title = 'Laat zien dat u het bent';
const slug = 'leiebeke';

let world: YiviWorld;
let product: OwnProduct;
let wallet: Wallet;

/** What a phone's camera reads in the code that the page shows. */
async function readCode(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: 'QR-code voor Yivi' }).screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

async function goBeside(page: Page): Promise<Page> {
  const card = page.getByRole('alert', { name: title });
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    card.getByRole('button', { name: 'Verder naar Yivi' }).click(),
  ]);
  return beside;
}

describeYivi('Yivi', () => {
  beforeAll(async () => {
    const { environment, livekit } = inject('stack');
    const keys = JSON.parse(environment.IDENTITY_KEYS ?? '{}')[slug];
    world = await startYiviWorld([
      { name: slug, key: keys.find(({ use }: { use: string }) => use === 'sig') },
    ]);
    const yivi = {
      profile: 'yivi',
      server: world.address,
      requestor: slug,
      serverKey: world.publicKey,
      scheme: practiceScheme,
    };
    const settings = { ...environment, CITIZEN_IDENTITY: JSON.stringify({ [slug]: [yivi] }) };
    product = await startOwnProduct({ environment: settings, livekit });
    wallet = await world.openWallet();
  }, 900_000);
  afterAll(async () => {
    await product?.stop();
    await world?.close();
    await closeDatabase();
  });

  test('tells who somebody is who scans, types the number of the app and agrees, while the call goes on', async () => {
    const counter = await openCounterFor(slug, 'attest-gezinssamenstelling');
    const origin = `http://${counter.organisation.host}:${product.port}`;
    const { citizen, clerk } = await converse(browser(), { ...counter, origin });
    await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
    await clerk.page.getByRole('menuitem', { name: title }).click();
    const requests = clerk.page.locator('section', {
      has: clerk.page.getByRole('heading', { name: 'Verzoeken' }),
    });

    const stopped = await goBeside(citizen.page);
    await stopped.getByRole('heading', { name: 'Toon uw gegevens met Yivi' }).waitFor();
    await expectAccessible(stopped);
    await expectFitting(stopped);
    await stopped.getByRole('link', { name: 'Stoppen' }).click();
    await stopped.getByText('Bij de aanbieder is ‘nee’ gezegd').waitFor();
    await requests.getByText('Bij de aanbieder is ‘nee’ gezegd').waitFor();
    await stopped.close();

    const beside = await goBeside(citizen.page);
    wallet.scan(await readCode(beside));
    const { code = '' } = await wallet.next('pairing');
    const field = beside.getByLabel('Welk getal toont Yivi?');
    await field.fill(code === '0000' ? '1111' : '0000');
    await beside.getByRole('button', { name: 'Verder' }).click();
    await beside.getByText('Dat is niet het getal van de app.').waitFor();
    await expectAccessible(beside);
    await field.fill(code);
    await beside.getByRole('button', { name: 'Verder' }).click();
    await wallet.next('success');
    await beside.getByText('Dit is klaar.').waitFor();
    await requests.getByText('Geïdentificeerd, niveau substantieel').waitFor();
    // Nobody left the call for it. This product has a video server of its own.
    const ownVideo = `socket to ${new URL(product.livekit.publicUrl).host}`;
    for (const { page } of [citizen, clerk]) await expectMovingPicture(page);
    expect(beside.url()).not.toContain('state=');
    for (const { complaints } of [citizen, clerk])
      expect(complaints.filter((each) => each !== ownVideo)).toEqual([]);
  });
});
