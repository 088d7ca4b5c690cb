'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { answerProposal } from '#features/changes/answer-proposal.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import { changeTools } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { currentVisit } from '../../../current-visit.ts';
import { homeOf } from './current-change.ts';

const mostCharacters = 100;

/** Takes the answer to what a clerk proposes instead of video. `reference` is bound by the page. */
export async function sendProposalAnswer(reference: string, form: FormData): Promise<void> {
  const home = homeOf(reference);
  const [actor, organisation] = await Promise.all([currentVisit(reference), currentOrganisation()]);
  if (actor === null || comesFromElsewhere(await headers())) redirect(home);
  const accepts = form.get('answer') === 'yes';
  const phone = readPhoneNumber(String(form.get('phone') ?? '').slice(0, mostCharacters));
  const answered = await answerProposal(changeTools, actor, { organisation, accepts, phone });
  if (answered.ok) redirect(answered.value === 'accepted' ? `${home}?changed=1` : home);
  const { code } = answered.failure;
  redirect(code === 'gone' ? home : `${home}?proposal=${code === 'noPlace' ? 'noPlace' : 'phone'}`);
}
