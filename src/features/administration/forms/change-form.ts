import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { assuranceLevels } from '#journey/assurance-level.ts';
import { formContent } from '#journey/forms/form-definition.ts';
import { findFlaws } from '#journey/forms/form-flaws.ts';
import type { FormId, ServiceId } from '#journey/ids.ts';
import { id, localized, localizedOrNothing } from '../form-fields.ts';
import type { Change, Refusal } from '../make-change.ts';
import type { ContentEdit } from './edit-content.ts';
import { stateForm, unstateForm } from './form-statements.data.ts';
import {
  createForm,
  dropDraft,
  findForm,
  publishDraft,
  retireForm,
  type StoredForm,
  writeDraft,
} from './forms.data.ts';

/** Which form, as it was when the page was made. */
export const seenForm = { form: id<FormId>(), seen: z.string() };
export type SeenForm = { readonly form: FormId; readonly seen: string };

export const newFormForm = z.object({ service: id<ServiceId>(), title: localized(120) });

/** Begins a form: nobody is asked for it before it is published. */
export function addForm({ service, title }: z.output<typeof newFormForm>, formId: FormId): Change {
  return textChange('administration.formAdded', async (scope) => {
    await createForm(scope, {
      formId,
      serviceId: service,
      content: { title, intro: null, minimumLevel: 'none', steps: [] },
    });
    return { ids: { form: formId } };
  });
}

export const formWordsForm = z.object({
  ...seenForm,
  service: id<ServiceId>(),
  title: localized(120),
  intro: localizedOrNothing(600),
  minimumLevel: z.enum(assuranceLevels),
});

export const changeFormWords = ({
  form,
  seen,
  title,
  intro,
  minimumLevel,
}: z.output<typeof formWordsForm>): Change =>
  changeContent({ form, seen }, (content) => ({ ...content, title, intro, minimumLevel }));

/** Changes the draft of a form, or begins one. */
export function changeContent(seen: SeenForm, edit: ContentEdit): Change {
  return onSeen('administration.formChanged', seen, async (scope, form) => {
    const content = edit(form.content);
    if (content === null) return { code: 'gone' };
    const { success } = formContent.safeParse(content);
    if (!success) return { code: 'formFull' };
    return (await writeDraft(scope, form, content)) ? null : { code: 'gone' };
  });
}

/** Citizens who are asked from now on get the draft; who is filling in goes on with the version that they began. */
export function publishForm(seen: SeenForm): Change {
  return onSeen('administration.formPublished', seen, async (scope, form, now) => {
    if (findFlaws(form.content).length > 0) return { code: 'wrong' };
    if (!(await publishDraft(scope, form, new Date(now)))) return { code: 'gone' };
    await stateForm(scope, form);
    return null;
  });
}

/** Forgets what was changed since the form was published. */
export function discardDraft(seen: SeenForm): Change {
  return onSeen('administration.formDraftDiscarded', seen, async (scope, { id: form }) => {
    await dropDraft(scope, form);
    return null;
  });
}

/** Nobody is asked for the form any more. What was sent with it stays as long as it would have. */
export function removeForm(seen: SeenForm): Change {
  return onSeen('administration.formRemoved', seen, async (scope, { id: form }, now) => {
    await dropDraft(scope, form);
    await retireForm(scope, form, new Date(now));
    await unstateForm(scope, form);
    return null;
  });
}

/** A key for something new in a form. */
export const newKey = () => `k${randomUUID().replaceAll('-', '').slice(0, 10)}`;

function onSeen(
  type: string,
  { form: formId, seen }: SeenForm,
  apply: (scope: OrganisationScope, form: StoredForm, now: number) => Promise<Refusal | null>,
): Change {
  return textChange(type, async (scope, now) => {
    const form = await findForm(scope, formId);
    if (form === null || form.seen !== seen) return { refusal: { code: 'gone' } };
    const refusal = await apply(scope, form, now);
    return refusal === null ? { ids: { form: formId } } : { refusal };
  });
}

/** A change that moves no appointment. */
const textChange = (type: string, apply: Change['apply']): Change => ({
  type,
  teamIds: [],
  counted: null,
  whenConstrained: { code: 'gone' },
  apply,
});
