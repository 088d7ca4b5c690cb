import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounter } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

test('a picture that the clerk stops is gone from the room, with the reason, until it is given back', async () => {
  const { citizen, clerk } = await converse(browser(), await openCounter());
  const openConduct = async () => {
    await clerk.page.getByRole('button', { name: 'Meer', exact: true }).click();
    await clerk.page.getByRole('button', { name: 'Waarschuwen, beeld stoppen of melden' }).click();
  };
  await openConduct();
  await clerk.page.getByLabel('Wat er gebeurt').selectOption('indecent');
  await clerk.page.getByRole('button', { name: 'Melden aan de leidinggevende' }).click();
  await clerk.page.getByText('De melding is bewaard.').waitFor();
  await expectAccessible(clerk.page);
  await clerk.page.getByRole('button', { name: 'Sofie Van Daele waarschuwen' }).click();
  await citizen.page.getByRole('heading', { name: 'Waarschuwing van Mieke Verstraete' }).waitFor();
  await expectAccessible(citizen.page);
  await expectFitting(citizen.page);
  await citizen.page.getByRole('button', { name: 'Begrepen' }).click();
  await clerk.page.getByText('Sofie Van Daele heeft de waarschuwing gelezen.').waitFor();

  await clerk.page.getByRole('button', { name: 'Waarschuwen, beeld stoppen of melden' }).click();
  await clerk.page.getByLabel('Wat er gebeurt').selectOption('indecent');
  await clerk.page.getByRole('button', { name: 'Beeld van Sofie Van Daele stoppen' }).click();
  await citizen.page.getByText('De medewerker heeft uw beeld gestopt.').waitFor();
  await clerk.page.locator('video[data-remote-video]').waitFor({ state: 'detached' });
  expect(await citizen.page.getByRole('button', { name: /^Beeld/ }).count()).toBe(0);
  await expectMovingPicture(citizen.page);
  await expectFitting(citizen.page);
  await citizen.page.reload();
  await citizen.page.getByText('De medewerker heeft uw beeld gestopt.').waitFor();
  await expectMovingPicture(citizen.page);
  expect(await clerk.page.locator('video[data-remote-video]').count()).toBe(0);

  await clerk.page.getByRole('button', { name: 'Beeld teruggeven' }).click();
  await expectMovingPicture(clerk.page);
  await citizen.page.getByText('De medewerker heeft uw beeld gestopt.').waitFor({ state: 'detached' });
});
