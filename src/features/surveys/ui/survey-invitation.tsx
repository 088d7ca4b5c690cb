import { useTranslations } from 'next-intl';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { type SurveyAction, SurveyForm } from './survey-form.tsx';

export type SurveyInvitationProps = { state: 'open' | 'answered' | 'skipped'; action: SurveyAction };

/** Asks for the citizen's opinion after a conversation, once, and says thank you afterwards. */
export function SurveyInvitation({ state, action }: SurveyInvitationProps) {
  const t = useTranslations('survey');
  if (state !== 'open') {
    return <Notice kind="ok" title={t(`closed.${state}`)} role="status" />;
  }
  return (
    <Card>
      <h2 id="survey">{t('title')}</h2>
      <p className="mt-2 mb-6 text-ink-2">{t('lead')}</p>
      <ClientMessages namespaces={['survey']}>
        <SurveyForm action={action} />
      </ClientMessages>
    </Card>
  );
}
