import { useTranslations } from 'next-intl';
import { iconArrowRight } from '#shared/ui/icons/arrow-right.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { BookedThing, BookingState } from '../booking-state.ts';
import { ChosenTime } from './chosen-time.tsx';
import { ForWhom } from './for-whom.tsx';
import { Needs, Otherwise, type SpokenLanguage } from './needs.tsx';
import { MeantAddress, SensitiveNumbers } from './second-look.tsx';
import { useFieldTexts } from './use-field-texts.ts';

type DetailsStepProps = {
  readonly state: BookingState;
  readonly booked: BookedThing;
  readonly spoken: readonly SpokenLanguage[];
};

/** What it is about, for whom, how they can be reached, and what they need. */
export function DetailsStep({ state, booked, spoken }: DetailsStepProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const texts = useFieldTexts(state);
  const kind = booked.asksQuestion ? 'question' : 'remark';
  const remark = (
    <TextArea
      {...texts('remark')}
      label={t(`fields.${kind}.label`)}
      hint={t(`fields.${kind}.hint`)}
      optional={booked.asksQuestion ? undefined : common('optional')}
      rows={3}
    />
  );
  const asked = (
    <div className="grid gap-2">
      {remark}
      <SensitiveNumbers state={state} />
    </div>
  );
  return (
    <>
      <ChosenTime state={state} booked={booked} />
      {booked.asksQuestion && asked}
      <ForWhom state={state} />
      <Contact state={state} />
      <Needs state={state} booked={booked} spoken={spoken} />
      {!booked.asksQuestion && asked}
      <Otherwise state={state} />
      <p>
        <SubmitButton name="intent" value="check" busyText={common('busy')} iconAfter={iconArrowRight} wide>
          {t('details.next')}
        </SubmitButton>
      </p>
    </>
  );
}

function Contact({ state }: { state: BookingState }) {
  const t = useTranslations('booking');
  const texts = useFieldTexts(state);
  const isCalled = state.wish.channel === 'phone';
  const phone = (
    <TextField
      key="phone"
      {...texts('phone')}
      label={isCalled ? t('fields.phone.labelCall') : t('fields.phone.label')}
      hint={isCalled ? t('fields.phone.hintCall') : t('fields.phone.hint')}
      type="tel"
      autoComplete="tel"
      width="half"
    />
  );
  const email = (
    <div key="email" className="grid gap-2">
      <TextField
        {...texts('email')}
        label={t('fields.email.label')}
        hint={t('fields.email.hint')}
        type="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
      />
      <MeantAddress state={state} />
    </div>
  );
  return (
    <>
      <TextField
        {...texts('name')}
        label={t('fields.name.label')}
        hint={t('fields.name.hint')}
        autoComplete="name"
      />
      <fieldset className="grid gap-5">
        <legend className="mb-2 text-h2">{t('details.contact')}</legend>
        <p>{isCalled ? t('details.contactHintPhone') : t('details.contactHint')}</p>
        {isCalled ? [phone, email] : [email, phone]}
      </fieldset>
    </>
  );
}
