import type { VisitActor } from '#journey/actor.ts';
import type { StepProblem } from '#journey/forms/check-form.ts';
import { type TypedRow, visibleSteps } from '#journey/forms/form-answers.ts';
import type { RequestId } from '#journey/ids.ts';
import { readOwnForm } from './open-form.ts';
import type { FormTools } from './own-form.ts';
import { saveStep } from './save-step.ts';
import type { SentStep } from './sent-step.ts';

/** Where the page goes on, or what it shows again. */
export type StepOutcome =
  | { readonly kind: 'go' /** Null is the summary. */; readonly step: string | null }
  | {
      readonly kind: 'stay';
      readonly rows: readonly TypedRow[];
      readonly seen: number;
      readonly problems: readonly StepProblem[];
      readonly note: 'masked' | 'conflict' | 'over' | null;
      /** What stands there by another device; null unless it conflicts. */
      readonly theirs: readonly TypedRow[] | null;
    };

/** Takes a step of a form by the button that was pressed. Whatever the button, what was typed is kept. */
export async function takeStep(
  tools: FormTools,
  actor: VisitActor,
  id: RequestId,
  sent: SentStep,
): Promise<StepOutcome> {
  const { step, rows, seen, press } = sent;
  const kept = press.kind === 'drop' ? rows.toSpliced(press.row, 1) : rows;
  const saved = await saveStep(tools, actor, id, { step, rows: kept, seen });
  const stay = { kind: 'stay' as const, rows: kept, seen, problems: [], note: null, theirs: null };
  if (saved.kind === 'over') return { ...stay, note: 'over' };
  if (saved.kind === 'conflict')
    return { ...stay, seen: saved.revision, note: 'conflict', theirs: saved.theirs };
  const again = { ...stay, rows: saved.rows, seen: saved.revision };
  if (saved.isMasked) return { ...again, note: 'masked' };
  if (press.kind === 'add') return { ...again, rows: [...saved.rows, {}] };
  if (press.kind === 'drop' || press.kind === 'look') return again;
  if (press.kind === 'next' && saved.problems.length > 0) return { ...again, problems: saved.problems };
  return { kind: 'go', step: await findBeside(tools, actor, id, { step, press: press.kind }) };
}

/** The step before or after one, of those that are asked by now; before the first is the first. */
async function findBeside(
  tools: FormTools,
  actor: VisitActor,
  id: RequestId,
  { step, press }: { readonly step: string; readonly press: 'next' | 'previous' },
): Promise<string | null> {
  const own = await readOwnForm(tools, actor, id);
  const steps = own.kind === 'begun' ? visibleSteps(own.filling.form, own.filling.content.answers) : [];
  const place = steps.findIndex(({ key }) => key === step);
  if (press === 'next') return steps[place + 1]?.key ?? null;
  return steps[Math.max(0, place - 1)]?.key ?? null;
}
