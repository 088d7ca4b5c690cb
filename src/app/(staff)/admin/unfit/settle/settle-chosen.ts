'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readDecisions } from '#features/absence/absence-form.ts';
import type { UnfitOutcome } from '#features/absence/ui/unfit-plan.tsx';
import { settleUnfit } from '#features/absence/unfit-appointments.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { absenceTools } from '../../../seat/absence/absence-tools.ts';
import { doneLine } from '../../../seat/absence/planned-line.ts';

/** Settles the appointments as was decided for each. */
export async function settleChosen(_before: UnfitOutcome | null, form: FormData): Promise<UnfitOutcome> {
  if (!hasOwnOrigin(await headers())) return { kind: 'refused' };
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/admin/unfit');
  const { id, timeZone } = await currentOrganisation();
  const result = await settleUnfit(absenceTools, actor, { id, timeZone }, readDecisions(form));
  if (!result.ok) return { kind: 'refused' };
  const { settled, changedMeanwhile } = result.value;
  return { kind: 'done', lines: settled.map(doneLine), changedMeanwhile };
}
