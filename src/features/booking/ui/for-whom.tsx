import { useTranslations } from 'next-intl';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import {
  iconBaby,
  iconInfo,
  iconScale,
  iconStore,
  iconUserRound,
  iconUsersRound,
} from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { BookingState } from '../booking-state.ts';
import { forWhomChoices } from '../for-whom.ts';
import { useFieldTexts } from './use-field-texts.ts';

const icons = {
  self: iconUserRound,
  child: iconBaby,
  ward: iconScale,
  company: iconStore,
  association: iconUsersRound,
} as const;

/** Shown while this one is chosen, by style alone: it works without script. */
const shownFor = {
  child: 'hidden group-has-[#forWhom-child:checked]/who:block',
  ward: 'hidden group-has-[#forWhom-ward:checked]/who:block',
  company: 'hidden group-has-[#forWhom-company:checked]/who:block',
  association: 'hidden group-has-[#forWhom-association:checked]/who:block',
} as const;

/** Oneself, or whoever one acts for: with a name, a number when it has one, and what proves it. */
export function ForWhom({ state }: { state: BookingState }) {
  const t = useTranslations('booking');
  const texts = useFieldTexts(state);
  return (
    <div className="group/who grid gap-5">
      <ChoiceField
        name="forWhom"
        label={<span className="text-h2">{t('forWhom.title')}</span>}
        look="tiles"
        defaultValue={state.typed.forWhom}
        choices={forWhomChoices.map((choice) => ({
          value: choice,
          label: t(`forWhom.${choice}`),
          icon: icons[choice],
        }))}
      />
      {/* Browsers that do not know :has show it always, and lose nothing. */}
      <div className="grid gap-5 group-has-[#forWhom:checked]/who:hidden">
        <TextField
          {...texts('principalName')}
          label={t('fields.principalName.label')}
          hint={t('fields.principalName.hint')}
          autoComplete="off"
        />
        <TextField
          {...texts('registrationNumber')}
          className="group-has-[#forWhom-child:checked]/who:hidden group-has-[#forWhom-ward:checked]/who:hidden"
          label={t('fields.registrationNumber.label')}
          hint={
            <>
              {t('fields.registrationNumber.hint')}
              <span className={shownFor.association}>{t('fields.registrationNumber.hintAssociation')}</span>
            </>
          }
          width="half"
          autoComplete="off"
          spellCheck={false}
        />
        {(['child', 'ward', 'company', 'association'] as const).map((kind) => (
          <div key={kind} className={shownFor[kind]}>
            <Notice kind="neutral" icon={iconInfo}>
              {t(`mandate.${kind}`)}
            </Notice>
          </div>
        ))}
      </div>
    </div>
  );
}
