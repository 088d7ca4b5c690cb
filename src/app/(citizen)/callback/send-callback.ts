'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readCallbackAnswers, readHidden, readTyped } from '#features/callbacks/callback-form.ts';
import { mayAskForCall } from '#features/callbacks/callback-limits.ts';
import type { CallbackState } from '#features/callbacks/callback-state.ts';
import { requestCallback } from '#features/callbacks/request-callback.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import { systemActor } from '#journey/actor.ts';
import { languages } from '#journey/language.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { capitalise } from '#shared/i18n/format-moment.ts';
import { attemptLimiter } from '../../../wiring.ts';
import { callbackTools } from '../../callback-tools.ts';
import { currentLanguage, currentOrganisation } from '../../current-request.ts';
import { changeLanguage } from '../book/change-language.ts';
import { currentService } from '../current-service.ts';
import { currentOptions, sayWindow } from './callback-options.ts';

/** Takes the form of who wants to be called. What was typed is kept nowhere before it is right. */
export async function sendCallback(_before: CallbackState, form: FormData): Promise<CallbackState> {
  const intent = form.get('intent');
  await changeLanguage(intent);
  const hidden = readHidden(form);
  const service = hidden && (await currentService(hidden.service));
  if (hidden === null || !service?.isPublished) redirect('/callback');
  const typed = readTyped(form);
  const { options, soonest } = await currentOptions(service);
  if (options.length === 0) redirect(`/callback?service=${service.slug}`);
  const state: CallbackState = {
    submissionKey: hidden.submissionKey,
    typed,
    options,
    soonest,
    problems: {},
    trouble: null,
    promised: null,
  };
  const isLook = intent === 'edit' || languages.some((language) => intent === `language:${language}`);
  return isLook ? state : ask(state, service);
}

async function ask(state: CallbackState, service: ServiceDetails): Promise<CallbackState> {
  const head = await headers();
  if (comesFromElsewhere(head)) return { ...state, trouble: 'fromElsewhere' };
  const read = readCallbackAnswers(state.typed, service.isQuestion);
  if (!read.ok) return { ...state, problems: read.problems };
  const { answers } = read;
  if (!(await mayAskForCall(attemptLimiter, answers.phone, clientAddress(head))))
    return { ...state, trouble: 'tooMany' };
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const { submissionKey } = state;
  const asked = { by: systemActor, organisation, service, submissionKey, language, ...answers };
  const result = await requestCallback(callbackTools, asked);
  if (!result.ok) return { ...state, trouble: 'windowGone' };
  const { phone, window, phraseWords } = result.value;
  const how = answers.wanted === 'soon' ? 'until' : 'whole';
  const when = capitalise(await sayWindow(window, how), language);
  return { ...state, promised: { phone, when, phraseWords } };
}
