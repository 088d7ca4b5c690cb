'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findLinkOfCode } from '#features/link/find-link-of-code.ts';
import { findLinkOfSpokenCode, type SpokenCodeMiss } from '#features/link/find-link-of-spoken-code.ts';
import { mayTryCode } from '#features/link/link-limits.ts';
import type { CodeState } from '#features/link/ui/code-form.tsx';
import type { LinkToken } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { config } from '#shared/config/config.ts';
import { typedCodeCookie } from '#shared/cookies.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { parseSpokenCode } from '#shared/spoken-code.ts';
import { attemptLimiter, clock } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';

/** Of a sheet, or of six digits that a clerk said aloud. */
async function findToken(typed: string, address: string): Promise<Result<LinkToken, SpokenCodeMiss>> {
  const { id } = await currentOrganisation();
  const linkSecret = config().LINK_SECRET;
  const spoken = parseSpokenCode(typed);
  if (spoken !== null)
    return findLinkOfSpokenCode({ clock, linkSecret, attemptLimiter }, id, spoken, address);
  if (!(await mayTryCode(attemptLimiter, typed, address))) return fail({ code: 'tooMany' });
  const token = await findLinkOfCode({ clock, linkSecret }, id, typed);
  return token === null ? fail({ code: 'unknown' }) : succeed(token);
}

/** Long enough to read whose appointment it is and to click. */
const keptSeconds = 900;
const mostCharacters = 100;

/** Takes a typed code. Every miss gets the same answer; a hit leads to the page that says whose appointment it is. */
export async function sendCode(_before: CodeState, form: FormData): Promise<CodeState> {
  const typed = String(form.get('code') ?? '').slice(0, mostCharacters);
  if (typed.trim() === '') return { typed, problem: 'missing' };
  const head = await headers();
  if (comesFromElsewhere(head)) return { typed, problem: 'unknown' };
  const found = await findToken(typed, clientAddress(head));
  if (!found.ok) return { typed, problem: found.failure.code };
  const attributes = {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: keptSeconds,
  } as const;
  (await cookies()).set(typedCodeCookie, found.value, attributes);
  redirect('/code/whose');
}
