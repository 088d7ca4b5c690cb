import { getTranslations } from 'next-intl/server';
import type { ProposableChannel } from '#journey/channel-proposal.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconStore } from '#shared/ui/icons/store.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';

/** What was wrong with the last answer, as it stands in the address. */
export type ProposalProblem = 'phone' | 'noPlace';

type ProposalNoticeProps = {
  readonly channel: ProposableChannel;
  /** The last digits of the number that is called; null when nobody knows one yet. */
  readonly phoneEnding: string | null;
  readonly action: (form: FormData) => Promise<void>;
  readonly problem: ProposalProblem | null;
};

/** A clerk proposes to meet without video: yes or no, by a click. Plain forms, complete without script. */
export async function ProposalNotice({ channel, phoneEnding, action, problem }: ProposalNoticeProps) {
  const t = await getTranslations('changes.proposal');
  const asksNumber = channel === 'phone' && phoneEnding === null;
  const known = phoneEnding === null ? 'no' : 'yes';
  return (
    <div className="page-width pt-6">
      <Notice
        kind="info"
        heading="h2"
        icon={channel === 'phone' ? iconPhone : iconStore}
        title={t(`${channel}.title`)}
        role="status"
      >
        {t(`${channel}.text`, { known, ending: phoneEnding ?? '' })}
        {problem === 'noPlace' && <p className="mt-2 font-semibold text-danger">{t('noPlace')}</p>}
        <form action={action} noValidate className="mt-3 grid gap-3">
          {asksNumber && (
            <TextField
              id="proposal-phone"
              name="phone"
              type="tel"
              autoComplete="tel"
              width="half"
              label={t('number')}
              error={problem === 'phone' ? t('numberWrong') : undefined}
            />
          )}
          <span className="flex flex-wrap gap-3">
            <Button type="submit" name="answer" value="yes">
              {t(`${channel}.yes`)}
            </Button>
            <Button type="submit" name="answer" value="no" look="secondary">
              {t('no')}
            </Button>
          </span>
        </form>
      </Notice>
    </div>
  );
}
