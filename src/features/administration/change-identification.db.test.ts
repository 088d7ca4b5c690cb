import { expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createCounter } from '../../../prisma/factories/seat-factories.ts';
import { changeIdentification, identificationForm } from './change-identification.ts';
import { fingerprintOfIdentification, readIdentification } from './identification-statement.data.ts';

const typed = {
  level: 'substantial',
  mayBeShown: 'yes',
  isMandatory: 'yes',
  keptDays: 30,
  title: { nl: 'Laat zien dat u het bent' },
  purpose: { nl: 'Pas daarna praten wij over uw gegevens.' },
  basis: { nl: 'De wet op het Rijksregister' },
  ifDeclined: {},
};

test('a service begins to ask who somebody is, changes how, and ends it; nothing is written over unseen', async () => {
  const { organisation, serviceId } = await createCounter();
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const read = () => inside((scope) => readIdentification(scope, serviceId));
  const save = async (over: object = {}, seen?: string) => {
    const form = identificationForm.parse({
      service: serviceId,
      seen: seen ?? fingerprintOfIdentification(await read()),
      isAsked: 'yes',
      ...typed,
      ...over,
    });
    return inside((scope) => changeIdentification(form).apply(scope, epochMilliseconds(0)));
  };
  expect(await read()).toBeNull();
  await save();
  const first = await read();
  expect(first).toMatchObject({ level: 'substantial', mayBeShown: true, ifDeclined: null, keptDays: 30 });
  expect(first?.title.fr).toBe('Laat zien dat u het bent');

  await save({ level: 'high', mayBeShown: 'no', ifDeclined: { nl: 'Dan geven wij algemene uitleg.' } });
  expect(await read()).toMatchObject({
    level: 'high',
    mayBeShown: false,
    ifDeclined: { nl: 'Dan geven wij algemene uitleg.' },
  });
  expect(await save({}, fingerprintOfIdentification(first))).toEqual({ refusal: { code: 'gone' } });

  await save({ isAsked: 'no' });
  expect(await read()).toBeNull();
});

test('what a provider is asked beside the name, and what a clerk may ask instead, are part of it', async () => {
  const { organisation, serviceId } = await createCounter();
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const save = (over: object) =>
    inside(async (scope) => {
      const seen = fingerprintOfIdentification(await readIdentification(scope, serviceId));
      const form = identificationForm.parse({ service: serviceId, seen, isAsked: 'yes', ...typed, ...over });
      await changeIdentification(form).apply(scope, epochMilliseconds(0));
      return scope.db.requestStatement.findFirst({ where: { serviceId } });
    });
  const controlQuestions = [{ nl: 'Waar woonde u hiervoor?' }];
  expect((await save({ attributes: ['birthDate'], controlQuestions }))?.settings).toMatchObject({
    attributes: ['name', 'birthDate'],
    controlQuestions: [{ nl: 'Waar woonde u hiervoor?', de: 'Waar woonde u hiervoor?' }],
  });
  expect(await inside((scope) => readIdentification(scope, serviceId))).toMatchObject({
    attributes: ['birthDate'],
    controlQuestions: [{ fr: 'Waar woonde u hiervoor?' }],
  });
  expect((await save({}))?.settings).toEqual({
    level: 'substantial',
    mayBeShown: true,
    attributes: ['name'],
    controlQuestions: [],
  });
  expect(identificationForm.safeParse({ ...typed, attributes: ['shoeSize'] }).success).toBe(false);
});
