import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { createTranslator } from 'next-intl';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { FeedToken, OrganisationId } from '#journey/ids.ts';
import { type FormOfAddress, type Language, localize } from '#journey/language.ts';
import { DAY_MILLISECONDS, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { hashToken } from '#shared/secrets.ts';
import { type DiaryEntry, findSeatOfFeed, listDiary } from './feed.data.ts';

/** The organisation that the feed's host belongs to. */
export type FeedOwner = {
  readonly id: OrganisationId;
  readonly host: string;
  readonly name: string;
  readonly defaultLanguage: Language;
  readonly formOfAddress: FormOfAddress;
};

export type Feed = { readonly content: string; readonly entityTag: string };

const daysBack = 30;
/** How soon programs are asked to look again. */
const lookAgainMinutes = 15;

/**
 * A seat's diary as iCalendar (RFC 5545), for the clerk's own calendar program; null when no seat of this organisation has the address.
 *
 * It holds the service, the channel and the appointment's reference, and no more: a subscription lies on telephones and at the makers of
 * calendar programs, where neither name nor contact of a citizen has any business, and with the reference the clerk finds the rest at the
 * seat. The UID and the SEQUENCE are those of the citizen's own entry, so that a program that has both knows them for one appointment, and
 * a moved one replaces what it was. A cancelled appointment is left out: programs drop what a subscription no longer holds.
 * Instants are in UTC, so the file needs no definition of a time zone.
 */
export async function writeSeatFeed(clock: Clock, owner: FeedOwner, token: FeedToken): Promise<Feed | null> {
  const now = epochMilliseconds(clock.now());
  return withOrganisation(owner.id, async (scope) => {
    const seat = await findSeatOfFeed(scope, hashToken(token));
    if (seat === null) return null;
    const diary = await listDiary(scope, seat.id, epochMilliseconds(now - daysBack * DAY_MILLISECONDS));
    const place = seat.location && localize(seat.location, owner.defaultLanguage, owner.formOfAddress);
    const content = writeDiary(owner, { name: seat.name, place, diary }, now);
    return { content, entityTag: entityTagOf([owner.name, seat.name, place, diary]) };
  });
}

type Diary = { readonly name: string; readonly place: string | null; readonly diary: readonly DiaryEntry[] };

function writeDiary(owner: FeedOwner, { name, place, diary }: Diary, now: EpochMilliseconds): string {
  const { defaultLanguage: language, formOfAddress } = owner;
  const messages = loadMessages(language, formOfAddress);
  const t = createTranslator({ locale: language, messages, namespace: 'admin.feed' });
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Digitale Balie', product: 'Digitale Balie' },
    name: `${name}, ${owner.name}`,
    ttl: lookAgainMinutes * 60,
  });
  for (const entry of diary) {
    const services = entry.services.map((service) => localize(service, language, formOfAddress)).join(', ');
    const event = calendar.createEvent({
      id: `${entry.id}@${owner.host}`,
      sequence: entry.calendarSequence,
      stamp: new Date(now),
      start: new Date(entry.startAt),
      end: new Date(entry.endAt),
      summary: t('summary', { services, channel: entry.channel }),
      description: t('description', { reference: entry.reference }),
      status: ICalEventStatus.CONFIRMED,
    });
    if (entry.channel === 'counter' && place !== null) event.location(place);
  }
  return calendar.toString();
}

/** The same as long as the diary says the same: the moment of writing is no part of it. Weak (RFC 9110, section 8.8.1). */
function entityTagOf(parts: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}
