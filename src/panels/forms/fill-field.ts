import { readLevel } from '#db/assurance.ts';
import { recordEvent } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { HeldRequest } from '#db/requests.ts';
import { eventActorOf } from '#journey/actor.ts';
import { keepVisible, namesOf, rowsOf, visibleSteps } from '#journey/forms/form-answers.ts';
import type { FormField, FormStep } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import { isTypingNumber } from '#journey/live-text.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import type { FillingContent } from './filling.ts';
import { type StoredFilling, writeContent } from './fillings.data.ts';
import { type HelpedAnswers, keepHelped } from './helped-answers.ts';
import { type FormHand, type FormTools, withOpenForm } from './own-form.ts';
import { controlName } from './sent-step.ts';
import type { SentField } from './shared-form.ts';
import { tidyRows } from './tidy-rows.ts';

export type FillFailure =
  /** Nothing is to be filled in here by this person, or not any more. */
  | { readonly code: 'notFound' }
  /** The step was sent in or has other rows since the page was told: try again with what it is told now. */
  | { readonly code: 'changed' };

export type FilledField = {
  /** The filling's revision in which it stands. */
  readonly revision: number;
  /**
   * Nothing was kept for now: a number is being typed that may become a sensitive one, or nothing is left of a row. It is kept with what
   * follows, or with the step.
   */
  readonly isHeld: boolean;
  /** A sensitive number was made unreadable. */
  readonly isMasked: boolean;
};

type Place = { readonly step: FormStep; readonly field: FormField };

/** Keeps what stands in one field while it is filled in, by who is asked or by the clerk in conversation with them. No event tells of each letter. */
export async function fillField(
  tools: FormTools,
  hand: FormHand,
  id: RequestId,
  sent: SentField,
): Promise<Result<FilledField, FillFailure>> {
  const filled = await withOpenForm(
    tools,
    hand,
    id,
    async (scope, request, filling): Promise<Result<FilledField, FillFailure>> => {
      const place = findPlace(filling, sent);
      if (place === null || (filling.content.takenAt[sent.step] ?? 0) > sent.seen)
        return fail({ code: 'changed' });
      const isOpenlyTyped = place.field.kind === 'text' && (await readLevel(scope, request)) === 'none';
      const { revision } = filling;
      const held = { revision, isHeld: true, isMasked: false };
      if (isOpenlyTyped && isHeld(sent)) return succeed(held);
      const masked = sent.values.map(maskSensitiveNumbers);
      const values = isOpenlyTyped ? masked.map(({ text }) => text) : sent.values;
      const content = putField(filling, place, { ...sent, values });
      if (content === null) return succeed(held);
      const isMasked = isOpenlyTyped && masked.some((each) => each.isMasked);
      if (content === filling.content) return succeed({ revision, isHeld: false, isMasked });
      const helped = hand.kind === 'staff' ? noteHelp(content, sent) : content.helped;
      if (hand.kind === 'staff') await tellOfHelp(tools, scope, request, { hand, filling });
      await writeContent(scope, tools.sealing, {
        requestId: id,
        content: { ...content, helped: keepHelped(helped, content.answers) },
        sentAt: null,
      });
      return succeed({ revision: revision + 1, isHeld: false, isMasked });
    },
  );
  return filled ?? fail({ code: 'notFound' });
}

/** The field, where it is asked and its row is there; the first row that is not may be begun. */
function findPlace({ form, content }: StoredFilling, sent: SentField): Place | null {
  const step = visibleSteps(form, content.answers).find(({ key }) => key === sent.step);
  const field = step?.fields.find((each) => namesOf(each).includes(sent.name));
  if (step === undefined || field === undefined) return null;
  const rows = rowsOf(step, content.answers).length;
  const most = step.repeats === null ? 1 : step.repeats.most;
  return sent.of === rows && sent.row <= rows && sent.row < most ? { step, field } : null;
}

function isHeld({ values, caret }: SentField): boolean {
  return caret !== null && values.some((value) => isTypingNumber(value, caret));
}

/** @returns the same content where nothing is another, and null where a row would be gone under who fills it in */
function putField(
  { form, content, revision }: StoredFilling,
  { step }: Place,
  { row, name, values }: SentField,
): FillingContent | null {
  const rows = rowsOf(step, content.answers);
  const next = rows.toSpliced(row, 1, { ...rows[row], [name]: values });
  const tidied = tidyRows(step, next);
  if (tidied.length !== next.length) return null;
  const before = tidyRows(step, rows);
  if (JSON.stringify(before) === JSON.stringify(tidied)) return content;
  return {
    ...content,
    answers: keepVisible(form, { ...content.answers, [step.key]: tidied }),
    savedAt: { ...content.savedAt, [step.key]: revision + 1 },
  };
}

function noteHelp({ helped, answers }: FillingContent, { step, row, name }: SentField): HelpedAnswers {
  const kept = answers[step]?.[row]?.[name] ?? [];
  return { ...helped, [step]: { ...helped[step], [controlName(row, name)]: kept } };
}

/** That a clerk fills in for somebody is logged once, whatever they fill in. */
async function tellOfHelp(
  { clock }: FormTools,
  scope: OrganisationScope,
  { id, appointmentId }: HeldRequest,
  { hand, filling }: { readonly hand: FormHand; readonly filling: StoredFilling },
): Promise<void> {
  if (Object.keys(filling.content.helped).length > 0) return;
  await recordEvent(scope, {
    streams: [`appointment:${appointmentId}`],
    type: 'form.filledInFor',
    actor: eventActorOf(hand),
    payload: { requestId: id },
    at: clock.now(),
  });
}
