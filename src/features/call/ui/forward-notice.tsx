'use client';

import { useLocale, useTranslations } from 'next-intl';
import { localize } from '#journey/language.ts';
import type { VisitView } from '#journey/live-views.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { Notice } from '#shared/ui/notice.tsx';

type Props = {
  readonly forward: VisitView['forward'];
  readonly clerkName: string | null;
};

/** Who comes into the conversation, and why, before they are there. */
export function ForwardNotice({ forward, clerkName }: Props) {
  const t = useTranslations('forwarding.visitor');
  const language = useLocale();
  if (forward === null) return <div role="status" className="contents" />;
  const { kind, isTaken, clerkName: name, teamName } = forward;
  const who = name ?? t('team', { team: localize(teamName, language, 'u') });
  const clerk = clerkName ?? t('someone');
  return (
    <div role="status" className="contents">
      <Notice
        kind="info"
        icon={iconUsersRound}
        title={isTaken ? t('joined', { who }) : t(kind, { clerk, who })}
      >
        {!isTaken && t(`${kind}Text`, { clerk })}
      </Notice>
    </div>
  );
}
