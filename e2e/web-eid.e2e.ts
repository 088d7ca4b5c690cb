import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type CardWorld, signChallenge, startCardWorld } from '../scripts/testing/card-world.ts';
import { type OwnProduct, startOwnProduct } from '../scripts/testing/own-product.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounterFor } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();
const title = 'Laat zien dat u het bent';
const slug = 'leiebeke';

let world: CardWorld;
let product: OwnProduct;

beforeAll(async () => {
  world = await startCardWorld();
  const { environment, livekit } = inject('stack');
  const card = { profile: 'web-eid', issuers: [world.authority] };
  const settings = { ...environment, CITIZEN_IDENTITY: JSON.stringify({ [slug]: [card] }) };
  product = await startOwnProduct({ environment: settings, livekit });
});
afterAll(async () => {
  await product?.stop();
  world?.close();
  await closeDatabase();
});

type Manner = 'absent' | 'cancels' | 'hasNoProgram' | 'signs';

/** Stands in for the extension Web eID with a card in the reader: it speaks as that one does to the page. */
async function plugIn(page: Page): Promise<(manner: Manner) => void> {
  let manner: Manner = 'absent';
  await page.exposeFunction('playWebEid', (challenge: string, origin: string) => {
    if (manner === 'absent') return null;
    if (manner === 'signs')
      return { kind: 'success', ...signChallenge(world.cards.sofie, { origin, challenge }) };
    const code = manner === 'cancels' ? 'ERR_WEBEID_USER_CANCELLED' : 'ERR_WEBEID_NATIVE_UNAVAILABLE';
    return { kind: 'failure', error: { code } };
  });
  // On each new document, as an extension is.
  const listen = () => {
    const play = (window as unknown as Record<string, (...given: string[]) => Promise<unknown>>).playWebEid;
    window.addEventListener('message', async ({ data }) => {
      if (data?.action !== 'web-eid:authenticate') return;
      const answer = (await play?.(data.challengeNonce, location.origin)) as { kind: string } | null;
      if (answer == null) return;
      window.postMessage({ action: 'web-eid:authenticate-ack' }, location.origin);
      const { kind, ...given } = answer;
      window.postMessage({ action: `web-eid:authenticate-${kind}`, ...given }, location.origin);
    });
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return (next) => {
    manner = next;
  };
}

test('a card in a reader tells who somebody is, while the call goes on; what is missing is said', async () => {
  const counter = await openCounterFor(slug, 'attest-gezinssamenstelling');
  const origin = `http://${counter.organisation.host}:${product.port}`;
  const { citizen, clerk } = await converse(browser(), { ...counter, origin });
  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: title }).click();
  const requests = clerk.page.locator('section', {
    has: clerk.page.getByRole('heading', { name: 'Verzoeken' }),
  });
  const card = citizen.page.getByRole('alert', { name: title });
  const [beside] = await Promise.all([
    citizen.page.context().waitForEvent('page'),
    card.getByRole('button', { name: 'Verder naar eID met kaartlezer' }).click(),
  ]);
  const read = beside.getByRole('button', { name: 'Lees mijn kaart' });
  await read.waitFor();
  await expectAccessible(beside);
  await expectFitting(beside);

  const become = await plugIn(beside);
  await read.click();
  await beside.getByText('Deze browser heeft de uitbreiding Web eID niet').waitFor();
  await expectAccessible(beside);
  become('hasNoProgram');
  await read.click();
  await beside.getByText('Het programma Web eID antwoordt niet').waitFor();
  become('cancels');
  await read.click();
  await beside.getByText('U hebt het venster van Web eID gesloten.').waitFor();

  world.respond({ status: 'revoked' });
  become('signs');
  await read.click();
  await beside.getByText('Het antwoord van de aanbieder klopte niet.').waitFor();
  await requests.getByText('Het antwoord van de aanbieder klopte niet.').waitFor();

  world.respond({});
  await beside.getByRole('button', { name: 'Verder naar eID met kaartlezer' }).click();
  await read.waitFor();
  await read.click();
  await beside.getByText('Dit is klaar.').waitFor();
  await requests.getByText('Geïdentificeerd, niveau hoog').waitFor();
  // Nobody left the call for it. This product has a video server of its own.
  const ownVideo = `socket to ${new URL(product.livekit.publicUrl).host}`;
  for (const { page } of [citizen, clerk]) await expectMovingPicture(page);
  for (const { complaints } of [citizen, clerk])
    expect(complaints.filter((each) => each !== ownVideo)).toEqual([]);
});
