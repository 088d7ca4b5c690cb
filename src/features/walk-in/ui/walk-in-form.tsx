'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { WalkInChannel } from '#journey/walk-in-channels.ts';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { type WalkInState, walkInFields } from '../walk-in-form.ts';

export type WalkInAction = (before: WalkInState, form: FormData) => Promise<WalkInState>;

type Props = {
  action: WalkInAction;
  service: string;
  submissionKey: string;
  phone: string;
  /** How one can be helped about it, and what was chosen on the way here. */
  channels: readonly WalkInChannel[];
  chosen: WalkInChannel;
};

const blank: WalkInState = { typed: { name: '', phone: '' }, channel: null, problems: {}, trouble: null };

/** Name, and a number if wanted. What was typed stays, whatever is wrong with it. With script and without. */
export function WalkInForm({ action, service, submissionKey, phone, channels, chosen }: Props) {
  const t = useTranslations('counter');
  const common = useTranslations('common');
  const [state, submit] = useActionState(action, blank);
  const { typed, problems, trouble } = state;
  const errorOf = (field: keyof typeof problems) => {
    const code = problems[field];
    return code === undefined ? undefined : t(`problems.${code}`);
  };
  return (
    <>
      <ErrorSummary
        title={common('errorSummary')}
        problems={walkInFields.flatMap((fieldId) => {
          const message = errorOf(fieldId);
          return message === undefined ? [] : [{ fieldId, message }];
        })}
        submission={state}
      />
      {trouble !== null && (
        <Notice kind="warn" role="alert" className="mb-4">
          {t(`trouble.${trouble}`, { phone })}
        </Notice>
      )}
      <form action={submit} noValidate className="grid gap-6">
        <input type="hidden" name="service" value={service} />
        <input type="hidden" name="submissionKey" value={submissionKey} />
        {channels.length > 1 ? (
          <ChoiceField
            key={`channel ${state.channel}`}
            name="channel"
            label={t('how')}
            choices={channels.map((value) => ({
              value,
              label: t(`by.${value}`),
              hint: t(`byHint.${value}`),
              icon: value === 'video' ? iconVideo : iconMessageSquareText,
            }))}
            defaultValue={state.channel ?? chosen}
          />
        ) : (
          <input type="hidden" name="channel" value={channels[0]} />
        )}
        <TextField
          key={`name ${typed.name}`}
          name="name"
          autoComplete="name"
          label={t('name')}
          error={errorOf('name')}
          defaultValue={typed.name}
        />
        <TextField
          key={`phone ${typed.phone}`}
          name="phone"
          type="tel"
          autoComplete="tel"
          width="half"
          label={t('phone')}
          hint={t('phoneHint')}
          optional={common('optional')}
          error={errorOf('phone')}
          defaultValue={typed.phone}
        />
        <SubmitButton busyText={common('busy')} className="w-full sm:w-auto sm:justify-self-start">
          {t('join')}
        </SubmitButton>
      </form>
    </>
  );
}
