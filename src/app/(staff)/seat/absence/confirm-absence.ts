'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readAbsence, readDecisions } from '#features/absence/absence-form.ts';
import { settleAbsence } from '#features/absence/settle-absence.ts';
import type { AbsenceOutcome } from '#features/absence/ui/absence-done.tsx';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { absenceTools } from './absence-tools.ts';
import { doneLine } from './planned-line.ts';
import { hrefOf, typedOf } from './typed-absence.ts';

/** Writes the absence down and settles its appointments as was decided. */
export async function confirmAbsence(
  _before: AbsenceOutcome | null,
  form: FormData,
): Promise<AbsenceOutcome> {
  if (!hasOwnOrigin(await headers())) return { kind: 'refused' };
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat/absence');
  const { id, timeZone } = await currentOrganisation();
  const typed = typedOf((name) => form.get(name));
  const absence = readAbsence(typed, timeZone);
  if (!absence.ok) return { kind: 'refused' };
  const request = { ...absence.value, decisions: readDecisions(form) };
  const result = await settleAbsence(absenceTools, actor, { id, timeZone }, request);
  if (!result.ok) return { kind: 'refused' };
  const { settled, left, changedMeanwhile } = result.value;
  return {
    kind: 'done',
    lines: settled.map(doneLine),
    left: left.map(({ id: leftId, citizenName, startAt }) => ({ id: leftId, citizenName, startAt })),
    changedMeanwhile,
    againHref: hrefOf(typed),
  };
}
