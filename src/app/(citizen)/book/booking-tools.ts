import type { BookingTools } from '#features/booking/booking-request.ts';
import { readServiceTime, readServiceTimes } from '#features/scheduling/find-times.ts';
import { config } from '#shared/config/config.ts';
import { clock, jobQueue } from '../../../wiring.ts';

/** What a booking needs of the world and of the other steps of the journey. */
export function bookingTools(): BookingTools {
  return { clock, jobQueue, readServiceTime, readServiceTimes, linkSecret: config().LINK_SECRET };
}
