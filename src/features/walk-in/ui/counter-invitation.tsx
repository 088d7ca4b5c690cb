import { getTranslations } from 'next-intl/server';
import { iconDoorOpen } from '#shared/ui/icons/door-open.ts';
import { LinkList } from '#shared/ui/link-list.tsx';

/** The way to the open counter. @param service its name in addresses; none to choose one first */
export async function CounterInvitation({ service, className }: { service?: string; className?: string }) {
  const t = await getTranslations('counter');
  const href = service === undefined ? '/counter' : `/counter?service=${service}`;
  return <LinkList className={className} links={[{ href, text: t('link'), icon: iconDoorOpen }]} />;
}
