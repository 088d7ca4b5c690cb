import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { createSeat } from '../prisma/factories/organisation-factories.ts';
import { type OwnCounter, openCounter } from './support/counter.ts';
import { ask } from './support/http.ts';
import { readForm, sendForm } from './support/plain-form.ts';
import { closeDatabase } from './support/product-database.ts';

const visitors = 200;

afterAll(closeDatabase);

async function findServiceSlug({ organisation, serviceId }: OwnCounter): Promise<string> {
  const { slug } = await withOrganisation(organisation.id, ({ db }) =>
    db.service.findFirstOrThrow({ where: { id: serviceId }, select: { slug: true } }),
  );
  return slug;
}

/** Times on the page of a service, as its form sends them. */
function readMoments(html: string): string[] {
  return [...html.matchAll(/name="moment"[^>]*value="([^"]+)"/g)].map(([, value = '']) => value);
}

test('of 200 people who book the only seat at one time, one gets it; all others get other times and keep what they typed', async () => {
  const counter = await openCounter();
  const { origin, organisation, teamId } = counter;
  await createSeat(organisation.id, teamId);
  const slug = await findServiceSlug(counter);
  const moments = readMoments((await ask(origin, `/services/${slug}`)).text);
  const moment = moments.at(-1) ?? '';
  const path = `/book?service=${slug}&moment=${encodeURIComponent(moment)}`;

  // All of them have the form before anybody books, and nobody holds the time: an address alone does not.
  const details = readForm((await ask(origin, path)).text, 'submissionKey');
  const typed = { name: 'Wie Eerst', email: 'eerst@example.org', phone: '', remark: 'Zij zei: "5 < 6 & 7"' };

  const answers = await Promise.all(
    Array.from({ length: visitors }, (_, index) =>
      sendForm(origin, path, details, {
        ...typed,
        name: `Bezoeker ${index}`,
        submissionKey: randomUUID(),
        intent: 'book',
      }),
    ),
  );

  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const winners = answers.filter(({ status }) => status === 303);
  expect(winners).toHaveLength(1);
  expect(winners[0]?.headers.location).toMatch(/\/a\/[^/]+\?booked=1$/);
  for (const [index, { status, text }] of answers.entries()) {
    if (status === 303) continue;
    expect(status).toBe(200);
    expect(text).toContain('Dit moment is net weg. Iemand anders koos het eerst.');
    const offered = readMoments(text);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered).not.toContain(moment);
    const kept = Object.fromEntries(readForm(text, 'submissionKey'));
    expect(kept).toMatchObject({ ...typed, name: `Bezoeker ${index}` });
  }
  const booked = await withOrganisation(organisation.id, ({ db }) => db.appointment.count());
  expect(booked).toBe(1);
});

test('a form that is sent twice, at once or again, is one booking', async () => {
  const counter = await openCounter();
  const { origin, organisation, teamId } = counter;
  await createSeat(organisation.id, teamId);
  await createSeat(organisation.id, teamId);
  const slug = await findServiceSlug(counter);
  const [moment = ''] = readMoments((await ask(origin, `/services/${slug}`)).text).slice(-1);
  const path = `/book?service=${slug}&moment=${encodeURIComponent(moment)}`;
  const details = readForm((await ask(origin, path)).text, 'submissionKey');
  const book = () =>
    sendForm(origin, path, details, { name: 'Ongeduldig', email: 'snel@example.org', intent: 'book' });
  const answers = [...(await Promise.all([book(), book(), book()])), await book()];
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
  expect(await withOrganisation(organisation.id, ({ db }) => db.appointment.count())).toBe(1);
});
