import { useTranslations } from 'next-intl';
import { Icon } from '#shared/ui/icon.tsx';
import { iconArrowRight, iconCalendarCheck } from '#shared/ui/icon-shapes.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { BookedService, BookingState, TypedField } from '../booking-state.ts';

type DetailsStepProps = { readonly state: BookingState; readonly service: BookedService };

/** Who books and how they can be reached. */
export function DetailsStep({ state, service }: DetailsStepProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const texts = (field: TypedField) => {
    const code = state.problems[field];
    return {
      name: field,
      label: t(`fields.${field}.label`),
      hint: t(`fields.${field}.hint`),
      defaultValue: state.typed[field],
      error: code && t(`problems.${code}`),
    };
  };
  return (
    <>
      {state.momentWords !== null && <ChosenTime words={state.momentWords} service={service} />}
      <TextField {...texts('name')} autoComplete="name" />
      <fieldset className="grid gap-5">
        <legend className="mb-2 text-h2">{t('details.contact')}</legend>
        <p>{t('details.contactHint')}</p>
        <TextField
          {...texts('email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
        />
        <TextField {...texts('phone')} type="tel" autoComplete="tel" width="half" />
      </fieldset>
      <TextArea {...texts('remark')} optional={common('optional')} rows={3} />
      <p>
        <SubmitButton name="intent" value="check" busyText={common('busy')} iconAfter={iconArrowRight} wide>
          {t('details.next')}
        </SubmitButton>
      </p>
    </>
  );
}

function ChosenTime({ words, service }: { words: string; service: BookedService }) {
  const t = useTranslations('booking.details');
  return (
    <div className="flex gap-3 rounded-lg bg-surface px-(--card-pad) py-4">
      <Icon shape={iconCalendarCheck} size={24} className="mt-0.5 text-brand" />
      <p className="min-w-0">
        <b>{words}</b>
        <br />
        <a href={`/services/${service.slug}#moments`} className="inline-flex min-h-11 items-center">
          {t('otherMoment')}
        </a>
      </p>
    </div>
  );
}
