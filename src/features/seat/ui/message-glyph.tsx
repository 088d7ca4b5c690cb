'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import type { MarkState, MessageMark } from '#journey/message-mark.ts';
import { HintMark, type HintMarkProps } from '#shared/ui/hint-mark.tsx';
import { iconCheck } from '#shared/ui/icons/check.ts';
import { iconCheckCheck } from '#shared/ui/icons/check-check.ts';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { iconMailX } from '#shared/ui/icons/mail-x.ts';
import { iconSend } from '#shared/ui/icons/send.ts';
import { iconTriangleExclamationPoint } from '#shared/ui/icons/triangle-exclamation-point.ts';
import { iconUserRoundCheck } from '#shared/ui/icons/user-round-check.ts';

export const markLooks: Readonly<Record<MarkState, Pick<HintMarkProps, 'icon' | 'tone'>>> = {
  underway: { icon: iconHourglass, tone: 'quiet' },
  failing: { icon: iconTriangleExclamationPoint, tone: 'warn' },
  failed: { icon: iconMailX, tone: 'danger' },
  accepted: { icon: iconSend, tone: 'quiet' },
  delivered: { icon: iconCheck, tone: 'ok' },
  read: { icon: iconCheckCheck, tone: 'ok' },
};

type Marked = Pick<SeatEntry, 'messages' | 'saidComing'>;

/** Whether this person knows: the newest news and how far it came, or that they let know to be coming. */
export function MessageGlyph({ entry }: { entry: Marked }) {
  const mark = useMark()(entry);
  return mark && <HintMark {...mark} />;
}

/** What the glyph draws and says; null where nothing was sent. */
export function useMark(): (entry: Marked) => HintMarkProps | null {
  const t = useTranslations('seat.messages');
  const words = useMarkWords();
  return ({ messages, saidComing }) => {
    const isTold = messages === null || (messages.state === 'read' && messages.failed === null);
    if (saidComing && isTold) return { icon: iconUserRoundCheck, tone: 'ok', text: t('coming') };
    if (messages === null) return null;
    return { ...markLooks[messages.state], text: words(messages), warning: messages.failed !== null };
  };
}

/** What the mark says, of each way where they differ. */
function useMarkWords(): (mark: MessageMark) => string {
  const t = useTranslations('seat.messages');
  return ({ kind, state, channel, failed }) =>
    failed === null
      ? t('mark', { kind: t(`kinds.${kind}`), state: t(`states.${state}`) })
      : t('markWays', {
          kind: t(`kinds.${kind}`),
          channel: t(`channels.${channel}`),
          state: t(`states.${state}`),
          failed: t(`channels.${failed}`),
        });
}
