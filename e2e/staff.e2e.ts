import { afterAll, describe, expect, inject, test } from 'vitest';
import { createOpinions } from '../prisma/factories/survey-factories.ts';
import { openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { signOn } from './support/staff.ts';

const leiebeke = inject('stack').origins.leiebeke as string;
const browser = shareBrowser();

afterAll(closeDatabase);

describe('signing on', () => {
  test('leads back to the page that was asked for, through the municipality’s own provider', async () => {
    const griet = await signOn(browser(), 'leiebeke', 'Griet Vandewalle', '/insights');
    await griet.page.getByRole('heading', { level: 1, name: 'Cijfers' }).waitFor();
    expect(griet.complaints).toEqual([]);
  });

  test('that the person breaks off leads back with a sentence and another try', async () => {
    const { page } = await createPerson(browser(), leiebeke);
    await page.goto('/insights');
    await page.getByRole('button', { name: 'Aanmelden met mijn werkaccount' }).click();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('alert').getByText('Het aanmelden is niet gelukt').waitFor();
    await page.getByRole('button', { name: 'Aanmelden met mijn werkaccount' }).waitFor();
    expect(new URL(page.url()).origin).toBe(leiebeke);
  });

  test('leads somebody without a task at the seat to a page that says so', async () => {
    const { page, complaints } = await signOn(browser(), 'leiebeke', 'Bart Heyvaert');
    await page.getByRole('heading', { level: 1, name: 'U hebt geen taak aan de balie' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('choosing a seat', () => {
  test('shows who sits where; of two who want the same one, the second hears who was first', async () => {
    const counter = await openCounter();
    const { page: first } = await seatClerk(browser(), counter, { name: 'Ann Peeters' });
    const { page: second } = await seatClerk(browser(), counter, { name: 'Bart De Smet' });
    await first.goto('/seat/choose');
    await second.goto('/seat/choose');
    await second.getByText('Ann Peeters zit hier').waitFor();
    await second.getByRole('button', { name: 'Deze balie verlaten' }).click();
    await second.getByText('vrij').waitFor();
    await first.reload();
    await first.getByText('vrij').waitFor();
    await second.getByRole('button', { name: 'Aan Balie 2 gaan zitten' }).click();
    await second.getByText('Er wacht niemand.').waitFor();
    await first.getByRole('button', { name: 'Aan Balie 2 gaan zitten' }).click();
    await first.getByRole('alert').getByText('Bart De Smet zit net aan deze balie.').waitFor();
  });
});

describe('the figures', () => {
  test('are for supervisors: a clerk reads why not, and the way to the seat', async () => {
    const counter = await openCounter();
    const { page } = await seatClerk(browser(), counter, { roles: ['clerk'] });
    await page.goto('/insights');
    await page.getByText('Deze pagina is voor leidinggevenden').waitFor();
    expect(await page.getByRole('link', { name: 'Naar de balie' }).getAttribute('href')).toBe('/seat');
    expect(await page.evaluate(async () => (await fetch('/insights/answers.csv')).status)).toBe(404);
  });

  test('show nothing of four opinions, and all of five', async () => {
    const counter = await openCounter();
    const { teamId, serviceId, organisation } = counter;
    const place = { organisationId: organisation.id, teamId, serviceId };
    const words = '=HYPERLINK("http://elsewhere.example") <script>alert(1)</script>';
    const opinion = { satisfaction: 5, easeOfUse: 4, wouldUseAgain: 3, improvement: words };
    const { page, complaints } = await seatClerk(browser(), counter, { roles: ['supervisor'] });
    const file = page.getByRole('link', { name: 'Alles als csv' });
    await page.goto('/insights');
    await page.getByText('Nog geen antwoorden in deze periode').waitFor();
    expect(await file.count()).toBe(0);

    await createOpinions(place, [opinion, opinion, opinion, opinion]);
    await page.reload();
    await file.waitFor();
    await page.getByText('Er zijn 4 antwoorden. Vanaf vijf tonen wij cijfers').waitFor();
    expect(await page.getByText(words).count()).toBe(0);
    const readCsv = () => page.evaluate(async () => (await fetch('/insights/answers.csv')).text());
    expect(await readCsv()).not.toContain('5.00');

    await createOpinions(place, [opinion]);
    await page.reload();
    await page.getByRole('heading', { name: '100 % is tevreden of heel tevreden' }).waitFor();
    expect(await page.getByText(words).count()).toBe(5);
    await page.getByRole('row', { name: /5 5,0 4,0 3,0$/ }).waitFor();
    expect(await readCsv()).toMatch(/,5,5\.00,4\.00,3\.00/);
    expect(complaints).toEqual([]);
  });
});
