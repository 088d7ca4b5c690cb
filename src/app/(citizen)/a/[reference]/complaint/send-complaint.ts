'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { complaintForm, longestComplaint, longestContact } from '#features/complaints/complaint.ts';
import { makeComplaint } from '#features/complaints/make-complaint.ts';
import type { ComplaintResult } from '#features/complaints/ui/complaint-form.tsx';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { attemptLimiter, clock } from '../../../../../wiring.ts';
import { currentKnownVisit } from '../../../../current-visit.ts';

const perVisit = { name: 'complaint', attempts: 5, perSeconds: 3_600 };
const fields = ['key', 'subject', 'words', 'contact'] as const;

/** Takes a complaint. `reference` is bound by the page. */
export async function sendComplaint(
  reference: string,
  _before: ComplaintResult,
  form: FormData,
): Promise<ComplaintResult> {
  const typed = Object.fromEntries(
    fields.map((name) => [name, String(form.get(name) ?? '').slice(0, 8_000)]),
  );
  const complaint = complaintForm.safeParse(typed);
  if (!complaint.success) {
    const words = (typed.words ?? '').trim();
    if (words === '') return { problem: 'empty', typed };
    if (words.length > longestComplaint) return { problem: 'tooLong', typed };
    const isContact = (typed.contact ?? '').trim().length > longestContact;
    return { problem: isContact ? 'contactTooLong' : 'refused', typed };
  }
  // Also on a device that another one took over from.
  const visit = await currentKnownVisit(reference);
  const isOwn = visit !== null && !comesFromElsewhere(await headers());
  if (!isOwn || !(await attemptLimiter.allow(perVisit, visit.actor.visitId)))
    return { problem: 'refused', typed };
  const isKept = await makeComplaint(clock, visit.actor, complaint.data);
  if (!isKept) return { problem: 'refused', typed };
  redirect(`/a/${encodeURIComponent(reference)}/complaint?made=1`);
}
