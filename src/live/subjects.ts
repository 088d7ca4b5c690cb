import type { Organisation } from '#features/organisation/organisation.ts';
import { clock, sealing } from '../wiring.ts';
import { findChatSubject } from './chat-subject.ts';
import { findFormSubject } from './form-subject.ts';
import { livePresence } from './live-presence.ts';
import type { LiveSubject } from './live-subject.ts';
import { findSeatSubject } from './seat-subject.ts';
import { findTodaySubject } from './today-subject.ts';
import { findVisitSubject } from './visit-subject.ts';

/** Each finds the subscription behind an address, authorised by the request's cookies; null when it is not theirs. */
type SubjectFinder = (
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
) => Promise<LiveSubject | null>;

const finders: readonly SubjectFinder[] = [
  (organisation, pathname, cookies) => findSeatSubject(organisation, pathname, cookies, clock),
  (organisation, pathname, cookies) => findTodaySubject(organisation, pathname, cookies, clock),
  (organisation, pathname, cookies) =>
    findVisitSubject(organisation, pathname, cookies, { clock, presence: livePresence }),
  (organisation, pathname, cookies) => findChatSubject(organisation, pathname, cookies, clock),
  (organisation, pathname, cookies) => findFormSubject(organisation, pathname, cookies, { clock, sealing }),
];

/** The subscription behind an address below `/events/`, or null: unknown and forbidden look the same. */
export async function findSubject(
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
): Promise<LiveSubject | null> {
  for (const find of finders) {
    const subject = await find(organisation, pathname, cookies);
    if (subject !== null) return subject;
  }
  return null;
}
