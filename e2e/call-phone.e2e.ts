import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { type OwnCounter, openCounter } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

let counter: OwnCounter;
beforeEach(async () => {
  counter = await openCounter();
});

describe('going on by telephone', () => {
  test('takes one click with the number at hand, closes the room, and the picture can come back', async () => {
    const { citizen, clerk } = await converse(browser(), counter, {
      booking: { phone: '+32470555012' },
      clerk: { reducedMotion: true },
      citizen: { reducedMotion: true },
    });
    await citizen.page.getByRole('button', { name: 'Meer' }).click();
    await citizen.page.getByText('het nummer dat eindigt op 012').waitFor();
    expect(await citizen.page.content()).not.toContain('470555');

    await clerk.page.getByRole('button', { name: 'Meer' }).click();
    const number = clerk.page
      .getByRole('region', { name: 'Camera en geluid' })
      .getByRole('link', { name: '0470 55 50 12' });
    expect(await number.getAttribute('href')).toBe('tel:+32470555012');
    await clerk.page.getByRole('button', { name: 'Wij praten nu per telefoon' }).click();

    await citizen.page
      .getByRole('heading', { name: 'U praat per telefoon met Mieke Verstraete', level: 2 })
      .waitFor();
    await citizen.page.getByText('het nummer dat eindigt op 012').waitFor();
    await citizen.page.locator('video').first().waitFor({ state: 'detached' });
    await clerk.page.getByText('U praat per telefoon met Sofie Van Daele').waitFor();
    await clerk.page.getByLabel('Notitie').waitFor();
    for (const { page } of [citizen, clerk]) {
      await expectAccessible(page);
      await expectFitting(page);
    }
    await citizen.page.reload();
    await citizen.page.getByText('het nummer dat eindigt op 012').waitFor();

    await clerk.page.getByRole('button', { name: 'Terug naar beeld' }).click();
    await expectMovingPicture(citizen.page);
    await expectMovingPicture(clerk.page);
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });

  test('ends like any other conversation', async () => {
    const { citizen, clerk } = await converse(browser(), counter, { booking: { phone: null } });
    await clerk.page.getByRole('button', { name: 'Meer' }).click();
    await clerk.page.getByText('Er is geen nummer van Sofie Van Daele.').waitFor();
    await clerk.page.getByRole('button', { name: 'Wij praten nu per telefoon' }).click();
    await citizen.page.getByText('Wij hebben geen nummer van u.').waitFor();
    await clerk.page.getByRole('button', { name: /^Afronden/ }).click();
    await clerk.page.getByRole('radio', { name: 'Geregeld', exact: true }).check();
    await clerk.page.getByRole('button', { name: /^Gesprek beëindigen/ }).click();
    await citizen.page.getByText('Wij hebben geen nummer van u.').waitFor({ state: 'detached' });
    expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
  });

  test('is offered by itself when the other side stays away', async () => {
    const { citizen, clerk } = await converse(browser(), counter, { booking: { phone: '+32470555012' } });
    await citizen.context.close();
    await clerk.page
      .getByText('De verbinding met Sofie Van Daele komt niet terug.')
      .waitFor({ timeout: 60_000 });
    await clerk.page.getByRole('button', { name: 'Nog even wachten' }).click();
    await clerk.page
      .getByText('De verbinding met Sofie Van Daele komt niet terug.')
      .waitFor({ state: 'detached' });
  });
});
