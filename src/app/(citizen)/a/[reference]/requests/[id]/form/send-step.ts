'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { VisitActor } from '#journey/actor.ts';
import { visibleSteps } from '#journey/forms/form-answers.ts';
import type { FormStep } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import { beginForm, readOwnForm } from '#panels/forms/open-form.ts';
import { sayDifferences } from '#panels/forms/say-differences.ts';
import { sendForm } from '#panels/forms/send-form.ts';
import { readSentStep } from '#panels/forms/sent-step.ts';
import { type StepOutcome, takeStep } from '#panels/forms/take-step.ts';
import { problemWords } from '#panels/forms/ui/say-problem.ts';
import { problemsByControl, type StepState } from '#panels/forms/ui/step-view.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { currentReader } from '../../../../../../current-reader.ts';
import { currentVisit } from '../../../../../../current-visit.ts';
import { formTools } from '../../../../../../form-tools.ts';
import { changeLanguage } from '../../../../../book/change-language.ts';

const addressOf = (reference: string, id: RequestId) => `/a/${encodeURIComponent(reference)}/requests/${id}`;

async function fillingVisit(reference: string): Promise<VisitActor | null> {
  return comesFromElsewhere(await headers()) ? null : currentVisit(reference);
}

/** Begins the form of a request. `reference` and `id` are bound by the page. */
export async function sendBegin(reference: string, id: RequestId): Promise<void> {
  const actor = await fillingVisit(reference);
  const isBegun = actor !== null && (await beginForm(await formTools(), actor, id));
  redirect(`${addressOf(reference, id)}${isBegun ? '/form' : ''}`);
}

/** Takes one step, whichever of its buttons was pressed. */
export async function sendStep(
  reference: string,
  id: RequestId,
  step: string,
  previous: StepState,
  form: FormData,
): Promise<StepState> {
  await changeLanguage(form.get('intent'));
  const sent = readSentStep(step, form);
  const version = previous.version + 1;
  const actor = await fillingVisit(reference);
  if (actor === null)
    return { ...previous, rows: sent.rows, note: 'over', problems: {}, theirs: {}, version };
  const tools = await formTools();
  const outcome = await takeStep(tools, actor, id, sent);
  if (outcome.kind === 'go') redirect(`${addressOf(reference, id)}/form?step=${outcome.step ?? 'summary'}`);
  const own = await readOwnForm(tools, actor, id);
  const steps = own.kind === 'begun' ? visibleSteps(own.filling.form, own.filling.content.answers) : [];
  return { ...(await describe(outcome, steps.find(({ key }) => key === step) ?? null)), version };
}

type Stay = Extract<StepOutcome, { kind: 'stay' }>;

async function describe(
  { rows, seen, problems, note, theirs }: Stay,
  step: FormStep | null,
): Promise<Omit<StepState, 'version'>> {
  const state = { rows, seen, note, problems: {}, theirs: {} };
  if (step === null) return state;
  const reader = await currentReader();
  const say = await problemWords(step, reader);
  return {
    ...state,
    problems: problemsByControl(problems, say),
    theirs: theirs === null ? {} : sayDifferences(step, { own: rows, theirs }, reader),
  };
}

/** Sends the whole form as the summary shows it. */
export async function sendWhole(reference: string, id: RequestId, form: FormData): Promise<void> {
  const actor = await fillingVisit(reference);
  const address = addressOf(reference, id);
  if (actor === null) redirect(address);
  const sent = await sendForm(await formTools(), actor, id, Number(form.get('seen')));
  if (sent === 'over') redirect(address);
  if (sent === 'sent') redirect(`${address}/form`);
  redirect(`${address}/form?step=summary${sent === 'changed' ? '&changed=1' : ''}`);
}
