'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findLinkOfCode } from '#features/link/find-link-of-code.ts';
import { mayTryCode } from '#features/link/link-limits.ts';
import type { CodeState } from '#features/link/ui/code-form.tsx';
import { config } from '#shared/config/config.ts';
import { typedCodeCookie } from '#shared/cookies.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { attemptLimiter, clock } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';

/** Long enough to read whose appointment it is and to click. */
const keptSeconds = 900;
const mostCharacters = 100;

/** Takes a typed code. Every miss gets the same answer; a hit leads to the page that says whose appointment it is. */
export async function sendCode(_before: CodeState, form: FormData): Promise<CodeState> {
  const typed = String(form.get('code') ?? '').slice(0, mostCharacters);
  if (typed.trim() === '') return { typed, problem: 'missing' };
  const head = await headers();
  if (comesFromElsewhere(head)) return { typed, problem: 'unknown' };
  if (!(await mayTryCode(attemptLimiter, typed, clientAddress(head)))) return { typed, problem: 'tooMany' };
  const organisation = await currentOrganisation();
  const token = await findLinkOfCode({ clock, linkSecret: config().LINK_SECRET }, organisation.id, typed);
  if (token === null) return { typed, problem: 'unknown' };
  const attributes = {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: keptSeconds,
  } as const;
  (await cookies()).set(typedCodeCookie, token, attributes);
  redirect('/code/whose');
}
