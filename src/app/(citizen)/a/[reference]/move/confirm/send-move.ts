'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { releaseHold } from '#features/booking/hold-time.ts';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import type { ConfirmState } from '#features/changes/ui/confirm-form.tsx';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import { changeTools } from '../../../../../../wiring.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { keepTimeLonger } from '../../../../book/keep-time.ts';
import { browserHolderKey, forgetBrowserHold } from '../../../../browser-hold.ts';
import { currentHolderKey } from '../../../../current-wish.ts';
import { writeAddress } from '../../../../wish-address.ts';
import { homeOf, requireChange } from '../../current-change.ts';
import { readWishedChange } from '../../wished-change.ts';

/** Takes the yes or the no, or keeps the time longer. `reference` and `query` are bound by the page; whatever cannot be had any more, the page of times says. */
export async function sendMove(
  reference: string,
  query: Readonly<Record<string, string>>,
  { hold }: ConfirmState,
  form: FormData,
): Promise<ConfirmState> {
  const typed = String(form.get('phone') ?? '').slice(0, 80);
  if (comesFromElsewhere(await headers())) return { typed, problem: 'fromElsewhere', hold };
  const [{ actor, appointment }, organisation] = await Promise.all([
    requireChange(reference),
    currentOrganisation(),
  ]);
  const home = homeOf(reference);
  const wished = await readWishedChange(appointment, query);
  const read = parseMoment(query.moment ?? '', organisation.timeZone, epochMilliseconds(0));
  if (!read.ok) redirect(`${home}/move`);
  if (form.get('intent') === 'no') return leave(organisation, home);
  const holderKey = await browserHolderKey();
  const move = writeAddress(`${home}/move`, [...wished.fields, ['moment', query.moment ?? ''] as const]);
  if (form.get('intent') === 'prolong') {
    const kept = await keepTimeLonger({ wish: wished.wish, startAt: read.value, holderKey });
    return kept.ok ? { typed, problem: null, hold: kept.value } : redirect(`${move}#moments`);
  }
  const asksPhone = wished.channel === 'phone' && appointment.phone === null;
  const phone = asksPhone ? readPhoneNumber(typed) : null;
  if (asksPhone && phone === null) return { typed, problem: 'phoneWrong', hold };
  const moved = await moveAppointment(changeTools, actor, {
    organisation,
    appointmentId: appointment.id,
    startAt: read.value,
    holderKey,
    ...(wished.channel === undefined ? {} : { channel: wished.channel, locationId: wished.wish.locationId }),
    ...(phone === null ? {} : { phone }),
  });
  if (moved.ok) {
    await forgetBrowserHold();
    redirect(`${home}?changed=1`);
  }
  if (moved.failure.code === 'phoneMissing') return { typed, problem: 'phoneWrong', hold };
  if (moved.failure.code === 'notYours') redirect(home);
  if (moved.failure.code === 'tooLate') redirect(`${home}/move`);
  redirect(`${move}#moments`);
}

/** Nothing changes, and others can have the time that was kept. */
async function leave(organisation: { readonly id: OrganisationId }, home: string): Promise<never> {
  const holderKey = await currentHolderKey();
  if (holderKey !== null) await releaseHold({ organisation, holderKey });
  await forgetBrowserHold();
  redirect(home);
}
