import { readLevel } from '#db/assurance.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { type HeldRequest, moveRequest } from '#db/requests.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { checkStep, type StepProblem } from '#journey/forms/check-form.ts';
import { keepVisible, rowsOf, type TypedRow, visibleSteps } from '#journey/forms/form-answers.ts';
import type { FormStep } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { type StoredFilling, writeContent } from './fillings.data.ts';
import { keepHelped } from './helped-answers.ts';
import { type FormTools, todayOf, withOpenForm } from './own-form.ts';
import { tidyRows } from './tidy-rows.ts';

export type TypedStep = {
  readonly step: string;
  readonly rows: readonly TypedRow[];
  /** The filling's revision that the page was made with. */
  readonly seen: number;
};

export type SavedStep =
  | {
      readonly kind: 'saved';
      readonly revision: number;
      /** As they are kept now. */
      readonly rows: readonly TypedRow[];
      /** They keep nothing from being kept. */
      readonly problems: readonly StepProblem[];
      /** Sensitive numbers were made unreadable. */
      readonly isMasked: boolean;
    }
  /** Another device saved something else meanwhile: nothing was written, and this is what stands there. */
  | { readonly kind: 'conflict'; readonly revision: number; readonly theirs: readonly TypedRow[] }
  /** It is not asked any more. */
  | { readonly kind: 'over' };

/** Keeps one step of a form as it was typed, right or wrong. What is not asked any more by its answers is forgotten. */
export async function saveStep(
  tools: FormTools,
  actor: VisitActor,
  id: RequestId,
  typed: TypedStep,
): Promise<SavedStep> {
  const saved = await withOpenForm(tools, actor, id, async (scope, request, filling): Promise<SavedStep> => {
    const { form, content, revision } = filling;
    const step = visibleSteps(form, content.answers).find(({ key }) => key === typed.step);
    if (step === undefined) return { kind: 'over' };
    const { rows, isMasked } = await readTyped(scope, request, step, typed.rows);
    const stored = rowsOf(step, content.answers);
    const isSame = JSON.stringify(rows) === JSON.stringify(stored);
    if (!isSame && (content.savedAt[step.key] ?? 0) > typed.seen)
      return { kind: 'conflict', revision, theirs: stored };
    const written = { actor, filling, step, rows };
    if (!isSame) await write(tools, scope, request, written);
    // Filled in together, each field was kept already as it was typed.
    else if (!(step.key in content.takenAt))
      await tellPlace(tools, scope, request, { ...written, answers: content.answers });
    const { problems } = checkStep(step, { [step.key]: rows }, todayOf(tools));
    return { kind: 'saved', revision: isSame ? revision : revision + 1, rows, problems, isMasked };
  });
  return saved ?? { kind: 'over' };
}

/** What is typed as it is kept: of who is not identified without numbers that nobody should send. */
async function readTyped(
  scope: OrganisationScope,
  request: HeldRequest,
  step: FormStep,
  typed: readonly TypedRow[],
): Promise<{ readonly rows: readonly TypedRow[]; readonly isMasked: boolean }> {
  const rows = tidyRows(step, typed);
  if ((await readLevel(scope, request)) !== 'none') return { rows, isMasked: false };
  const texts = new Set(step.fields.flatMap(({ key, kind }) => (kind === 'text' ? [key] : [])));
  let isMasked = false;
  const maskedRows = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, values]) => {
        if (!texts.has(name)) return [name, values];
        const masked = values.map(maskSensitiveNumbers);
        isMasked ||= masked.some((each) => each.isMasked);
        return [name, masked.map(({ text }) => text)];
      }),
    ),
  );
  return { rows: maskedRows, isMasked };
}

type Written = {
  readonly actor: VisitActor;
  readonly filling: StoredFilling;
  readonly step: FormStep;
  readonly rows: readonly TypedRow[];
};

async function write(
  { clock, sealing }: FormTools,
  scope: OrganisationScope,
  { id }: HeldRequest,
  { actor, filling, step, rows }: Written,
): Promise<void> {
  const { form, content, revision } = filling;
  const answers = keepVisible(form, { ...content.answers, [step.key]: rows });
  const now = { [step.key]: revision + 1 };
  const savedAt = { ...content.savedAt, ...now };
  const takenAt = { ...content.takenAt, ...now };
  await writeContent(scope, sealing, {
    requestId: id,
    content: { ...content, answers, savedAt, takenAt, helped: keepHelped(content.helped, answers) },
    sentAt: null,
  });
  await tellPlace({ clock }, scope, { id }, { actor, filling, step, answers });
}

/** The seat sees up to which step it is filled in. */
async function tellPlace(
  { clock }: Pick<FormTools, 'clock'>,
  scope: OrganisationScope,
  { id }: Pick<HeldRequest, 'id'>,
  {
    actor,
    filling,
    step,
    answers,
  }: Omit<Written, 'rows'> & { readonly answers: StoredFilling['content']['answers'] },
): Promise<void> {
  const asked = visibleSteps(filling.form, answers);
  const place = asked.findIndex(({ key }) => key === step.key) + 1;
  await moveRequest(scope, id, 'begin', {
    actor: eventActorOf(actor),
    at: clock.now(),
    progress: `${place}/${asked.length}`,
  });
}
