import { useTranslations } from 'next-intl';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { iconUserRoundCheck } from '#shared/ui/icons/user-round-check.ts';

export type ConversationSummaryProps = {
  services: readonly string[];
  /** In words. */
  when: string;
  teamName: string;
};

/** What took place, for the citizen. The clerk's report is the municipality's and is not shown. */
export function ConversationSummary({ services, when, teamName }: ConversationSummaryProps) {
  const t = useTranslations('closing.summary');
  return (
    <FactList
      facts={[
        { icon: iconFileText, term: t('services'), detail: services.join(', ') },
        { icon: iconClock4, term: t('when'), detail: when },
        { icon: iconUserRoundCheck, term: t('with'), detail: teamName },
      ]}
    />
  );
}
