import { useTranslations } from 'next-intl';
import type { BookableChannel, Need } from '#journey/appointment-wish.ts';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { iconGauge } from '#shared/ui/icons/gauge.ts';
import { iconGlobe } from '#shared/ui/icons/globe.ts';
import { iconHand } from '#shared/ui/icons/hand.ts';
import { iconLandmark } from '#shared/ui/icons/landmark.ts';
import { iconLanguages } from '#shared/ui/icons/languages.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { iconVolume2 } from '#shared/ui/icons/volume-2.ts';
import { iconX } from '#shared/ui/icons/x.ts';
import { SelectField } from '#shared/ui/select-field.tsx';
import { type BookedThing, type BookingState, needChoices, otherwiseChoices } from '../booking-state.ts';
import { useFieldTexts } from './use-field-texts.ts';

const needIcons: Record<Need, typeof iconHand> = {
  interpreter: iconLanguages,
  signLanguage: iconHand,
  companion: iconUsersRound,
  screenReader: iconVolume2,
  slowConnection: iconGauge,
};

/** What can matter on a channel: no hands are seen by telephone, and no connection is slow at the counter. */
const askedNeeds: Record<BookableChannel, readonly Need[]> = {
  video: needChoices,
  phone: ['interpreter', 'companion'],
  counter: ['interpreter', 'signLanguage', 'companion'],
};

export type SpokenLanguage = { readonly code: string; readonly name: string };

type NeedsProps = {
  readonly state: BookingState;
  readonly booked: BookedThing;
  readonly spoken: readonly SpokenLanguage[];
};

/** What helps somebody to take part; never why. */
export function Needs({ state, booked, spoken }: NeedsProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const { error, defaultValue } = useFieldTexts(state)('interpreterLanguage');
  const { interpreterMinutes } = booked;
  const asked = askedNeeds[state.wish.channel];
  const choices = needChoices.filter((need) => asked.includes(need) || state.typed.needs.includes(need));
  return (
    <div className="group/needs grid gap-5">
      <ChoiceField
        name="needs"
        several
        label={<span className="text-h2">{t('needs.title')}</span>}
        optional={common('optional')}
        hint={t('needs.hint')}
        look="tiles"
        defaultValue={state.typed.needs}
        choices={choices.map((need) => ({
          value: need,
          label: t(`needs.${need}`),
          icon: needIcons[need],
        }))}
      />
      <SelectField
        // A form that was answered is reset, and React gives a select that is there already no new default.
        key={defaultValue}
        name="interpreterLanguage"
        // What :has does not hide in an old browser does no harm.
        className="group-has-[#needs:not(:checked)]/needs:hidden"
        label={t('fields.interpreterLanguage.label')}
        hint={
          interpreterMinutes > 0
            ? t('fields.interpreterLanguage.longer', { minutes: interpreterMinutes })
            : undefined
        }
        error={error}
        defaultValue={defaultValue}
        options={[
          { value: '', text: t('fields.interpreterLanguage.choose') },
          ...spoken.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
    </div>
  );
}

const otherwiseIcons = {
  counter: iconLandmark,
  phone: iconPhone,
  online: iconGlobe,
  notAtAll: iconX,
} as const;

/** The one question that is for us, and may be left out. */
export function Otherwise({ state }: { state: BookingState }) {
  const t = useTranslations('booking.otherwise');
  const common = useTranslations('common');
  return (
    <ChoiceField
      name="wouldHaveCome"
      label={t('title')}
      optional={common('optional')}
      hint={t('hint')}
      look="tiles"
      defaultValue={state.typed.wouldHaveCome}
      choices={otherwiseChoices.map((choice) => ({
        value: choice,
        label: t(choice),
        icon: otherwiseIcons[choice],
      }))}
    />
  );
}
