import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NoteCallback } from '#features/callbacks/ui/note-callback.tsx';
import { ForwardPart } from '#features/forwarding/ui/sent-forward.tsx';
import { AskBackOffice } from '#features/questions/ui/ask-back-office.tsx';
import { useMomentStyle } from '#features/seat/ui/seat-place.tsx';
import type { ForwardRequest } from '#features/seat/ui/seat-slots.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconCalendarClock } from '#shared/ui/icons/calendar-clock.ts';

/**
 * How it goes on with this citizen: a colleague who is there now, somebody who answers after the conversation, another appointment, a call.
 * Where nobody is there, one leads to the other.
 */
export function PassOnWays(request: ForwardRequest) {
  const t = useTranslations('noteCallback');
  const style = useMomentStyle();
  const [begun, setBegun] = useState<string | null>(null);
  const { conversationId, isOwn, byPhone } = request;
  return (
    <div className="flex flex-wrap items-start gap-2 px-4 pt-3">
      {!byPhone && <ForwardPart {...request} onAskLater={setBegun} />}
      {isOwn && (
        <>
          {!byPhone && <AskBackOffice conversationId={conversationId} begun={begun} onBegin={setBegun} />}
          {/* In a tab of its own: the conversation goes on in this one. */}
          <ButtonLink
            look="secondary"
            icon={iconCalendarClock}
            href={`/seat/book?after=${conversationId}`}
            target="_blank"
          >
            {t('book')}
          </ButtonLink>
          <NoteCallback conversationId={conversationId} style={style} />
        </>
      )}
    </div>
  );
}
