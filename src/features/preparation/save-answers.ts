import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { readPreparatoryForm } from '#db/preparatory-form.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { type PreparatoryQuestion, readAnswer, tidyText } from '#journey/preparatory-questions.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import type { Clock } from '#ports/clock.ts';
import { readRemark, writeAnswer, writeRemark } from './answers.data.ts';
import { findPrepared } from './ready-items.data.ts';

export type TypedAnswers = {
  /** What the citizen wants to ask; null leaves it as it is. */
  readonly remark: string | null;
  /** By the question's id; a question that is not named stays as it is. */
  readonly answers: Readonly<Record<string, string>>;
};

/** `masked`: kept, with sensitive numbers made unreadable; `over` once somebody speaks with them, or nobody will any more. */
export type SavedAnswers = 'saved' | 'masked' | 'over';

/**
 * Keeps what the citizen asks and answers before the conversation; each time they press the button, as often as they like. What is missing
 * or makes no sense keeps nothing else from being kept.
 */
export async function saveAnswers(
  clock: Clock,
  actor: VisitActor,
  typed: TypedAnswers,
): Promise<SavedAnswers> {
  if (actor.role !== 'citizen') return 'over';
  const { organisationId, appointmentId } = actor;
  return withOrganisation(organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    const appointment = await findPrepared(scope, appointmentId);
    const now = clock.now();
    const stage = appointment?.stageAt(now);
    if (appointment === null || (stage !== 'prepare' && stage !== 'wait')) return 'over';
    const remark = typed.remark === null ? null : mask(tidyText(typed.remark));
    const form = await readPreparatoryForm(scope, appointmentId);
    const answers = form.flatMap(({ questions }) => questions.flatMap((each) => read(each, typed)));
    const changed = await write(scope, actor, { remark, answers, at: new Date(now) });
    if (changed > 0) {
      await renewPage(scope, appointmentId);
      await recordEvent(scope, {
        streams: [`appointment:${appointmentId}`, `team:${appointment.teamId}`],
        type: 'preparation.answered',
        actor: eventActorOf(actor),
        payload: { appointmentId, changed },
        at: now,
      });
    }
    return remark?.isMasked || answers.some(({ isMasked }) => isMasked) ? 'masked' : 'saved';
  });
}

type Kept = { readonly text: string; readonly isMasked: boolean };
type KeptAnswer = Kept & { readonly question: PreparatoryQuestion };

/** Signs that were made unreadable before stay so, and are no news. */
const mask = (text: string): Kept => maskSensitiveNumbers(text);

function read(question: PreparatoryQuestion, { answers }: TypedAnswers): KeptAnswer[] {
  const written = answers[question.id];
  const value = written === undefined ? undefined : readAnswer(question, written);
  if (value === undefined) return [];
  const kept = question.kind === 'text' ? mask(value ?? '') : { text: value ?? '', isMasked: false };
  return [{ ...kept, question }];
}

type Written = { readonly remark: Kept | null; readonly answers: readonly KeptAnswer[]; readonly at: Date };

/** @returns how many things are other than before */
async function write(
  scope: OrganisationScope,
  { appointmentId }: VisitActor,
  { remark, answers, at }: Written,
): Promise<number> {
  let changed = 0;
  if (remark !== null && remark.text !== ((await readRemark(scope, appointmentId)) ?? '')) {
    await writeRemark(scope, appointmentId, remark.text === '' ? null : remark.text);
    changed += 1;
  }
  for (const { question, text } of answers) {
    if (text === (question.answer ?? '')) continue;
    const place = { appointmentId, questionId: question.id };
    await writeAnswer(scope, place, text === '' ? null : text, at);
    changed += 1;
  }
  return changed;
}
