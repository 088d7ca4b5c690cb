import { getTranslations } from 'next-intl/server';
import { iconPhoneIncoming } from '#shared/ui/icons/phone-incoming.ts';
import { LinkList } from '#shared/ui/link-list.tsx';

/** The way to being called, where the team's telephone is open at some time. @param service its name in addresses; none to choose one first */
export async function CallbackInvitation({ service, className }: { service?: string; className?: string }) {
  const t = await getTranslations('callback');
  const href = service === undefined ? '/callback' : `/callback?service=${service}`;
  return <LinkList className={className} links={[{ href, text: t('link'), icon: iconPhoneIncoming }]} />;
}
