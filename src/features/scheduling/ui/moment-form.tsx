import { getTranslations } from 'next-intl/server';
import { toZonedDateTime } from '#journey/local-time.ts';
import type { Interval } from '#journey/time.ts';
import {
  capitalise,
  formatClock,
  formatDay,
  formatNearMoment,
  type MomentStyle,
} from '#shared/i18n/format-moment.ts';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconMoon } from '#shared/ui/icons/moon.ts';
import { iconSun } from '#shared/ui/icons/sun.ts';
import { iconSunrise } from '#shared/ui/icons/sunrise.ts';
import { type SlotChoice, SlotGroup } from '#shared/ui/moment-choice.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { MomentChoice } from '../choose-moment.ts';
import type { OfferedDay } from '../offered-times.ts';
import { writeMoment } from '../parse-moment.ts';
import { DayPicker } from './day-picker.tsx';

export const momentFormId = 'choose-moment';
const firstSlotId = 'moment';
/** Times before this hour are folded away on a day that has others. */
const dayBeginsAtHour = 7;

type MomentFormProps = {
  /** This page's address, with all that was chosen on it but the moment. */
  readonly address: string;
  /** What was chosen, as it goes along with the moment. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly choice: MomentChoice;
  readonly style: MomentStyle;
  /** Where the chosen moment goes, as `moment`, by POST: from there on it is held. */
  readonly action: string;
};

/** Days as links and the times of one of them as a choice: all of it works without script. */
export async function MomentForm({ address, fields, choice, style, action }: MomentFormProps) {
  const [t, common] = await Promise.all([getTranslations('catalogue.moments'), getTranslations('common')]);
  const { chosen, problem } = choice;
  return (
    <>
      {problem === 'missing' && (
        <div className="mt-4">
          <ErrorSummary
            title={common('errorSummary')}
            problems={[{ fieldId: firstSlotId, message: t('problem.missing') }]}
          />
        </div>
      )}
      {(problem === 'gone' || problem === 'unknownDate') && (
        <Notice kind="warn" className="mt-4" role="status">
          {t(`problem.${problem}`)}
        </Notice>
      )}
      <DayPicker address={address} choice={choice} style={style} />
      {chosen === undefined ? (
        <p className="mt-5">{t('windowFull')}</p>
      ) : (
        <form id={momentFormId} method="post" action={action}>
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="date" value={chosen.date} />
          <h3 className="mt-6 text-h3">{capitalise(formatDay(firstOf(chosen), style), style.language)}</h3>
          <DayTimes day={chosen} choice={choice} style={style} />
        </form>
      )}
    </>
  );
}

function firstOf({ morning, afternoon, evening }: OfferedDay): number {
  return (morning[0] ?? afternoon[0] ?? evening[0])?.startAt ?? 0;
}

type DayTimesProps = { readonly day: OfferedDay; readonly choice: MomentChoice; readonly style: MomentStyle };

async function DayTimes({ day, choice, style }: DayTimesProps) {
  const t = await getTranslations('catalogue.moments');
  const isEarly = ({ startAt }: Interval) => toZonedDateTime(startAt, style.timeZone).hour < dayBeginsAtHour;
  // On the very first day the early times may be the ones that somebody in a hurry looks for.
  const folds = day !== choice.days[0] || choice.earlierFrom !== undefined;
  const early = folds && day.count > day.morning.filter(isEarly).length ? day.morning.filter(isEarly) : [];
  const groups = [
    { title: t('morning'), icon: iconSunrise, times: day.morning.slice(early.length) },
    { title: t('afternoon'), icon: iconSun, times: day.afternoon },
    { title: t('evening'), icon: iconMoon, times: day.evening },
  ].filter(({ times }) => times.length > 0);
  const chosen = choice.moment === undefined ? undefined : writeMoment(choice.moment, style.timeZone);
  const slots = (times: readonly Interval[]) => times.map(({ startAt }) => toSlot(startAt, style));
  return (
    <>
      {early.length > 0 && (
        <div className="mt-4">
          <Disclosure
            title={t('early', { count: early.length })}
            open={early.some(({ startAt }) => startAt === choice.moment)}
          >
            <Slots title={t('morning')} icon={iconSunrise} slots={slots(early)} chosen={chosen} />
          </Disclosure>
        </div>
      )}
      {groups.map(({ title, icon, times }, index) => (
        <Slots
          key={title}
          title={title}
          icon={icon}
          slots={slots(times)}
          chosen={chosen}
          id={index === 0 ? firstSlotId : undefined}
        />
      ))}
    </>
  );
}

type SlotsProps = {
  readonly title: string;
  readonly icon: IconShape;
  readonly slots: readonly SlotChoice[];
  readonly chosen: string | undefined;
  readonly id?: string;
};

function Slots(props: SlotsProps) {
  return <SlotGroup name="moment" {...props} />;
}

function toSlot(startAt: number, style: MomentStyle): SlotChoice {
  return {
    value: writeMoment(startAt as Interval['startAt'], style.timeZone),
    text: formatClock(startAt, style),
    label: capitalise(formatNearMoment(startAt, style), style.language),
  };
}
