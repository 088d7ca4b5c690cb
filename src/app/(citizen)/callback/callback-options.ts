import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { CallbackState } from '#features/callbacks/callback-state.ts';
import { findCallWindows } from '#features/callbacks/callback-tools.ts';
import { listPhoneTeams } from '#features/callbacks/phone-hours.data.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import type { TeamId } from '#journey/ids.ts';
import type { Interval } from '#journey/time.ts';
import { capitalise, formatClock, formatDay, formatTime } from '#shared/i18n/format-moment.ts';
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
}: Pick<ServiceDetails, 'teamId'>): Promise<Pick<CallbackState, 'options' | 'soonest'>> {
  const { id, timeZone } = await currentOrganisation();
  const windows = await withOrganisation(id, (scope) =>
    findCallWindows(callbackTools, scope, teamId, timeZone),
  );
  const [first] = windows;
  if (first === undefined) return { options: [], soonest: '' };
  const t = await getTranslations('callback');
  const soon = { value: 'soon', text: t('soon') };
  const words = await Promise.all(windows.map((window) => sayWindow(window, 'short')));
  const parts = windows.map(({ endAt }, index) => ({ value: String(endAt), text: words[index] ?? '' }));
  return { options: [soon, ...parts], soonest: await sayWindow(first, 'until') };
}

/** @param how `until`: the end alone, within a sentence; `whole`: from and until; `short`: the same where there is little room */
export async function sayWindow(
  { startAt, endAt }: Interval,
  how: 'until' | 'whole' | 'short',
): Promise<string> {
  const [t, { style }] = await Promise.all([getTranslations('callback'), currentReader()]);
  const write = how === 'short' ? formatClock : formatTime;
  const moments = {
    day: formatDay(startAt, style),
    from: write(startAt, style),
    until: write(endAt, style),
  };
  return how === 'until'
    ? t('window.until', moments)
    : capitalise(t(`window.${how}`, moments), style.language);
}

export async function blankCallback(service: Pick<ServiceDetails, 'teamId'>): Promise<CallbackState> {
  return {
    submissionKey: randomUUID(),
    typed: { name: '', phone: '', question: '', when: 'soon' },
    ...(await currentOptions(service)),
    problems: {},
    trouble: null,
    promised: null,
  };
}
