'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { answerRequest } from '#features/requests/answer-request.ts';
import { longestReason } from '#features/requests/longest-reason.ts';
import type { RequestId } from '#journey/ids.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentVisit } from '../../../../../current-visit.ts';

/** Takes "I would rather not" from the page of a request, which then shows what became of it. */
export async function sendDeclined(reference: string, id: RequestId, form: FormData): Promise<void> {
  const actor = comesFromElsewhere(await headers()) ? null : await currentVisit(reference);
  const because = String(form.get('because') ?? '').slice(0, longestReason);
  if (actor !== null) await answerRequest(clock, actor, id, { what: 'decline', because });
  redirect(`/a/${encodeURIComponent(reference)}/requests/${id}`);
}

/** Takes "not now": back to the appointment, where it stands ready. */
export async function sendPostponed(reference: string, id: RequestId): Promise<void> {
  const actor = comesFromElsewhere(await headers()) ? null : await currentVisit(reference);
  if (actor !== null) await answerRequest(clock, actor, id, { what: 'postpone' });
  redirect(`/a/${encodeURIComponent(reference)}`);
}
