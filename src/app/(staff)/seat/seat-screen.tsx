'use client';

import { useLocale } from 'next-intl';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { ClerkCall } from '#features/call/ui/clerk-call.tsx';
import { EndConversation } from '#features/closing/ui/end-conversation.tsx';
import { Seat, type SeatProps } from '#features/seat/ui/seat.tsx';

/** Brings together the steps that meet on the clerk's screen: the seat, the call in its middle, and the closing. */
export function SeatScreen(props: Omit<SeatProps, 'renderStage' | 'renderEnding'>) {
  return (
    <I18nProvider locale={useLocale()}>
      <Seat
        {...props}
        renderStage={(stage) => <ClerkCall {...stage} />}
        renderEnding={(ending) => <EndConversation {...ending} />}
      />
    </I18nProvider>
  );
}
