'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import type { MarkState } from '#journey/message-mark.ts';
import { HintMark, type HintMarkProps } from '#shared/ui/hint-mark.tsx';
import {
  iconCheck,
  iconCheckCheck,
  iconHourglass,
  iconMailX,
  iconSend,
  iconTriangleExclamationPoint,
  iconUserRoundCheck,
} from '#shared/ui/icon-shapes.ts';

export const markLooks: Readonly<Record<MarkState, Pick<HintMarkProps, 'icon' | 'tone'>>> = {
  underway: { icon: iconHourglass, tone: 'quiet' },
  failing: { icon: iconTriangleExclamationPoint, tone: 'warn' },
  failed: { icon: iconMailX, tone: 'danger' },
  accepted: { icon: iconSend, tone: 'quiet' },
  delivered: { icon: iconCheck, tone: 'ok' },
  read: { icon: iconCheckCheck, tone: 'ok' },
};

/** Whether this person knows: the newest news and how far it came, or that they let know to be coming. */
export function MessageGlyph({ entry }: { entry: Pick<SeatEntry, 'messages' | 'saidComing'> }) {
  const t = useTranslations('seat.messages');
  const { messages, saidComing } = entry;
  const isTold = messages === null || messages.state === 'read';
  if (saidComing && isTold) return <HintMark icon={iconUserRoundCheck} tone="ok" text={t('coming')} />;
  if (messages === null) return null;
  const text = t('mark', { kind: t(`kinds.${messages.kind}`), state: t(`states.${messages.state}`) });
  return <HintMark {...markLooks[messages.state]} text={text} />;
}
