import {
  type FormCondition,
  type FormContent,
  type FormField,
  type FormStep,
  prefillKinds,
} from './form-definition.ts';

/** Why a form cannot be published as it is. */
export const formFlaws = [
  'noSteps',
  'stepEmpty',
  'keyTwice',
  'conditionGone',
  'choicesMissing',
  'datesOrder',
  'amountsOrder',
  'rowsOrder',
  'prefillWrong',
] as const;

export type FormFlaw = {
  readonly code: (typeof formFlaws)[number];
  /** Keys of where it is; null for the form as a whole, or for the step as a whole. */
  readonly step: string | null;
  readonly field: string | null;
};

/** Everything that is wrong with a form; nothing is wrong with one that may be published. */
export function findFlaws({ steps }: FormContent): readonly FormFlaw[] {
  if (steps.length === 0) return [{ code: 'noSteps', step: null, field: null }];
  const keys = steps.flatMap(({ key, fields }) => [`step ${key}`, ...fields.map((field) => field.key)]);
  const isTwice = new Set(keys).size < keys.length;
  return [
    ...(isTwice ? [{ code: 'keyTwice', step: null, field: null } as const] : []),
    ...steps.flatMap((step, index) => flawsOfStep(step, conditionsFor(steps.slice(0, index)))),
  ];
}

/** A question that conditions may rest on: of one answer each time, in a step that everybody fills in once. */
export type ConditionField = Extract<FormField, { kind: 'choice' }>;

/** What a step, or a field of it, can be made to depend on: the choices of the steps before it that do not repeat. */
export function conditionsFor(earlier: readonly FormStep[]): readonly ConditionField[] {
  return earlier
    .filter(({ repeats }) => repeats === null)
    .flatMap(({ fields }) => fields.filter((field) => field.kind === 'choice'));
}

function flawsOfStep(step: FormStep, known: readonly ConditionField[]): readonly FormFlaw[] {
  const at = (code: FormFlaw['code'], field: string | null = null) => ({ code, step: step.key, field });
  const { repeats } = step;
  return [
    ...(step.fields.length === 0 ? [at('stepEmpty')] : []),
    ...(isKnown(step.condition, known) ? [] : [at('conditionGone')]),
    ...(repeats !== null && repeats.least > repeats.most ? [at('rowsOrder')] : []),
    ...step.fields.flatMap((field) => [
      ...(isKnown(field.condition, known) ? [] : [at('conditionGone', field.key)]),
      ...flawsOfKind(field).map((code) => at(code, field.key)),
      ...(fitsPrefill(field, repeats !== null) ? [] : [at('prefillWrong', field.key)]),
    ]),
  ];
}

function isKnown(condition: FormCondition | null, known: readonly ConditionField[]): boolean {
  if (condition === null) return true;
  const field = known.find(({ key }) => key === condition.field);
  return field?.choices.some(({ key }) => key === condition.answer) ?? false;
}

function flawsOfKind(field: FormField): readonly FormFlaw['code'][] {
  switch (field.kind) {
    case 'choice':
      return new Set(field.choices.map(({ key }) => key)).size < 2 ? ['choicesMissing'] : [];
    case 'date':
      return field.from !== null && field.until !== null && field.from > field.until ? ['datesOrder'] : [];
    case 'amount':
      return field.leastCents > field.mostCents ? ['amountsOrder'] : [];
    default:
      return [];
  }
}

function fitsPrefill({ kind, prefillFrom }: FormField, isRepeated: boolean): boolean {
  return prefillFrom === null || (!isRepeated && prefillKinds[prefillFrom] === kind);
}
