import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { CallbackState } from '#features/callbacks/callback-state.ts';
import { findCallWindows } from '#features/callbacks/callback-tools.ts';
import { listPhoneTeams } from '#features/callbacks/phone-hours.data.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import type { TeamId } from '#journey/ids.ts';
import type { Interval } from '#journey/time.ts';
import { capitalise, formatDay, formatTime } from '#shared/i18n/format-moment.ts';
import { callbackTools } from '../../callback-tools.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';

/** The teams that call people who ask for it. */
export async function currentPhoneTeams(): Promise<ReadonlySet<TeamId>> {
  const { id } = await currentOrganisation();
  return withOrganisation(id, listPhoneTeams);
}

/** Whether somebody can ask to be called about a service. */
export async function takesCallbacks({ teamId }: Pick<ServiceDetails, 'teamId'>): Promise<boolean> {
  return (await currentPhoneTeams()).has(teamId);
}

/** When somebody can be called about a service, in words; none when nobody calls. */
export async function currentOptions({
  teamId,
}: Pick<ServiceDetails, 'teamId'>): Promise<CallbackState['options']> {
  const { id, timeZone } = await currentOrganisation();
  const windows = await withOrganisation(id, (scope) =>
    findCallWindows(callbackTools, scope, teamId, timeZone),
  );
  const [soonest] = windows;
  if (soonest === undefined) return [];
  const t = await getTranslations('callback');
  const soon = { value: 'soon', text: t('soon', { when: await sayWindow(soonest, 'until') }) };
  const words = await Promise.all(windows.map((window) => sayWindow(window, 'whole')));
  const parts = windows.map(({ endAt }, index) => ({ value: String(endAt), text: words[index] ?? '' }));
  return [soon, ...parts];
}

/** @param how far the words go: until when, or also from when */
export async function sayWindow({ startAt, endAt }: Interval, how: 'until' | 'whole'): Promise<string> {
  const [t, { style }] = await Promise.all([getTranslations('callback'), currentReader()]);
  const moments = {
    day: formatDay(startAt, style),
    from: formatTime(startAt, style),
    until: formatTime(endAt, style),
  };
  return how === 'until'
    ? t('window.until', moments)
    : capitalise(t('window.whole', moments), style.language);
}

export async function blankCallback(service: Pick<ServiceDetails, 'teamId'>): Promise<CallbackState> {
  return {
    submissionKey: randomUUID(),
    typed: { name: '', phone: '', question: '', when: 'soon' },
    options: await currentOptions(service),
    problems: {},
    trouble: null,
    promised: null,
  };
}
