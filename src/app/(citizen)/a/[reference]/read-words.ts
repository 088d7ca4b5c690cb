'use server';

import { headers } from 'next/headers';
import { markWordsRead } from '#features/waiting-room/say-to-waiting.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { clock } from '../../../../wiring.ts';
import { currentVisit } from '../../../current-visit.ts';

/** The citizen read what was said while they wait. `reference` is bound by the page. */
export async function readWords(reference: string): Promise<void> {
  const actor = await currentVisit(reference);
  if (actor === null || comesFromElsewhere(await headers())) return;
  await markWordsRead(clock, actor);
}
