'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { speakLanguage } from '#features/changes/speak-language.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { clock } from '../../../../wiring.ts';
import { currentLanguage } from '../../../current-request.ts';
import { currentVisit } from '../../../current-visit.ts';

/** Has the appointment's messages in the language in which its page is read. `reference` is bound by the page. */
export async function speakOwnLanguage(reference: string): Promise<void> {
  const actor = await currentVisit(reference);
  if (actor !== null && !comesFromElsewhere(await headers()))
    await speakLanguage(clock, actor, await currentLanguage());
  redirect(`/a/${encodeURIComponent(reference)}`);
}
