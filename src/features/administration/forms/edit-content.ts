import type { FormContent, FormField, FormStep } from '#journey/forms/form-definition.ts';

/** Another form out of a form; null when what it is about is not there. */
export type ContentEdit = (content: FormContent) => FormContent | null;

export type Direction = 'up' | 'down';

/** Puts a step in the place of the one with its key, or at the end. The fields of one that is there stay. */
export function putStep(words: Omit<FormStep, 'fields'>): ContentEdit {
  return (content) => {
    const isThere = content.steps.some(({ key }) => key === words.key);
    const steps = isThere
      ? content.steps.map((step) => (step.key === words.key ? { ...step, ...words } : step))
      : [...content.steps, { ...words, fields: [] }];
    return { ...content, steps };
  };
}

/** Puts a field in the place of the one with its key, or at the end of a step. */
export function putField(stepKey: string, field: FormField): ContentEdit {
  return (content) => {
    if (!content.steps.some(({ key }) => key === stepKey)) return null;
    const replace = (fields: readonly FormField[]) =>
      fields.some(({ key }) => key === field.key)
        ? fields.map((each) => (each.key === field.key ? field : each))
        : [...fields, field];
    return withFields(content, (step) => (step.key === stepKey ? replace(step.fields) : step.fields));
  };
}

export function moveStep(key: string, direction: Direction): ContentEdit {
  return (content) => {
    const index = content.steps.findIndex((step) => step.key === key);
    return index < 0 ? null : { ...content, steps: move(content.steps, index, direction) };
  };
}

/** Moves a field by one place; at the edge of its step into the step beside it. */
export function moveField(key: string, direction: Direction): ContentEdit {
  return (content) => {
    const from = content.steps.findIndex(({ fields }) => fields.some((field) => field.key === key));
    const fields = content.steps[from]?.fields ?? [];
    const index = fields.findIndex((field) => field.key === key);
    const field = fields[index];
    if (field === undefined) return null;
    const isAtEdge = direction === 'up' ? index === 0 : index === fields.length - 1;
    if (!isAtEdge)
      return withFields(content, (step) =>
        step.key === content.steps[from]?.key ? move(fields, index, direction) : step.fields,
      );
    const to = content.steps[from + (direction === 'up' ? -1 : 1)];
    if (to === undefined) return content;
    return withFields(content, (step) => {
      if (step.key === to.key) return direction === 'up' ? [...step.fields, field] : [field, ...step.fields];
      return step.fields.filter((each) => each.key !== key);
    });
  };
}

export function dropStep(key: string): ContentEdit {
  return (content) => ({ ...content, steps: content.steps.filter((step) => step.key !== key) });
}

export function dropField(key: string): ContentEdit {
  return (content) => withFields(content, ({ fields }) => fields.filter((field) => field.key !== key));
}

function withFields(content: FormContent, fieldsOf: (step: FormStep) => readonly FormField[]): FormContent {
  return { ...content, steps: content.steps.map((step) => ({ ...step, fields: [...fieldsOf(step)] })) };
}

function move<Item>(items: readonly Item[], index: number, direction: Direction): Item[] {
  const place = Math.max(0, Math.min(items.length - 1, index + (direction === 'up' ? -1 : 1)));
  const item = items[index] as Item;
  return items.toSpliced(index, 1).toSpliced(place, 0, item);
}
