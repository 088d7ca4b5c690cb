import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { Card } from '#shared/ui/card.tsx';
import { type Fact, FactList } from '#shared/ui/fact-list.tsx';
import {
  iconCalendarCheck,
  iconCheck,
  iconFileText,
  iconMail,
  iconMessageSquare,
  iconPenLine,
  iconSmartphone,
  iconUserRound,
  iconVideo,
} from '#shared/ui/icon-shapes.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { type BookedService, type BookingState, typedFields } from '../booking-state.ts';

type CheckStepProps = {
  readonly state: BookingState;
  readonly service: BookedService;
  /** With script, the way back is the browser's own. */
  readonly onEdit: () => void;
};

const icons = {
  name: iconUserRound,
  email: iconMail,
  phone: iconSmartphone,
  remark: iconMessageSquare,
} as const;

/** Everything once more, before it is booked. What was typed travels on in hidden fields. */
export function CheckStep({ state, service, onEdit }: CheckStepProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const facts: Fact[] = [
    { icon: iconFileText, term: t('check.service'), detail: service.name },
    ...(state.momentWords === null
      ? []
      : [{ icon: iconCalendarCheck, term: t('check.moment'), detail: state.momentWords }]),
    { icon: iconVideo, term: t('check.channel'), detail: t('check.byVideo') },
    ...typedFields
      .filter((field) => state.typed[field].trim() !== '')
      .map((field) => ({
        icon: icons[field],
        term: t(`check.${field}`),
        detail: <span className="wrap-anywhere whitespace-pre-line">{state.typed[field].trim()}</span>,
      })),
  ];
  const edit = (event: MouseEvent) => {
    event.preventDefault();
    onEdit();
  };
  return (
    <>
      {typedFields.map((field) => (
        <input key={field} type="hidden" name={field} value={state.typed[field]} />
      ))}
      <Card>
        <FactList facts={facts} />
      </Card>
      <p>{t('check.next')}</p>
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
        <SubmitButton name="intent" value="book" busyText={common('busy')} icon={iconCheck}>
          {t('check.book')}
        </SubmitButton>
        <SubmitButton
          name="intent"
          value="edit"
          look="secondary"
          busyText={common('busy')}
          icon={iconPenLine}
          onClick={edit}
        >
          {t('check.edit')}
        </SubmitButton>
      </div>
    </>
  );
}
