import { redirect } from 'next/navigation';
import { type Insights, readInsights } from '#features/insights/read-insights.ts';
import { readWalkIns, type WalkInInsights } from '#features/insights/read-walk-ins.ts';
import { readSelection, type Selection } from '#features/insights/selection.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { clock } from '../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../current-request.ts';

/** What the address asks for, read for whoever is signed on; `insights` is null for those who may not see it. */
export async function readRequestedInsights(
  parameters: Readonly<Record<string, unknown>>,
): Promise<{ selection: Selection; insights: Insights | null }> {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/insights');
  const { timeZone } = await currentOrganisation();
  const selection = readSelection(parameters, localDateAt(epochMilliseconds(clock.now()), timeZone));
  return { selection, insights: await readInsights(actor, selection) };
}

/** The same of the open counter. */
export async function readRequestedWalkIns(selection: Selection): Promise<WalkInInsights | null> {
  const actor = await currentStaff();
  return actor === null ? null : readWalkIns(actor, selection);
}
