'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { acceptOffer, declineOffer } from '#features/changes/answer-offer.ts';
import { askEarlierTime, stopAskingEarlierTime } from '#features/changes/ask-earlier-time.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { changeTools } from '../../../../../wiring.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { currentVisit } from '../../../../current-visit.ts';
import { homeOf } from '../current-change.ts';

/** Takes the button that joins or leaves the line; the page shown next says how it stands. `reference` is bound by the page. */
export async function changeEarlierWish(reference: string, form: FormData): Promise<void> {
  const actor = await currentVisit(reference);
  if (actor !== null && !comesFromElsewhere(await headers())) {
    const change = form.get('wish') === 'stop' ? stopAskingEarlierTime : askEarlierTime;
    await change(changeTools, actor, actor.appointmentId);
  }
  redirect(`${homeOf(reference)}/earlier`);
}

/** Takes the answer to an offer. `reference` is bound by the page; the form says which time it is about. */
export async function answerEarlierTime(reference: string, form: FormData): Promise<void> {
  const home = homeOf(reference);
  const [actor, organisation] = await Promise.all([currentVisit(reference), currentOrganisation()]);
  const startAt = readTime(form.get('time'));
  if (actor === null || startAt === null || comesFromElsewhere(await headers())) redirect(`${home}/earlier`);
  const answer = { organisation, appointmentId: actor.appointmentId, startAt };
  if (form.get('answer') !== 'yes') {
    await declineOffer(changeTools, actor, answer);
    redirect(`${home}/earlier`);
  }
  const accepted = await acceptOffer(changeTools, actor, answer);
  redirect(accepted.ok ? `${home}?changed=1` : `${home}/earlier?gone=1`);
}

function readTime(value: FormDataEntryValue | null): EpochMilliseconds | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? epochMilliseconds(Number(value)) : null;
}
