'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { withdrawDocument } from '#features/documents/withdraw-document.ts';
import { saveAnswers } from '#features/preparation/save-answers.ts';
import { tickItem } from '#features/preparation/tick-item.ts';
import type { VisitActor } from '#journey/actor.ts';
import { type DocumentId, parseId } from '#journey/ids.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { clock } from '../../../../wiring.ts';
import { currentVisit } from '../../../current-visit.ts';

/** What the citizen does with the list of things to bring. `reference` is bound by the page, which shows what became of it. */

async function preparingVisit(reference: string): Promise<VisitActor | null> {
  return comesFromElsewhere(await headers()) ? null : currentVisit(reference);
}

export async function sendTick(reference: string, form: FormData): Promise<void> {
  const actor = await preparingVisit(reference);
  if (actor === null) return;
  const itemKey = String(form.get('item') ?? '').slice(0, 40);
  await tickItem(clock, actor, { itemKey, ready: form.get('ready') === 'yes' });
}

/** More than any field takes: what is longer is cut where it is read. */
const mostTypedCharacters = 8_000;

export async function sendAnswers(reference: string, form: FormData): Promise<void> {
  const actor = await preparingVisit(reference);
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.slice(0, mostTypedCharacters)] as const] : [],
  );
  const answers = typed.flatMap(([name, value]) =>
    name.startsWith('answer.') ? [[name.slice('answer.'.length), value] as const] : [],
  );
  const remark = typed.find(([name]) => name === 'remark')?.[1] ?? null;
  const outcome =
    actor === null
      ? 'over'
      : await saveAnswers(clock, actor, { remark, answers: Object.fromEntries(answers) });
  redirect(`/a/${encodeURIComponent(reference)}?answers=${outcome}#questions`);
}

export async function sendWithdrawal(reference: string, form: FormData): Promise<void> {
  const id = parseId<DocumentId>(String(form.get('document') ?? ''));
  const actor = await preparingVisit(reference);
  if (actor !== null && id !== null) await withdrawDocument(clock, actor, id);
}
