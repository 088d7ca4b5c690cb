'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { sendAgain } from '#features/messages/send-again.ts';
import type { MessageId } from '#journey/ids.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { clock, jobQueue } from '../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';

/** Takes the wish of a supervisor to send a message once more; the page says what came of it. */
export async function sendMessageAgain(form: FormData): Promise<never> {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/insights/messages');
  const id = z.uuid().safeParse(form.get('id'));
  if (!id.success || !hasOwnOrigin(await headers())) redirect('/insights/messages?done=refused');
  const { timeZone } = await currentOrganisation();
  const outcome = await sendAgain({ clock, timeZone, jobQueue }, actor, id.data as MessageId);
  const done = { done: 'again', notFailing: 'gone', senseless: 'senseless', forbidden: 'refused' } as const;
  redirect(`/insights/messages?done=${done[outcome.kind]}`);
}
