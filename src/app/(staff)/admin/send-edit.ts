import { randomUUID } from 'node:crypto';
import { parseWithZod } from '@conform-to/zod/v4';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { type EditState, freshEdit } from '#features/administration/edit-state.ts';
import {
  type AdministrationTools,
  type Change,
  makeChange,
  type Refusal,
} from '#features/administration/make-change.ts';
import { type ProblemCode, toProblemCode } from '#features/administration/problems.ts';
import { parseRowPress, pressRow } from '#features/administration/rows.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { currentReader } from '../../current-reader.ts';
import { currentStaff } from '../../current-request.ts';
import { administrationTools } from './administration-tools.ts';
import { writeEffect } from './effect-words.ts';

export type Intent = 'save' | 'preview' | 'ahead' | 'remove';

type Sent<Schema extends z.ZodType> = {
  readonly schema: Schema;
  /** What the form asks for. */
  readonly toChange: (
    value: z.output<Schema>,
    intent: Intent,
    tools: AdministrationTools,
  ) => Change | Promise<Change>;
  /** Where to go once it is saved. */
  readonly back: (value: z.output<Schema>) => string;
  /** The fields of a new row of each of its lists. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
};

/** Longer than anything that is accepted, so that what was typed too long comes back whole. */
const mostTypedCharacters = 5000;

/** Takes a form of the administration: says what is wrong with it, shows what it would do, or does it. */
export async function sendEdit<Schema extends z.ZodType>(
  previous: EditState,
  form: FormData,
  { schema, toChange, back, rows }: Sent<Schema>,
): Promise<EditState> {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/admin');
  const t = await getTranslations('admin.problems');
  const intent = intentOf(form);
  const isAhead = intent === 'ahead';
  const version = previous.version + (isAhead ? 0 : 1);
  const state = {
    ...freshEdit,
    typed: typedOf(form),
    asked: intent === 'remove' ? intent : 'save',
    version,
  } as const;
  if (!hasOwnOrigin(await headers())) return { ...state, problem: t('fromElsewhere') };
  const press = parseRowPress(form.get('intent'));
  if (press !== null) return { ...state, ...pressRow(state.typed, press, rows?.[press.list] ?? []) };
  const submission = parseWithZod(form, { schema });
  if (submission.status !== 'success') {
    const say = (code: ProblemCode) => t(`${code}`, { at: 'none' });
    const problems = problemsOf(submission.error, state.typed, say);
    if (!isAhead) return { ...state, problems };
    // While somebody types, what is not right yet is no mistake, but for what more typing does not mend; what was told before stays while it holds.
    return {
      ...previous,
      typed: state.typed,
      problems: pick(previous.problems, (field) => field in problems),
      noticed: pick(problems, (field) => problems[field] === say('rangesOverlap')),
      effect: null,
      confirmed: null,
    };
  }
  const value = submission.value as z.output<Schema>;
  const tools = await administrationTools();
  const change = await toChange(value, intent, tools);
  const request = { save: intent === 'save' || intent === 'remove', confirmation: confirmationOf(form) };
  const outcome = await makeChange(tools, actor, change, request);
  if (outcome.kind === 'forbidden') return { ...state, problem: t('forbidden') };
  if (outcome.kind === 'refused') {
    const { code, field } = outcome.refusal;
    const words = t(`${code}`, { at: await writeWhat(outcome.refusal) });
    return field === undefined || isAhead
      ? { ...state, problem: words }
      : { ...state, problems: { [field]: words } };
  }
  if (outcome.kind === 'done') redirect(addSaved(back(value), outcome.effect.hits.length > 0));
  const effect = await writeEffect(outcome.effect, change);
  return { ...state, effect, confirmed: outcome.confirmation };
}

/** What a refusal is about, in the reader's language. */
async function writeWhat({ at = 'none', names }: Refusal): Promise<string> {
  if (names === undefined) return at;
  const { say, language } = await currentReader();
  return new Intl.ListFormat(language).format(names.map(say));
}

/** The page that it leads back to says that it is saved, and when appointments lost their time by it. Never the same address twice: its forms begin anew. */
export function addSaved(address: string, hits: boolean): string {
  const saved = `${hits ? 'hits' : 'yes'}.${randomUUID().slice(0, 8)}`;
  return `${address}${address.includes('?') ? '&' : '?'}saved=${saved}`;
}

function pick(
  words: Readonly<Record<string, string>>,
  keeps: (field: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([field]) => keeps(field)));
}

function intentOf(form: FormData): Intent {
  const intents: readonly Intent[] = ['save', 'preview', 'ahead', 'remove'];
  return intents.find((intent) => intent === form.get('intent')) ?? 'preview';
}

function confirmationOf(form: FormData): string | null {
  const confirmed = form.get('confirmed');
  return typeof confirmed === 'string' ? confirmed : null;
}

function typedOf(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$')) continue;
    typed[name] = [...(typed[name] ?? []), value.slice(0, mostTypedCharacters)];
  }
  return typed;
}

function problemsOf(
  errors: Record<string, string[] | null> | null | undefined,
  typed: Readonly<Record<string, unknown>>,
  say: (code: ProblemCode) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors ?? {}).map(([path, messages]) => [
      fieldOf(path, typed),
      say(toProblemCode(messages?.[0])),
    ]),
  );
}

/** The field that a problem is shown at: what is wrong in a row stands in the row, the items of a list belong to it, and a text per language begins with its first. */
function fieldOf(path: string, typed: Readonly<Record<string, unknown>>): string {
  if (path in typed) return path;
  const field = path.replace(/\[\d+\]$/, '');
  return field in typed ? field : (Object.keys(typed).find((name) => name.startsWith(`${field}.`)) ?? field);
}
