import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Network } from '../scripts/testing/network/network.ts';
import { type OwnProduct, startOwnProduct } from '../scripts/testing/own-product.ts';
import { openLink } from './support/citizen.ts';
import { type Conversation, converse } from './support/conversation.ts';
import { bookDirectly, type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, launchBrowserWith, type Person, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture, expectSound } from './support/video.ts';

const browser = shareBrowser();
const patience = { timeout: 30_000 };

let product: OwnProduct;
const browsers: Browser[] = [];

beforeAll(async () => {
  product = await startOwnProduct(inject('stack'), { nodes: 2, videoOverTcp: true });
});
afterEach(async () => {
  for (const opened of browsers.splice(0)) await opened.close();
});
afterAll(async () => {
  await product.stop();
  await closeDatabase();
});

/** A counter at the product of this file's own, whose web servers and networks can be broken. */
async function openOwnCounter(): Promise<OwnCounter> {
  const counter = await openCounter();
  return { ...counter, origin: `http://${counter.organisation.host}:${product.port}` };
}

async function launchOver(network: Network): Promise<Browser> {
  const launched = await launchBrowserWith(network.browserArguments);
  browsers.push(launched);
  return launched;
}

/** A conversation in which the citizen's side goes over a network of its own. */
async function converseOver(network: Network): Promise<Conversation> {
  return converse(browser(), await openOwnCounter(), {
    citizenBrowser: await launchOver(network),
    prepare: ({ citizen }) => network.take(citizen.context),
  });
}

/** By which transport the page's picture and sound travel: `udp` or `tcp`. */
async function watchTransport(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    Object.assign(globalThis, { connections });
    const Native = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
  });
}

function readTransports(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { connections } = globalThis as unknown as { connections: RTCPeerConnection[] };
    const found: string[] = [];
    for (const connection of connections.filter((each) => each.connectionState === 'connected')) {
      const report = new Map<string, Record<string, string>>();
      (await connection.getStats()).forEach((figure: Record<string, string>) => {
        report.set(figure.id as string, figure);
      });
      for (const figure of report.values()) {
        const pair =
          figure.type === 'transport' ? report.get(figure.selectedCandidatePairId ?? '') : undefined;
        const candidate = report.get(pair?.remoteCandidateId ?? '');
        if (candidate?.protocol !== undefined) found.push(candidate.protocol);
      }
    }
    return found;
  });
}

describe('a citizen whose network', () => {
  test('is away for half a minute is back by itself, with the place in the conversation and without a second admission', async () => {
    const network = await product.openNetwork();
    const { citizen, clerk } = await converseOver(network);
    network.cut();
    const away = new Promise((resolve) => setTimeout(resolve, 30_000));
    // Nobody tells the page: it has to notice.
    await citizen.page.getByText('Wij proberen het vanzelf opnieuw').first().waitFor({ timeout: 90_000 });
    await away;
    network.mend();
    await expectMovingPicture(citizen.page);
    await expectMovingPicture(clerk.page);
    await citizen.page.getByText('Wij proberen het vanzelf opnieuw').first().waitFor({ state: 'detached' });
    expect(await clerk.page.getByRole('button', { name: /^Toelaten/ }).count()).toBe(0);
  });

  test('lets no UDP through has the conversation over TCP', async () => {
    const network = await product.openNetwork();
    network.blockUdp();
    const { citizen } = await converse(browser(), await openOwnCounter(), {
      citizenBrowser: await launchOver(network),
      prepare: async ({ citizen: { context, page } }) => {
        await network.take(context);
        await watchTransport(page);
      },
    });
    expect(await readTransports(citizen.page)).toEqual(['tcp']);
  });

  test('lets no UDP through hears from the test that it works by TCP; with UDP both work', async () => {
    const network = await product.openNetwork();
    const { origin } = await openOwnCounter();
    const { page, context } = await createPerson(await launchOver(network), origin);
    await network.take(context);
    const routes = page.locator('dl').filter({ hasText: 'Weg over UDP' });
    const hearAnswer = async () => {
      await page.getByRole('button', { name: 'Speel de bel af' }).click({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Ja, ik hoor de bel' }).click();
      return routes.textContent();
    };
    await page.goto('/test');
    await page.getByRole('button', { name: 'Start de test' }).click();
    expect(await hearAnswer()).toMatch(/UDPwerktWeg over TCPwerktWeg .*\(TURN\)niet aangeboden/);
    network.blockUdp();
    await page.getByRole('button', { name: 'Opnieuw testen' }).click();
    expect(await hearAnswer()).toMatch(/UDPwerkt nietWeg over TCPwerktWeg/);
  });

  test('carries 150 kbit/s keeps the sound, both ways', async () => {
    const network = await product.openNetwork();
    const { citizen, clerk } = await converseOver(network);
    network.setWidth(150_000);
    await citizen.page
      .getByText(/Wij sturen uw beeld kleiner|te zwak voor beeld/)
      .first()
      .waitFor({ timeout: 60_000 });
    await expectSound(citizen.page);
    await expectSound(clerk.page);
  });
});

describe('with citizens on one web server and the clerk on another', () => {
  const row = (clerk: Person, name: string, state: string) =>
    clerk.page.getByRole('button', { name: new RegExp(`${state}.*${name}|${name}.*${state}`, 's') });

  async function waitOver(network: Network, counter: OwnCounter, citizenName: string): Promise<Person> {
    const { link } = await bookDirectly(counter, { citizenName });
    const citizen = await createPerson(await launchOver(network), counter.origin);
    await network.take(citizen.context);
    await openLink(citizen, link);
    return citizen;
  }

  test('when it is killed, who is there moves to the other, and who left with it is no ghost', async () => {
    const [first, second] = product.nodes;
    if (first === undefined || second === undefined) throw new Error('Two web servers were asked for');
    let now = second;
    const networks = [await product.openNetwork(() => now), await product.openNetwork(() => now)] as const;
    const counter = await openOwnCounter();
    const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
    await clerk.page.goto('/seat');
    const stays = await waitOver(networks[0], counter, 'Sofie Van Daele');
    await waitOver(networks[1], counter, 'Karim Haddad');
    await row(clerk, 'Sofie Van Daele', 'volgende').waitFor(patience);
    await row(clerk, 'Karim Haddad', 'aanwezig').waitFor(patience);

    networks[1].cut();
    second.kill();
    now = first;
    await row(clerk, 'Karim Haddad', 'verbindt opnieuw').waitFor(patience);
    await row(clerk, 'Sofie Van Daele', 'volgende').waitFor(patience);
    expect(await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).count()).toBe(1);
    await stays.page.getByText('U bent de volgende').first().waitFor();
  });
});
