import {
  type ReadAnswers,
  readAnswers,
  readBookingForm,
  type SentForm,
} from '#features/booking/booking-form.ts';
import type { BookingState } from '#features/booking/booking-state.ts';
import { nothingToLookAt } from '#features/booking/second-look.ts';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { type CurrentWish, readCurrentWish } from '../current-wish.ts';

/** A form that was sent, together with what it is about as things are now. */
export type SentBooking = {
  readonly sent: SentForm;
  /** With the needs that were ticked. */
  readonly wish: CurrentWish['wish'];
  readonly answers: ReadAnswers;
  /** Null when no moment was chosen, or one that is none. */
  readonly startAt: EpochMilliseconds | null;
  /** The form as it was sent, to be shown again. */
  readonly state: BookingState;
};

/** Reads a sent form; null when it was not made by our own page, or when there is no such service any more. */
export async function readSentBooking(form: FormData): Promise<SentBooking | null> {
  const sent = readBookingForm(form);
  const [service, ...others] = sent?.services ?? [];
  if (sent === null || service === undefined) return null;
  const { typed, locationId } = sent;
  const channel = wantedChannel(sent);
  const current = await readCurrentWish({
    service,
    with: others,
    channel,
    location: locationId ?? undefined,
    interpreter: typed.needs.includes('interpreter'),
  });
  return current && describeSent(sent, current);
}

function wantedChannel({ intent, channel }: SentForm): SentForm['channel'] {
  return intent === 'phone' ? 'phone' : channel;
}

const theBeginning = epochMilliseconds(0);

async function describeSent(sent: SentForm, current: CurrentWish): Promise<SentBooking> {
  const [organisation, { style }] = await Promise.all([currentOrganisation(), currentReader()]);
  const { typed, moment = '' } = sent;
  const wish = { ...current.wish, needs: typed.needs };
  const { serviceSlugs: services, channel, locationId } = wish;
  // Whether it is past is decided with everything else, at the booking.
  const read = parseMoment(moment, organisation.timeZone, theBeginning);
  const changed = services.length < sent.services.length || channel !== wantedChannel(sent);
  return {
    sent,
    wish,
    answers: readAnswers(typed, { channel, asksQuestion: current.services[0]?.isQuestion === true }),
    startAt: read.ok ? read.value : null,
    state: {
      step: sent.step,
      submissionKey: sent.submissionKey,
      wish: { services, channel, locationId },
      wanted: sent.wanted,
      moment: read.ok ? moment : null,
      momentWords: read.ok ? capitalise(formatMoment(read.value, style), style.language) : null,
      slots: [],
      hold: null,
      typed,
      problems: {},
      problem: changed ? 'wishChanged' : null,
      look: nothingToLookAt,
      seen: { email: sent.seenEmail ?? '', remark: sent.seenRemark !== undefined },
    },
  };
}
