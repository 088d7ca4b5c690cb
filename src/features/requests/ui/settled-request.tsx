import { getTranslations } from 'next-intl/server';
import type { SettledState } from '#journey/requests.ts';
import { Notice, type NoticeKind } from '#shared/ui/notice.tsx';

const kinds: Record<SettledState, NoticeKind> = {
  fulfilled: 'ok',
  declined: 'neutral',
  expired: 'neutral',
  withdrawn: 'neutral',
};

/** What became of a request, for who was asked. */
export async function SettledRequest({ state }: { state: SettledState }) {
  const t = await getTranslations('requests.settled');
  return (
    <Notice kind={kinds[state]} role="status" heading="h2" title={t(`${state}.title`)}>
      {t(`${state}.text`)}
    </Notice>
  );
}
