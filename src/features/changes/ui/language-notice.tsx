import { getTranslations } from 'next-intl/server';
import type { Language } from '#journey/language.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/notice.tsx';

type LanguageNoticeProps = {
  /** In which messages are written now. */
  readonly written: Language;
  /** In which this page is read. */
  readonly read: Language;
  readonly action: () => Promise<void>;
};

/** Where the page is read in another language than the messages: the choice to have these in it as well. */
export async function LanguageNotice({ written, read, action }: LanguageNoticeProps) {
  const t = await getTranslations('changes.language');
  return (
    <div className="page-width pt-6">
      <Notice
        kind="neutral"
        title={t('title', { language: t(`names.${written}`) })}
        action={
          <form action={action}>
            <Button type="submit" look="secondary">
              {t('action', { language: t(`names.${read}`) })}
            </Button>
          </form>
        }
      />
    </div>
  );
}
