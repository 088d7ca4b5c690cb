import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { EffectWords, HitWords } from '#features/administration/edit-state.ts';
import { listClosedDays } from '#features/administration/hours.data.ts';
import type { Change, Effect } from '#features/administration/make-change.ts';
import type { Misfit } from '#features/administration/misfits.ts';
import { weekdayOf } from '#journey/local-time.ts';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconCircleCheck } from '#shared/ui/icons/circle-check.ts';
import { iconInfo } from '#shared/ui/icons/info.ts';
import { iconTriangleExclamationPoint } from '#shared/ui/icons/triangle-exclamation-point.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { writeDateRange, writeDates } from './write-dates.ts';

type Line = EffectWords['lines'][number];

/** What a change does, for the reader of this page. */
export async function writeEffect(effect: Effect, change: Change): Promise<EffectWords> {
  const lines = [await freeLine(effect, change), await hitLine(effect), await closedLine(change)];
  return { lines: lines.filter((line) => line !== null), hits: await writeHits(effect.hits) };
}

/** Appointments by name, with why they do not fit. */
export async function writeHits(hits: readonly Misfit[]): Promise<HitWords[]> {
  const [t, { style, language }] = await Promise.all([getTranslations('admin.reasons'), currentReader()]);
  return hits.map(({ appointment, reason }) => ({
    key: appointment.id,
    name: appointment.citizenName,
    reference: appointment.reference,
    moment: capitalise(formatNearMoment(appointment.startAt, style), language),
    reason: t(`${reason}`),
  }));
}

async function freeLine({ freeTimes }: Effect, { counted }: Change): Promise<Line | null> {
  if (freeTimes === null || counted === null) return null;
  const t = await getTranslations('admin.effect');
  const period = await writeDateRange(counted.period.from, counted.period.until);
  const count = Math.abs(freeTimes);
  if (count === 0) return { key: 'free', icon: iconInfo, tone: 'neutral', text: t('same', { period }) };
  return freeTimes > 0
    ? { key: 'free', icon: iconCalendarPlus, tone: 'ok', text: t('more', { count, period }) }
    : { key: 'free', icon: iconCalendarX, tone: 'warn', text: t('fewer', { count, period }) };
}

async function hitLine({ hits }: Effect): Promise<Line> {
  const t = await getTranslations('admin.effect');
  return hits.length === 0
    ? { key: 'hits', icon: iconCircleCheck, tone: 'ok', text: t('noHits') }
    : {
        key: 'hits',
        icon: iconTriangleExclamationPoint,
        tone: 'warn',
        text: t('hits', { count: hits.length }),
      };
}

/** The days on which the change does not hold, because the team is closed. */
async function closedLine({ counted }: Change): Promise<Line | null> {
  if (counted === null) return null;
  const { id } = await currentOrganisation();
  const closed = await withOrganisation(id, (scope) => listClosedDays(scope, counted.teamId, counted.period));
  const dates = closed
    .map(({ date }) => date)
    .filter((date) => counted.weekday === null || weekdayOf(date) === counted.weekday);
  if (dates.length === 0) return null;
  const t = await getTranslations('admin.effect');
  const text = t('closed', { dates: await writeDates([...new Set(dates)]) });
  return { key: 'closed', icon: iconCalendarX, tone: 'neutral', text };
}
