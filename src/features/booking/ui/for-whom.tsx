import { useTranslations } from 'next-intl';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { iconBaby } from '#shared/ui/icons/baby.ts';
import { iconInfo } from '#shared/ui/icons/info.ts';
import { iconScale } from '#shared/ui/icons/scale.ts';
import { iconStore } from '#shared/ui/icons/store.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
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
          label={<PrincipalLabel />}
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

const labelledFor = {
  child: 'hidden group-has-[#forWhom-child:checked]/who:inline',
  company: 'hidden group-has-[#forWhom-company:checked]/who:inline',
  association: 'hidden group-has-[#forWhom-association:checked]/who:inline',
} as const;

/** The question in the words of what was chosen; the general one where a browser does not know :has. */
function PrincipalLabel() {
  const t = useTranslations('booking.fields.principalName');
  return (
    <>
      <span className="group-has-[#forWhom-child:checked]/who:hidden group-has-[#forWhom-company:checked]/who:hidden group-has-[#forWhom-association:checked]/who:hidden">
        {t('label')}
      </span>
      <span className={labelledFor.child}>{t('labelChild')}</span>
      <span className={labelledFor.company}>{t('labelCompany')}</span>
      <span className={labelledFor.association}>{t('labelAssociation')}</span>
    </>
  );
}
