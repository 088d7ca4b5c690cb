import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { changePrivacy, changeRequirements, privacyForm, requirementsForm } from './change-service-texts.ts';
import { type Change, makeChange } from './make-change.ts';
import { findServiceTexts, fingerprintOf, type ServiceTexts } from './service-texts.data.ts';

const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tools = { clock, timeZone: 'Europe/Brussels', countFreeTimes: async () => 0 };

let counter: Counter;
let administrator: StaffActor;

beforeEach(async () => {
  counter = await createCounter();
  administrator = (await createSeatedClerk(counter, { roles: ['administrator'] })).actor;
});

const save = (change: Change, actor = administrator) =>
  makeChange(tools, actor, change, { save: true, confirmation: null });

async function read(): Promise<ServiceTexts> {
  const texts = await withOrganisation(counter.organisation.id, (scope) =>
    findServiceTexts(scope, counter.serviceId),
  );
  if (texts === null) throw new Error('There is no service.');
  return texts;
}

type Item = { readonly id?: string; readonly title: string };

async function bring(items: readonly Item[], seen?: string) {
  return requirementsForm.parse({
    service: counter.serviceId,
    seen: seen ?? fingerprintOf((await read()).requirements),
    bring: items.map(({ id, title }) => ({
      id,
      icon: 'id-card',
      title: { nl: title },
      reason: { nl: 'x' },
      mayUpload: title === 'Foto' ? 'yes' : 'no',
    })),
  });
}

const titles = async () => (await read()).requirements.map(({ title }) => title.nl);

describe('what to bring for a service', () => {
  test('is added, put in another order and taken away; what stays keeps its id', async () => {
    await save(changeRequirements(await bring([{ title: 'Kaart' }, { title: 'Foto' }, { title: 'Geld' }])));
    expect(await titles()).toEqual(['Kaart', 'Foto', 'Geld']);
    const [card, photo] = (await read()).requirements;
    expect([card?.mayUpload, photo?.mayUpload]).toEqual([false, true]);
    const wanted = [
      { title: 'Pas', id: photo?.id ?? '' },
      { title: 'Brief' },
      { title: 'Kaart', id: card?.id ?? '' },
    ];
    expect(await save(changeRequirements(await bring(wanted)))).toMatchObject({ kind: 'done' });
    expect(await titles()).toEqual(['Pas', 'Brief', 'Kaart']);
    const after = (await read()).requirements;
    expect([after[0]?.id, after[2]?.id]).toEqual([photo?.id, card?.id]);
    await save(changeRequirements(await bring([])));
    expect(await titles()).toEqual([]);
  });

  test('is not written over what somebody else wrote meanwhile', async () => {
    const before = await bring([{ title: 'Kaart' }]);
    await save(changeRequirements(await bring([{ title: 'Foto' }])));
    expect(await save(changeRequirements(before))).toEqual({ kind: 'refused', refusal: { code: 'gone' } });
    expect(await titles()).toEqual(['Foto']);
  });

  test('is in the log by ids only', async () => {
    await save(changeRequirements(await bring([{ title: 'Kaart' }])));
    const events = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'administration.requirementsChanged' } }),
    );
    expect(events).toMatchObject([{ payload: { service: counter.serviceId, hits: 0 } }]);
  });

  test('is never that of another organisation, nor for staff with another task', async () => {
    const form = await bring([{ title: 'Kaart' }]);
    const stranger = (await createSeatedClerk(await createCounter(), { roles: ['administrator'] })).actor;
    expect(await save(changeRequirements(form), stranger)).toMatchObject({ kind: 'refused' });
    const clerk = (await createSeatedClerk(counter, { roles: ['clerk', 'supervisor'] })).actor;
    expect(await save(changeRequirements(form), clerk)).toEqual({ kind: 'forbidden' });
    expect(await titles()).toEqual([]);
  });

  test('says at which row something is missing', () => {
    const parsed = requirementsForm.safeParse({
      service: counter.serviceId,
      seen: 'x',
      bring: [{ icon: 'id-card', title: { nl: '' }, reason: { fr: 'Pour voir' }, mayUpload: 'no' }],
    });
    expect(parsed.error?.issues).toMatchObject([{ path: ['bring', 0, 'title', 'nl'], message: 'missing' }]);
  });
});

describe('what is said about the use of data', () => {
  const words = (change = {}) => ({
    service: counter.serviceId,
    purpose: { nl: 'Uw adres aanpassen' },
    lawfulBasis: { nl: 'Wet van 19 juli 1991' },
    dataAsked: [{ nl: 'Uw nieuwe adres' }],
    recipients: [{ nl: 'Het Rijksregister', fr: 'Le Registre national' }],
    retentionDays: 45,
    ...change,
  });

  test('is written, with the text of another language where one is empty', async () => {
    const seen = fingerprintOf((await read()).privacy);
    expect(await save(changePrivacy(privacyForm.parse({ ...words(), seen })))).toMatchObject({
      kind: 'done',
    });
    expect((await read()).privacy).toMatchObject({
      purpose: { nl: 'Uw adres aanpassen', de: 'Uw adres aanpassen' },
      recipients: [{ nl: 'Het Rijksregister', fr: 'Le Registre national', en: 'Het Rijksregister' }],
      retentionDays: 45,
    });
    expect(await save(changePrivacy(privacyForm.parse({ ...words(), seen })))).toMatchObject({
      refusal: { code: 'gone' },
    });
  });

  test.each([
    ['recipients', [], 'rowMissing'],
    ['recipients', undefined, 'rowMissing'],
    ['retentionDays', 0, 'numberWrong'],
    ['retentionDays', 3651, 'numberWrong'],
  ])('with %s %o is refused: %s', (field, value, code) => {
    const parsed = privacyForm.safeParse({ ...words({ [field]: value }), seen: 'x' });
    expect(parsed.error?.issues[0]).toMatchObject({ path: [field], message: code });
  });
});
