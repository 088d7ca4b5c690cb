import { randomUUID } from 'node:crypto';
import { withOrganisation } from '#db/organisation-scope.ts';
import { stateForm } from '#features/administration/forms/form-statements.data.ts';
import type { FormContent, FormField, FormStep } from '#journey/forms/form-definition.ts';
import type { FormDefinitionId, FormId, OrganisationId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

/** Parts of forms with as little in them as can be. */

export const everywhere = (text: string): LocalizedText => ({ nl: text, fr: text, en: text, de: text });

type FieldOf<Kind extends FormField['kind']> = Extract<FormField, { kind: Kind }>;

const common = (key: string) => ({
  key,
  label: everywhere(key),
  hint: null,
  isMandatory: true,
  condition: null,
  prefillFrom: null,
});

export const textField = (key: string, overrides: Partial<FieldOf<'text'>> = {}): FormField => ({
  ...common(key),
  kind: 'text',
  isLong: false,
  mostCharacters: 100,
  ...overrides,
});

/** @param choices their keys */
export const choiceField = (
  key: string,
  choices: readonly string[],
  overrides: Partial<FieldOf<'choice'>> = {},
): FormField => ({
  ...common(key),
  kind: 'choice',
  mayBeSeveral: false,
  choices: choices.map((choice) => ({ key: choice, text: everywhere(choice) })),
  ...overrides,
});

export const dateField = (key: string, overrides: Partial<FieldOf<'date'>> = {}): FormField => ({
  ...common(key),
  kind: 'date',
  when: 'any',
  from: null,
  until: null,
  ...overrides,
});

export const addressField = (key: string, overrides: Partial<FieldOf<'address'>> = {}): FormField => ({
  ...common(key),
  kind: 'address',
  ...overrides,
});

export const amountField = (key: string, overrides: Partial<FieldOf<'amount'>> = {}): FormField => ({
  ...common(key),
  kind: 'amount',
  leastCents: 0,
  mostCents: 100_000,
  ...overrides,
});

export const formStep = (
  key: string,
  fields: readonly FormField[],
  overrides: Partial<FormStep> = {},
): FormStep => ({
  key,
  title: everywhere(key),
  text: null,
  condition: null,
  repeats: null,
  fields: [...fields],
  ...overrides,
});

export const formOf = (...steps: readonly FormStep[]): FormContent => ({
  title: everywhere('Aanvraag'),
  intro: null,
  minimumLevel: 'none',
  steps: [...steps],
});

/** A published form of a service, and that the service states it. */
export async function createPublishedForm(
  organisationId: OrganisationId,
  serviceId: ServiceId,
  content: FormContent,
): Promise<{ id: FormId; definitionId: FormDefinitionId }> {
  const id = randomUUID() as FormId;
  return withOrganisation(organisationId, async (scope) => {
    const row = await scope.db.formDefinition.create({
      data: { organisationId, formId: id, serviceId, version: 1, content, publishedAt: new Date(0) },
      select: { id: true },
    });
    await stateForm(scope, { id, serviceId, content });
    return { id, definitionId: row.id as FormDefinitionId };
  });
}
