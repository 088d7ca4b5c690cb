import { useTranslations } from 'next-intl';
import { Icon } from '#shared/ui/icon.tsx';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';

/** The way without any provider: a card before the camera, where the service states that it will do. */
export function ShowCardWay() {
  const t = useTranslations('identity.look');
  return (
    <div className="flex items-start gap-3 rounded-md border-2 border-line p-4">
      <Icon shape={iconIdCard} size={26} className="mt-0.5 text-brand" />
      <p className="min-w-0">
        <b className="block">{t('way')}</b>
        {t('wayText')}
      </p>
    </div>
  );
}

/** Whether settings of a request say that a look will do. */
export function mayBeShown(settings: unknown): boolean {
  return (settings as { readonly mayBeShown?: unknown } | null)?.mayBeShown === true;
}
