'use server';

import { headers } from 'next/headers';
import { askTurnText, dropTurnText } from '#features/waiting-room/ask-turn-text.ts';
import type { TurnTextState } from '#features/waiting-room/ui/turn-text.tsx';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { attemptLimiter, clock } from '../../../../wiring.ts';
import { currentVisit } from '../../../current-visit.ts';

/** Nobody changes the number so often. */
const perVisit = { name: 'turn-text', attempts: 10, perSeconds: 600 };
const mostCharacters = 100;

/** Takes the wish for a text when it is nearly their turn, or takes it back. `reference` is bound by the page. */
export async function sendTurnText(
  reference: string,
  _before: TurnTextState,
  form: FormData,
): Promise<TurnTextState> {
  const typed = String(form.get('phone') ?? '').slice(0, mostCharacters);
  const actor = await currentVisit(reference);
  if (actor === null || comesFromElsewhere(await headers())) return { typed, problem: 'over' };
  if (form.get('intent') === 'drop') {
    await dropTurnText(clock, actor);
    return { typed: '', problem: null };
  }
  if (!(await attemptLimiter.allow(perVisit, actor.visitId))) return { typed, problem: 'tooMany' };
  const asked = await askTurnText(clock, actor, typed);
  return asked.ok ? { typed: '', problem: null } : { typed, problem: asked.failure.code };
}
