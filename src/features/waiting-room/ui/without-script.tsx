import { useTranslations } from 'next-intl';
import { Notice } from '#shared/ui/notice.tsx';

const reloadSeconds = 60;

type WithoutScriptProps = {
  /** The municipality's number, as it is shown. */
  phone: string;
  /** Where the page is that renews itself; null on that page. */
  renewingHref: string | null;
  inWriting: boolean;
};

/**
 * What the waiting room says to a browser without script. A page on which something can be typed does not renew itself, for that would be
 * lost; one that only tells how it stands does, every minute.
 */
export function WithoutScript({ phone, renewingHref, inWriting }: WithoutScriptProps) {
  const t = useTranslations('visit.noScript');
  return (
    <noscript>
      {renewingHref === null && <meta httpEquiv="refresh" content={String(reloadSeconds)} />}
      <div className="page-width mt-6">
        <Notice
          kind="warn"
          title={t(inWriting ? 'titleChat' : 'title')}
          action={renewingHref !== null && <a href={renewingHref}>{t('renew')}</a>}
        >
          {t('text', { phone })}
        </Notice>
      </div>
    </noscript>
  );
}
