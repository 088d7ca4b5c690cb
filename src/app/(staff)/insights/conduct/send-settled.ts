'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { settleComplaint } from '#features/complaints/make-complaint.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { clock } from '../../../../wiring.ts';
import { currentStaff } from '../../../current-request.ts';

/** Takes the word of a supervisor that a complaint was dealt with; the page shows what stands. */
export async function sendSettled(form: FormData): Promise<never> {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/insights/conduct');
  const id = z.uuid().safeParse(form.get('id'));
  if (id.success && hasOwnOrigin(await headers())) await settleComplaint(clock, actor, id.data);
  redirect('/insights/conduct');
}
