'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { exchangeLink } from '#features/link/exchange-link.ts';
import { visitCookieFor } from '#features/link/visit-cookie.ts';
import { type Joined, joinCounter } from '#features/walk-in/join-counter.ts';
import {
  readChannel,
  readHidden,
  readTyped,
  readWalkIn,
  type WalkInState,
} from '#features/walk-in/walk-in-form.ts';
import { clientAddress, namesSomebody } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { attemptLimiter, clock, videoRooms } from '../../../wiring.ts';
import { currentLanguage, currentOrganisation } from '../../current-request.ts';
import { walkInTools } from '../../walk-in-tools.ts';
import { currentService } from '../current-service.ts';

/** A library, a company or a mobile network stands behind one address; filling a waiting room takes far more. */
const perAddress = { name: 'walk-in-address', attempts: 10, perSeconds: 600 };

/** Takes somebody without appointment into the waiting room, and goes there. */
export async function sendWalkIn(_before: WalkInState, form: FormData): Promise<WalkInState> {
  const hidden = readHidden(form);
  const service = hidden && (await currentService(hidden.service));
  if (hidden === null || !service?.isPublished) redirect('/counter');
  const typed = readTyped(form);
  const channel = readChannel(form);
  const state: WalkInState = { typed, channel, problems: {}, trouble: null };
  const head = await headers();
  if (comesFromElsewhere(head)) return { ...state, trouble: 'fromElsewhere' };
  const read = readWalkIn(typed);
  if (!read.ok) return { ...state, problems: read.problems };
  const address = clientAddress(head);
  if (namesSomebody(address) && !(await attemptLimiter.allow(perAddress, address)))
    return { ...state, trouble: 'tooMany' };
  if (channel === null) return { ...state, trouble: 'notOffered' };
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const { submissionKey } = hidden;
  const { name, phone } = read;
  const joined = await joinCounter(walkInTools(), {
    organisation,
    service,
    channel,
    submissionKey,
    name,
    phone,
    language,
  });
  if (!joined.ok) return { ...state, trouble: joined.failure.code };
  return goToWaitingRoom(joined.value);
}

/** Gives this browser its place and goes there. */
async function goToWaitingRoom({ reference, linkToken, again }: Joined): Promise<never> {
  const [organisation, jar] = await Promise.all([currentOrganisation(), cookies()]);
  const exchange = await exchangeLink({ clock, videoRooms }, organisation.id, {
    token: linkToken,
    choice: { as: again ? 'sameCitizen' : 'citizen' },
    cookies: (name) => jar.get(name)?.value,
    byHand: false,
  });
  if (exchange.ok && exchange.value.cookieToken !== null)
    jar.set(visitCookieFor(exchange.value, exchange.value.cookieToken, clock.now()));
  redirect(`/a/${reference}`);
}
