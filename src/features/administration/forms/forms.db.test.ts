import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { FormId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { everywhere, formStep, textField } from '../../../../prisma/factories/form-factories.ts';
import { type Counter, createCounter } from '../../../../prisma/factories/seat-factories.ts';
import type { Change } from '../make-change.ts';
import {
  addForm,
  changeContent,
  changeFormWords,
  discardDraft,
  publishForm,
  removeForm,
} from './change-form.ts';
import { type ContentEdit, putField, putStep } from './edit-content.ts';
import { findForm, listForms } from './forms.data.ts';

const now = epochMilliseconds(Date.UTC(2026, 11, 1));
const gone = { refusal: { code: 'gone' } };

let counter: Counter;
let form: FormId;

afterAll(closeDatabase);
beforeEach(async () => {
  counter = await createCounter();
  form = randomUUID() as FormId;
  await apply(addForm({ service: counter.serviceId, title: everywhere('Aanvraag') }, form));
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const apply = (change: Change) => inside((scope) => change.apply(scope, now));
const read = async () => {
  const stored = await inside((scope) => findForm(scope, form));
  if (stored === null) throw new Error('There is no such form.');
  return stored;
};
const edit = async (how: ContentEdit) => apply(changeContent({ form, seen: (await read()).seen }, how));
const publish = async () => apply(publishForm({ form, seen: (await read()).seen }));
const statements = () => inside(({ db }) => db.requestStatement.findMany({ where: { kind: 'form' } }));

async function fill(): Promise<void> {
  const { fields: _none, ...step } = formStep('a', []);
  await edit(putStep(step));
  await edit(putField('a', textField('x')));
}

describe('a form', () => {
  test('is a draft first: no service states it, and what is unfinished is not published', async () => {
    expect(await read()).toMatchObject({ isDraft: true, publishedVersion: null });
    expect(await publish()).toEqual({ refusal: { code: 'wrong' } });
    expect(await statements()).toEqual([]);
  });

  test('once published may be asked by what its service states', async () => {
    await fill();
    await publish();
    expect(await read()).toMatchObject({ isDraft: false, publishedVersion: 1 });
    const service = await inside(({ db }) =>
      db.service.findFirstOrThrow({ where: { id: counter.serviceId } }),
    );
    expect(await statements()).toMatchObject([
      {
        serviceId: counter.serviceId,
        settings: { formId: form },
        title: { nl: 'Aanvraag' },
        purpose: service.purpose,
        basis: service.lawfulBasis,
        keptDays: service.retentionDays,
      },
    ]);
  });

  test('is changed as a new version, which citizens get when it is published', async () => {
    await fill();
    await publish();
    await edit(putField('a', textField('y')));
    expect(await read()).toMatchObject({ isDraft: true, publishedVersion: 1 });
    const { seen } = await read();
    const words = { title: everywhere('Subsidie'), intro: null, minimumLevel: 'low' as const };
    await apply(changeFormWords({ form, seen, service: counter.serviceId, ...words }));
    await publish();
    expect(await read()).toMatchObject({ isDraft: false, publishedVersion: 2 });
    expect(await statements()).toMatchObject([{ title: { nl: 'Subsidie' }, minimumLevel: 'low' }]);
  });

  test('once published cannot be changed or deleted, by the database itself', async () => {
    await fill();
    await publish();
    const where = { formId: form };
    const rewrite = () => inside(({ db }) => db.formDefinition.updateMany({ where, data: { content: {} } }));
    await expect(rewrite()).rejects.toThrow();
    expect(await inside(({ db }) => db.formDefinition.deleteMany({ where }))).toEqual({ count: 0 });
  });

  test('is not written over by who did not see the last change', async () => {
    const { seen } = await read();
    await fill();
    expect(await apply(changeContent({ form, seen }, (content) => content))).toEqual(gone);
    expect(await apply(publishForm({ form, seen }))).toEqual(gone);
  });

  test('goes back to what is published when its changes are discarded', async () => {
    await fill();
    await publish();
    await edit(putField('a', textField('y')));
    await apply(discardDraft({ form, seen: (await read()).seen }));
    const { content, isDraft } = await read();
    expect(isDraft).toBe(false);
    expect(content.steps[0]?.fields.map(({ key }) => key)).toEqual(['x']);
  });

  test('that is taken away is asked no more; its published versions stay for what was sent with them', async () => {
    await fill();
    await publish();
    await apply(removeForm({ form, seen: (await read()).seen }));
    expect(await inside((scope) => listForms(scope, counter.serviceId))).toEqual([]);
    expect(await statements()).toEqual([]);
    expect(await inside(({ db }) => db.formDefinition.count({ where: { formId: form } }))).toBe(1);
  });

  test('takes no more than fits', async () => {
    const { fields: _none, ...step } = formStep('a', []);
    for (let index = 0; index < 12; index += 1) await edit(putStep({ ...step, key: `s${index}` }));
    expect(await edit(putStep({ ...step, key: 'toomany' }))).toEqual({ refusal: { code: 'formFull' } });
  });
});
