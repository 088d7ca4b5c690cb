import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { LocalDate } from '#journey/local-time.ts';
import type { Interval } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { listCallWindows } from './call-windows.ts';
import { type PhoneHours, readPhoneHours } from './phone-hours.data.ts';

/** The moments at which hours hold on dates, both included. */
export type OpeningsOf = (
  hours: PhoneHours & { readonly zone: string },
  from: LocalDate,
  until: LocalDate,
) => readonly Interval[];

/** What requests to be called need of the world. */
export type CallbackTools = {
  readonly clock: Clock;
  readonly openingsOf: OpeningsOf;
  /** Two words by which somebody knows that it is the municipality. */
  readonly drawPhrase: (language: Language) => readonly [string, string];
};

/** When a team can call people, as of now. */
export async function findCallWindows(
  { clock, openingsOf }: Pick<CallbackTools, 'clock' | 'openingsOf'>,
  scope: OrganisationScope,
  teamId: TeamId,
  timeZone: string,
): Promise<readonly Interval[]> {
  const hours = { ...(await readPhoneHours(scope, teamId)), zone: timeZone };
  return listCallWindows((from, until) => openingsOf(hours, from, until), timeZone, clock.now());
}
