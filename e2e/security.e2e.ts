import { createHash } from 'node:crypto';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { languageCookie, staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import { createStaffSession, createVisit } from '../prisma/factories/conversation-factories.ts';
import { createStaffMember } from '../prisma/factories/organisation-factories.ts';
import { createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { bookDirectly, giveStaffCookie, openCounter } from './support/counter.ts';
import { type Answer, ask } from './support/http.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase, findMunicipality } from './support/product-database.ts';
import { signOn } from './support/staff.ts';

const { identityIssuer, origins, seed } = inject('stack');
const leiebeke = origins.leiebeke as string;
const rozelaar = origins.rozelaar as string;
const browser = shareBrowser();
const unknownLink = `/l/${'A'.repeat(43)}`;

afterAll(closeDatabase);

const pathOf = (link: string) => new URL(link).pathname;

describe('every page', () => {
  const seededLink = seed.links.find(({ organisation }) => organisation === 'leiebeke')?.path as string;
  test.each([
    ['the home page', '/', 200],
    ['a search', '/?q=verhuizen', 200],
    ['a service', '/services/verhuizing-aangeven', 200],
    ['what a service asks and keeps', '/services/verhuizing-aangeven/privacy', 200],
    ['an unopened link', seededLink, 200],
    ['an unknown link', unknownLink, 404],
    ['the connection test', '/test', 200],
    ['an appointment that is not open in this browser', '/a/ABCD-EFGH', 404],
    ['sign-on', '/sign-on', 200],
    ['what is not there', '/nothing/here', 404],
  ])('%s runs only scripts and styles that carry the nonce of this answer', async (_what, path, status) => {
    const answer = await ask(leiebeke, path);
    expect(answer.status).toBe(status);
    expectStrictPolicy(answer);
    const again = await ask(leiebeke, path);
    expect(nonceOf(again)).not.toBe(nonceOf(answer));
  });

  test('of staff runs only scripts and styles that carry the nonce of this answer', async () => {
    const counter = await openCounter();
    const clerk = await createSeatedClerk(counter, { roles: ['clerk', 'supervisor'] });
    for (const path of ['/seat', '/insights']) {
      const answer = await ask(counter.origin, path, {
        headers: { cookie: `${staffSessionCookie}=${clerk.token}` },
      });
      expect(answer.status, path).toBe(200);
      expectStrictPolicy(answer);
    }
  });

  test.each([
    ['purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['next-router-prefetch', '1'],
  ])('fetched ahead of the click (%s: %s) is as strict', async (name, value) => {
    for (const path of ['/', '/services/verhuizing-aangeven', '/sign-on']) {
      const answer = await ask(leiebeke, path, { headers: { [name]: value } });
      expect(nonceOf(answer), path).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  test('lets its forms end at its own identity provider, whoever a client says that it is', async () => {
    const target = `'self' ${new URL(identityIssuer).origin}`;
    for (const slug of ['leiebeke', 'elsewhere']) {
      const answer = await ask(leiebeke, '/sign-on', { headers: { 'x-organisation-slug': slug } });
      expect(directivesOf(answer)['form-action']).toBe(target);
    }
  });

  test('is not to be framed, guessed at or told about elsewhere', async () => {
    const { headers } = await ask(leiebeke, '/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

function directivesOf({ headers }: Answer): Record<string, string> {
  const policy = String(headers['content-security-policy'] ?? '');
  const pairs = policy.split('; ').map((directive) => directive.split(/ (.*)/s) as [string, string]);
  return Object.fromEntries(pairs);
}

function nonceOf(answer: Answer): string {
  return /'nonce-([^']+)'/.exec(directivesOf(answer)['script-src'] ?? '')?.[1] ?? '';
}

function expectStrictPolicy(answer: Answer): void {
  const nonce = nonceOf(answer);
  expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  expect(directivesOf(answer)).toMatchObject({
    'default-src': `'self'`,
    'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'object-src': `'none'`,
    'base-uri': `'none'`,
    'frame-ancestors': `'none'`,
  });
  const inline = [...answer.text.matchAll(/<(script|style)\b([^>]*)>/g)];
  expect(inline.filter(([, , attributes]) => !attributes?.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(answer.text).not.toMatch(/\son[a-z]+="/);
}

describe('an unknown host', () => {
  test.each([
    ['nl', 'Dit adres kennen wij niet'],
    ['fr', 'Nous ne connaissons pas cette adresse'],
    ['en', 'We do not know this address'],
    ['de', 'Diese Adresse kennen wir nicht'],
  ])(
    'is refused in the visitor’s language, %s, without a word of who is served here',
    async (language, title) => {
      const headers = { host: 'elsewhere.example', 'accept-language': language };
      const answer = await ask(leiebeke, '/', { headers });
      expect(answer.status).toBe(421);
      expect(answer.text).toContain(`lang="${language}"`);
      expect(answer.text).toContain(title);
      for (const { name } of seed.organisations) expect(answer.text).not.toContain(name);
      expect(answer.text.match(/<li>/g)).toHaveLength(3);
      const [, style] = /<style>(.*?)<\/style>/s.exec(answer.text) ?? [];
      const hash = createHash('sha256')
        .update(style ?? '')
        .digest('base64');
      expect(directivesOf(answer)).toMatchObject({
        'default-src': `'none'`,
        'style-src': `'sha256-${hash}'`,
      });
    },
  );

  test('in a header that only a proxy may set changes nothing', async () => {
    const headers = { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' };
    const page = await ask(leiebeke, '/', { headers });
    expect(page.status).toBe(200);
    const signOnAnswer = await ask(leiebeke, '/api/auth/providers', { headers });
    expect(page.text + signOnAnswer.text).not.toContain('elsewhere.example');
  });
});

describe('a link', () => {
  test.each([
    ['unknown', unknownLink],
    ['malformed', '/l/..%2f..%2fetc'],
    ['too long', `/l/${'x'.repeat(3_000)}`],
    ['of characters that no link has', `/l/${encodeURIComponent('\u0000🙂')}`],
  ])('that is %s gives the same page in the visitor’s language, with a way on', async (_what, path) => {
    const answer = await ask(leiebeke, path, { headers: { 'accept-language': 'fr' } });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('<html lang="fr"');
    expect(answer.text).toContain('Ce lien ne fonctionne pas');
    expect(answer.text).toContain('href="tel:');
  });

  test('of another municipality is as unknown as any other', async () => {
    const counter = await openCounter();
    const { link } = await bookDirectly(counter);
    expect((await ask(counter.origin, pathOf(link))).status).toBe(200);
    const answer = await ask(rozelaar, pathOf(link));
    expect(answer.status).toBe(404);
    const opened = await openByPost(rozelaar, pathOf(link));
    expect(opened.headers).not.toHaveProperty('set-cookie');
  });

  test('fetched by a scanner, as often as it likes, changes no row', async () => {
    const counter = await openCounter();
    const { link, id } = await bookDirectly(counter);
    const before = await readRows(counter.organisation.id, id);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await ask(counter.origin, pathOf(link), { method });
      expect(answer.status).toBe(200);
      expect(answer.headers).not.toHaveProperty('set-cookie');
      await ask(counter.origin, `${pathOf(link)}/open`, { method });
      await ask(counter.origin, `${pathOf(link)}/calendar.ics`, { method });
    }
    expect(await readRows(counter.organisation.id, id)).toEqual(before);
  });

  test('in a browser that runs every script but clicks nothing changes no row', async () => {
    const counter = await openCounter();
    const { link, id } = await bookDirectly(counter);
    const before = await readRows(counter.organisation.id, id);
    const { page } = await createPerson(browser(), counter.origin);
    await page.goto(link, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Open mijn afspraak' }).waitFor();
    expect(await readRows(counter.organisation.id, id)).toEqual(before);
  });

  test('is not opened by a form of another site', async () => {
    const counter = await openCounter();
    const { link, id } = await bookDirectly(counter);
    const before = await readRows(counter.organisation.id, id);
    const answer = await openByPost(counter.origin, pathOf(link), 'http://elsewhere.example');
    expect(answer.status).toBe(403);
    expect(await readRows(counter.organisation.id, id)).toEqual(before);
  });

  test('opened gives a cookie of this host alone that no script reads, on an address without the secret', async () => {
    const counter = await openCounter();
    const { link, reference } = await bookDirectly(counter);
    const answer = await openByPost(counter.origin, pathOf(link));
    expect(answer).toMatchObject({ status: 303, headers: { location: `/a/${reference}` } });
    const cookie =
      answer.headers['set-cookie']?.find((text) => text.startsWith(visitCookie(reference))) ?? '';
    expect(cookie).toMatch(/^__Host-visit-[^=]+=[\w-]{43}; /);
    for (const flag of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Domain');
  });
});

/** What a person's click on the page of a link sends. */
function openByPost(origin: string, path: string, from = origin): Promise<Answer> {
  return ask(origin, `${path}/open`, {
    method: 'POST',
    headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'as=citizen',
  });
}

/** Everything that the database holds about an appointment. */
function readRows(organisationId: Awaited<ReturnType<typeof openCounter>>['organisation']['id'], id: string) {
  return withOrganisation(organisationId, async ({ db }) => ({
    appointment: await db.appointment.findFirstOrThrow({
      where: { id },
      include: { visits: true, messages: true, conversation: true, deviceTests: true },
    }),
    events: await db.event.count({ where: { stream: `appointment:${id}` } }),
  }));
}

describe('the cookie of a visit', () => {
  test('is worth nothing at another municipality, nor for another appointment', async () => {
    const counter = await openCounter();
    const other = await openCounter();
    const mine = await bookDirectly(counter);
    const theirs = await bookDirectly(counter);
    const visit = await createVisit(counter.organisation.id, mine.id);
    const own = { cookie: `${visitCookie(mine.reference)}=${visit.token}` };
    const swapped = { cookie: `${visitCookie(theirs.reference)}=${visit.token}` };

    const streams = async (origin: string, reference: string, headers: Record<string, string>) =>
      (await ask(origin, `/events/visits/${reference}`, { method: 'HEAD', headers })).status;
    expect(await streams(counter.origin, mine.reference, own)).toBe(200);
    expect(await streams(other.origin, mine.reference, own)).toBe(404);
    expect(await streams(counter.origin, theirs.reference, swapped)).toBe(404);

    const needsLink = 'Open uw afspraak met de link';
    expect((await ask(counter.origin, `/a/${mine.reference}`, { headers: own })).text).not.toContain(
      needsLink,
    );
    expect((await ask(other.origin, `/a/${mine.reference}`, { headers: own })).text).toContain(needsLink);
    expect((await ask(counter.origin, `/a/${theirs.reference}`, { headers: swapped })).text).toContain(
      needsLink,
    );
  });
});

describe('the session of a member of staff', () => {
  test('is a cookie of this host alone that no script reads', async () => {
    const { context } = await signOn(browser(), 'leiebeke', 'Griet Vandewalle', '/insights');
    const cookies = await context.cookies(leiebeke);
    expect(cookies.find(({ name }) => name === staffSessionCookie)).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      domain: new URL(leiebeke).hostname,
    });
  });

  test('is worth nothing at another municipality', async () => {
    const { id, host } = await findMunicipality('leiebeke');
    const member = await createStaffMember(id, [], { roles: ['supervisor'] });
    const { token } = await createStaffSession(id, member.id, { host });
    const headers = { cookie: `${staffSessionCookie}=${token}` };
    expect((await ask(leiebeke, '/insights', { headers })).status).toBe(200);
    const answer = await ask(rozelaar, '/insights', { headers });
    expect(answer.status).toBe(307);
    expect(answer.headers.location).toContain('/sign-on');
  });

  test('that begins elsewhere is not taken over: signing on gives a new cookie', async () => {
    const planted = 'P'.repeat(43);
    const person = await createPerson(browser(), leiebeke);
    await giveStaffCookie(person, leiebeke, planted);
    await person.page.goto('/insights');
    await person.page.getByRole('button', { name: 'Aanmelden met mijn werkaccount' }).click();
    await person.page.getByRole('button', { name: /Griet Vandewalle/ }).click();
    await person.page.getByRole('heading', { level: 1, name: 'Cijfers' }).waitFor();
    const cookies = await person.context.cookies(leiebeke);
    expect(cookies.find(({ name }) => name === staffSessionCookie)?.value).not.toBe(planted);
  });

  test('that signs off in one window ends the seat that is open in another', async () => {
    const { page, context } = await signOn(browser(), 'leiebeke', 'Dries Baeyens');
    await page
      .getByRole('button', { name: /gaan zitten/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Wachtkamer', exact: true }).waitFor();
    const other = await context.newPage();
    await other.goto('/seat');
    await other.getByRole('button', { name: 'Afmelden' }).click();
    // At once: an open seat is authorised again every quarter of a minute in any case.
    await page.getByRole('alert').getByText('U zit niet meer aan deze balie.').waitFor({ timeout: 10_000 });
    await page.goto('/seat');
    await page.waitForURL('**/sign-on**');
  });
});

describe('an address to go on to', () => {
  test.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/ok\nSet-Cookie:x',
  ])('after choosing a language stays on this host: %j', async (back) => {
    const answer = await ask(leiebeke, `/language/fr?back=${encodeURIComponent(back)}`);
    expect(answer).toMatchObject({ status: 303, headers: { location: '/' } });
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(new RegExp(`^${languageCookie}=fr; Path=/; Secure; HttpOnly; SameSite=Lax`));
  });

  test.each(['https://elsewhere.example/seat', '//elsewhere.example/seat', '/\\elsewhere.example/seat'])(
    'after sign-on stays on this host: %j',
    async (callback) => {
      const { page, complaints } = await createPerson(browser(), leiebeke);
      await page.goto(`/sign-on?callbackUrl=${encodeURIComponent(callback)}`);
      await page.getByRole('button', { name: 'Aanmelden met mijn werkaccount' }).click();
      await page.getByRole('button', { name: /Griet Vandewalle/ }).click();
      await page.waitForURL((url) => url.origin === leiebeke && url.pathname !== '/sign-on');
      expect(complaints.filter((complaint) => complaint.includes('elsewhere'))).toEqual([]);
    },
  );
});
