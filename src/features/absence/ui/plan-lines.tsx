'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { capitalise, formatMoment, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { SelectField } from '#shared/ui/select-field.tsx';
import { Tag } from '#shared/ui/tag.tsx';

/** An appointment with what would happen to it, for the screen. Times are epoch milliseconds. */
export type PlannedLine = {
  readonly id: string;
  readonly startAt: number;
  readonly citizenName: string;
  readonly services: string;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly isUnreachable: boolean;
  /** Why it cannot stay as it is, where that is not the same for all. */
  readonly why?: string;
  readonly canStay: boolean;
  readonly otherTimes: readonly number[];
  /** When it could be by telephone instead; null is not at all. */
  readonly byPhoneAt: number | null;
  /** As the choice has it: `sameTime`, `cancel`, a moment, or `phone.` and a moment. */
  readonly proposal: string;
};

/** Each appointment with what would happen to it, to choose something else. */
export function PlanLines({ lines }: { lines: readonly PlannedLine[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg bg-surface in-[.bg-surface]:border in-[.bg-surface]:border-line">
      {lines.map((line) => (
        <PlanLine key={line.id} line={line} />
      ))}
    </ul>
  );
}

function PlanLine({ line }: { line: PlannedLine }) {
  const t = useTranslations('absence.plan');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const { byPhoneAt } = line;
  const options = [
    ...(line.canStay ? [{ value: 'sameTime', text: t('sameTime') }] : []),
    ...line.otherTimes.map((time) => ({
      value: String(time),
      text: t('moveTo', { moment: formatNearMoment(time, style) }),
    })),
    ...(byPhoneAt === null
      ? []
      : [
          {
            value: `phone.${byPhoneAt}`,
            text:
              byPhoneAt === line.startAt
                ? t('byPhone')
                : t('byPhoneAt', { moment: formatNearMoment(byPhoneAt, style) }),
          },
        ]),
    { value: 'cancel', text: t('cancel') },
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="font-semibold wrap-anywhere">{line.citizenName}</p>
        <p className="text-ink-2">{capitalise(formatMoment(line.startAt, style), style.language)}</p>
        <p className="text-ink-2">
          {line.services}, {t(`channels.${line.channel}`)}
        </p>
        {line.why !== undefined && <p>{line.why}</p>}
        {line.isUnreachable && (
          <p className="mt-1">
            <Tag tone="warn">{t('unreachable')}</Tag>
          </p>
        )}
      </div>
      <SelectField
        name={`do-${line.id}`}
        label={t('what_of', { name: line.citizenName })}
        className="w-full sm:w-96"
        defaultValue={line.proposal}
        options={options}
      />
    </li>
  );
}
