import { randomUUID } from 'node:crypto';
import { createTranslator } from 'next-intl';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { Language } from '#journey/language.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { expectAccessible } from './support/accessibility.ts';
import { bookDirectly, openCounter } from './support/counter.ts';
import { linkIn, type ReceivedMail, receiveMail, receiveSms } from './support/mailbox.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase, findMunicipality } from './support/product-database.ts';
import { signOn } from './support/staff.ts';

const { origins } = inject('stack');
const browser = shareBrowser();

afterAll(closeDatabase);

const locales: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };
/** Words that a citizen of that language looks for, and what the service is called. */
const wishes: Record<Language, { search: string; service: string }> = {
  nl: { search: 'rijbewijs', service: 'Rijbewijs' },
  fr: { search: 'permis de conduire', service: 'Permis de conduire' },
  en: { search: 'driving licence', service: 'Driving licence' },
  de: { search: 'Führerschein', service: 'Führerschein' },
};

type Visit = {
  /** The text of every page on the way. */
  readonly texts: readonly string[];
  readonly mails: { readonly confirmation: ReceivedMail; readonly cancellation: ReceivedMail };
  readonly sms: string;
  readonly complaints: readonly string[];
};

/** Books as somebody whose browser speaks this language does, looks at everything, and cancels. */
async function visit(slug: string, language: Language, formOfAddress: 'u' | 'je'): Promise<Visit> {
  const words = loadMessages(language, formOfAddress);
  const origin = origins[slug] as string;
  const { page, complaints } = await createPerson(browser(), origin, { locale: locales[language] });
  const texts: string[] = [];
  const look = async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    texts.push(`${await page.title()}\n${await readPage(page)}`);
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const email = `${randomUUID()}@example.org`;
  const phone = `+3247${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;

  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: words.catalogue.home.title }).waitFor();
  await look();
  await page.getByRole('searchbox', { name: words.catalogue.search.label }).fill(wishes[language].search);
  await press(words.catalogue.search.action);
  await page.getByRole('link', { name: wishes[language].service }).first().click();
  await page.getByRole('heading', { level: 2, name: words.catalogue.moments.title }).waitFor();
  await look();
  await page.getByRole('link', { name: words.catalogue.service.privacy.link }).click();
  await page.getByRole('heading', { level: 2, name: words.catalogue.privacy.basis }).waitFor();
  await look();
  await page.goBack();
  await page.getByRole('navigation', { name: words.catalogue.moments.days }).getByRole('link').last().click();
  await page.waitForURL(/date=/);
  await page.getByRole('radio').last().check();
  await press(words.catalogue.moments.choose);
  await press(words.booking.details.next);
  await page.getByRole('link', { name: words.booking.problems.nameMissing }).waitFor();
  await look();
  await page.getByLabel(words.booking.fields.name.label, { exact: true }).fill('Dominique Martens');
  await page.getByLabel(words.booking.fields.email.label).fill(email);
  await page.getByLabel(words.booking.fields.phone.label).fill(phone);
  await press(words.booking.details.next);
  await page.getByRole('heading', { level: 1, name: words.booking.check.title }).waitFor();
  await look();
  await press(words.booking.check.book);
  await page.getByRole('heading', { level: 1, name: words.visit.titles.prepare, exact: true }).waitFor();
  await look();
  const confirmation = await receiveMail(email, beginningOf(words.messages.mail.confirmation.title));
  const { body: sms } = await receiveSms(phone);
  await page.goto(linkIn(confirmation.text));
  await page.waitForURL(/\/a\/|\/l\//);
  await look();
  await page.goto(`${origin}/a/${await referenceOf(slug, email)}/cancel`);
  await look();
  await press(words.booking.cancel.confirm);
  await page.getByRole('heading', { level: 1, name: words.booking.cancel.done.title }).waitFor();
  await look();
  const t = createTranslator({ locale: language, messages: words, namespace: 'messages.mail.cancellation' });
  const cancellation = await receiveMail(email, beginningOf(t('title', { by: 'citizen' })));
  return { texts, mails: { confirmation, cancellation }, sms, complaints };
}

const beginningOf = (title: string) => new RegExp(`^${title.slice(0, 12)}`);

/** Everything that somebody reads: pages, mails and SMS. */
function everythingOf({ texts, mails, sms }: Visit): string[] {
  const { confirmation, cancellation } = mails;
  return [...texts, sms, ...[confirmation, cancellation].flatMap(({ subject, text }) => [subject, text])];
}

/** What there is to read, without what scripts carry along. */
function readPage(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: scripts in the page hold every text once more
  return page.locator('body').innerText();
}

async function referenceOf(slug: string, email: string): Promise<string> {
  const { id } = await findMunicipality(slug);
  const booked = await withOrganisation(id, ({ db }) =>
    db.appointment.findFirstOrThrow({ where: { email }, select: { reference: true } }),
  );
  return booked.reference;
}

/** Every text of the product in a language, without those that are completed by values. */
function listTexts(language: Language): Set<string> {
  const texts = new Set<string>();
  const collect = (tree: object) => {
    for (const value of Object.values(tree)) {
      if (typeof value === 'object') collect(value);
      else if (!/[{<]/.test(value)) texts.add(value);
    }
  };
  collect(loadMessages(language, 'u'));
  return texts;
}

describe('a whole booking', () => {
  test.each(['fr', 'en', 'de'] as const)(
    'in %s has every page, the mails and the SMS in that language',
    async (language) => {
      const visited = await visit('leiebeke', language, 'u');
      const own = listTexts(language);
      const dutch = [...listTexts('nl')].filter((text) => text.length > 12 && !own.has(text));
      const everything = everythingOf(visited).join('\n');
      expect(dutch.filter((text) => everything.includes(text))).toEqual([]);
      const { confirmation, cancellation } = visited.mails;
      for (const { html } of [confirmation, cancellation]) expect(html).toContain(`lang="${language}"`);
      expect(confirmation.text).toContain(loadMessages(language, 'u').messages.mail.open);
      expect(visited.complaints).toEqual([]);
    },
  );
});

const formal = /(^|[^\p{L}])(u|uw|uzelf)(?![\p{L}’'])/iu;
const informal = /(^|[^\p{L}])(je|jij|jou|jouw|jezelf)(?![\p{L}])/iu;
/** Addresses are left out: the random letters of a link may spell anything. */
const linesWith = (pattern: RegExp, texts: readonly string[]) =>
  texts
    .flatMap((text) => text.replaceAll(/https?:\/\/\S+/g, '').split('\n'))
    .filter((line) => pattern.test(line));

describe('a municipality', () => {
  test('that says "je" never says "u", on no page and in no message', async () => {
    const visited = await visit('rozelaar', 'nl', 'je');
    const staff = await signOn(browser(), 'rozelaar', 'Luc Tanghe', '/insights');
    const everything = [...everythingOf(visited), await readPage(staff.page)];
    expect(linesWith(formal, everything)).toEqual([]);
    expect(linesWith(informal, everything).length).toBeGreaterThan(20);
    expect(visited.complaints).toEqual([]);
  });

  test('that says "u" never says "je"', async () => {
    const everything = everythingOf(await visit('leiebeke', 'nl', 'u'));
    expect(linesWith(informal, everything)).toEqual([]);
    expect(linesWith(formal, everything).length).toBeGreaterThan(20);
  });

  test('that does not speak a language falls back on its own, and offers those that it speaks', async () => {
    const { page } = await createPerson(browser(), origins.rozelaar as string, { locale: 'de-BE' });
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await listOfferedLanguages(page)).toEqual(['nl', 'fr', 'en']);
    await chooseLanguage(page, 'Français');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.goto('/services/rijbewijs');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });
});

test('who reads the appointment in another language can have its messages in it', async () => {
  const counter = await openCounter();
  const { link, id } = await bookDirectly(counter, { startAt: new Date(Date.now() + 2 * 86_400_000) });
  const { page } = await createPerson(browser(), counter.origin);
  await page.goto(link);
  await page.getByRole('button', { name: 'Open mijn afspraak' }).click();
  await page.waitForURL(/\/a\//);
  await chooseLanguage(page, 'Français');
  await page.getByText('Nos messages pour vous sont en néerlandais').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Écrivez-moi en français' }).click();
  await page.getByText('Nos messages pour vous sont').waitFor({ state: 'detached' });
  const { language } = await withOrganisation(counter.organisation.id, ({ db }) =>
    db.appointment.findFirstOrThrow({ where: { id } }),
  );
  expect(language).toBe('fr');
});

function listOfferedLanguages(page: Page): Promise<(string | null)[]> {
  return page
    .locator('a[hreflang]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')));
}

async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.locator('summary', { hasText: 'Taal' }).click();
  await page.getByRole('link', { name }).click();
  await page.waitForLoadState();
}
