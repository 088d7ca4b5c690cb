import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { Card } from '#shared/ui/card.tsx';
import { iconCheck } from '#shared/ui/icons/check.ts';
import { iconGauge } from '#shared/ui/icons/gauge.ts';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { type BookedThing, type BookingState, textFields } from '../booking-state.ts';
import { CheckFacts } from './check-facts.tsx';
import { HoldClock } from './hold-clock.tsx';
import type { SpokenLanguage } from './needs.tsx';

type CheckStepProps = {
  readonly state: BookingState;
  readonly booked: BookedThing;
  readonly spoken: readonly SpokenLanguage[];
  /** With script, the way back is the browser's own. */
  readonly onEdit: () => void;
};

const next = { video: 'next', phone: 'nextPhone', counter: 'nextCounter' } as const;

/** Everything once more, before it is booked. What was typed travels on in hidden fields. */
export function CheckStep({ state, booked, spoken, onEdit }: CheckStepProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const edit = (event: MouseEvent) => {
    event.preventDefault();
    onEdit();
  };
  return (
    <>
      <HiddenAnswers typed={state.typed} />
      <Card>
        <CheckFacts state={state} booked={booked} spoken={spoken} />
      </Card>
      <ByPhoneInstead state={state} booked={booked} />
      <HoldClock hold={state.hold} />
      <p>{t(`check.${next[state.wish.channel]}`)}</p>
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

function HiddenAnswers({ typed }: Pick<BookingState, 'typed'>) {
  return (
    <>
      {[...textFields, 'forWhom' as const, 'wouldHaveCome' as const].map((field) => (
        <input key={field} type="hidden" name={field} value={typed[field]} />
      ))}
      {typed.needs.map((need) => (
        <input key={need} type="hidden" name="needs" value={need} />
      ))}
    </>
  );
}

/** Whose internet is slow is better off by telephone. */
function ByPhoneInstead({ state, booked }: Pick<CheckStepProps, 'state' | 'booked'>) {
  const t = useTranslations('booking.byPhoneInstead');
  const common = useTranslations('common');
  const isSlow = state.wish.channel === 'video' && state.typed.needs.includes('slowConnection');
  if (!isSlow || !booked.offersPhone) return null;
  return (
    <Notice
      kind="info"
      icon={iconGauge}
      title={t('title')}
      action={
        <SubmitButton
          name="intent"
          value="phone"
          look="underlined"
          icon={iconPhone}
          busyText={common('busy')}
        >
          {t('action')}
        </SubmitButton>
      }
    >
      {t('text')}
    </Notice>
  );
}
