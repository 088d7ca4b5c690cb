import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Booked } from '#features/booking/booking-request.ts';
import { exchangeLink } from '#features/link/exchange-link.ts';
import { visitCookieFor } from '#features/link/visit-cookie.ts';
import { clock, videoRooms } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';
import { forgetBrowserHold } from '../browser-hold.ts';

/** Gives this browser the appointment and goes there. */
export async function goToAppointment({ reference, linkToken, again }: Booked): Promise<never> {
  const [organisation, jar] = await Promise.all([currentOrganisation(), cookies()]);
  if (linkToken !== null) {
    const exchange = await exchangeLink({ clock, videoRooms }, organisation.id, {
      token: linkToken,
      choice: { as: again ? 'sameCitizen' : 'citizen' },
      cookies: (name) => jar.get(name)?.value,
      // Who books has read nothing yet of what is being sent now.
      byHand: false,
    });
    if (exchange.ok && exchange.value.cookieToken !== null)
      jar.set(visitCookieFor(exchange.value, exchange.value.cookieToken, clock.now()));
  }
  await forgetBrowserHold();
  redirect(`/a/${reference}?booked=1`);
}
