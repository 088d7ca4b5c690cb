import { getTranslations } from 'next-intl/server';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { LinkList } from '#shared/ui/link-list.tsx';

/** The way to proving who one is before one telephones. */
export async function CallFirstInvitation({ className }: { className?: string }) {
  const t = await getTranslations('identity.ahead');
  return (
    <LinkList className={className} links={[{ href: '/call', text: t('link'), icon: iconShieldCheck }]} />
  );
}
