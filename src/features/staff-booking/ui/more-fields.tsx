'use client';

import { useTranslations } from 'next-intl';
import { type Language, languages } from '#journey/language.ts';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { forWhomKinds, needs } from '../staff-booking-form.ts';
import type { Filled, SetFilled } from './use-staff-booking.ts';

type MoreFieldsProps = {
  readonly filled: Filled;
  readonly set: SetFilled;
  readonly errorOf: (field: string) => string | undefined;
};

/** A language for which an interpreter can be asked, named by the server: browsers do not know all of them by name. */
export type SpokenLanguage = { readonly code: string; readonly name: string };
type Spoken = { readonly spoken: readonly SpokenLanguage[] };

/** What most telephone calls do not need: another language, needs, acting for somebody. */
export function MoreFields({ filled, set, errorOf, spoken }: MoreFieldsProps & Spoken) {
  const t = useTranslations('staffBooking.more');
  const hasProblem = ['interpreterLanguage', 'principalName', 'registrationNumber'].some(errorOf);
  return (
    <Disclosure key={String(hasProblem)} title={t('title')} open={hasProblem || undefined}>
      <div className="grid gap-4">
        <SelectField
          name="language"
          label={t('language')}
          value={filled.language}
          onChange={(event) => set({ language: event.currentTarget.value as Language })}
          options={languages.map((value) => ({ value, text: t(`languages.${value}`) }))}
        />
        <Needs filled={filled} set={set} errorOf={errorOf} spoken={spoken} />
        <ForWhom filled={filled} set={set} errorOf={errorOf} />
      </div>
    </Disclosure>
  );
}

function Needs({ filled, set, errorOf, spoken }: MoreFieldsProps & Spoken) {
  const t = useTranslations('staffBooking.more');
  return (
    <fieldset>
      <legend className="font-bold">{t('needs.title')}</legend>
      {needs.map((need) => (
        <Checkbox
          key={need}
          name={`need-${need}`}
          label={t(`needs.${need}`)}
          checked={filled.needs.includes(need)}
          onChange={(event) =>
            set({
              needs: event.currentTarget.checked
                ? [...filled.needs, need]
                : filled.needs.filter((other) => other !== need),
            })
          }
        />
      ))}
      {filled.needs.includes('interpreter') && (
        <SelectField
          name="interpreterLanguage"
          label={t('needs.interpreterLanguage')}
          error={errorOf('interpreterLanguage')}
          value={filled.interpreterLanguage}
          onChange={(event) => set({ interpreterLanguage: event.currentTarget.value })}
          options={[
            { value: '', text: t('needs.choose') },
            ...spoken.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
      )}
    </fieldset>
  );
}

function ForWhom({ filled, set, errorOf }: MoreFieldsProps) {
  const t = useTranslations('staffBooking.more.forWhom');
  const { forWhom } = filled;
  return (
    <div className="grid gap-3">
      <SelectField
        name="forWhom"
        label={t('label')}
        value={forWhom}
        onChange={(event) => set({ forWhom: event.currentTarget.value as Filled['forWhom'] })}
        options={forWhomKinds.map((value) => ({ value, text: t(`kinds.${value}`) }))}
      />
      {forWhom !== 'self' && (
        <TextField
          name="principalName"
          label={t(`name.${forWhom}`)}
          error={errorOf('principalName')}
          value={filled.principalName}
          onChange={(event) => set({ principalName: event.currentTarget.value })}
        />
      )}
      {(forWhom === 'company' || forWhom === 'association') && (
        <TextField
          name="registrationNumber"
          label={t('number')}
          hint={t('numberHint')}
          optional={forWhom === 'association' ? t('numberOptional') : undefined}
          error={errorOf('registrationNumber')}
          width="half"
          value={filled.registrationNumber}
          onChange={(event) => set({ registrationNumber: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
