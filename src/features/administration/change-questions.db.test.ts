import { expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createCounter } from '../../../prisma/factories/seat-factories.ts';
import { changeQuestions, questionsForm } from './change-questions.ts';
import { findServiceTexts, fingerprintOf } from './service-texts.data.ts';

test('questions are added, put in another order and taken away; what stays keeps its id, and nothing is written over unseen', async () => {
  const { organisation, serviceId } = await createCounter();
  const inOrganisation = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const read = () =>
    inOrganisation(async (scope) => (await findServiceTexts(scope, serviceId))?.questions ?? []);
  const save = async (questions: { id?: string; label: string; hint?: string }[], seen?: string) => {
    const form = questionsForm.parse({
      service: serviceId,
      seen: seen ?? fingerprintOf(await read()),
      questions: questions.map(({ id, label, hint }) => ({
        id,
        kind: 'text',
        isMandatory: 'yes',
        label: { nl: label },
        hint: { nl: hint },
      })),
    });
    return inOrganisation((scope) =>
      changeQuestions(form).apply(scope, epochMilliseconds(Date.UTC(2026, 11, 1))),
    );
  };
  await save([{ label: 'Waarom', hint: 'Kort' }, { label: 'Sinds wanneer' }]);
  const before = await read();
  expect(before.map(({ label, hint }) => [label.nl, hint?.nl])).toEqual([
    ['Waarom', 'Kort'],
    ['Sinds wanneer', undefined],
  ]);
  await save([
    { id: before[1]?.id ?? '', label: 'Sinds' },
    { id: before[0]?.id ?? '', label: 'Waarom' },
    { label: 'Waar' },
  ]);
  const after = await read();
  expect(after.map(({ label, hint }) => [label.nl, hint])).toEqual([
    ['Sinds', null],
    ['Waarom', null],
    ['Waar', null],
  ]);
  expect(after.slice(0, 2).map(({ id }) => id)).toEqual([before[1]?.id, before[0]?.id]);
  expect(await save([], fingerprintOf(before))).toEqual({ refusal: { code: 'gone' } });
  await save([]);
  expect(await read()).toEqual([]);
});
