import { z } from 'zod';
import type { FormCondition } from '#journey/forms/form-definition.ts';

/** A condition as one choice of a list: `kind=party`; nothing where there is none. */
export const typedCondition = z
  .string()
  .regex(/^([a-z][a-z0-9]*=[a-z][a-z0-9]*)?$/)
  .optional();

export function conditionOf(typed: string | undefined): FormCondition | null {
  const [field, answer] = (typed ?? '').split('=');
  return field && answer ? { field, answer } : null;
}

export const writeCondition = (condition: FormCondition | null): string =>
  condition === null ? '' : `${condition.field}=${condition.answer}`;
