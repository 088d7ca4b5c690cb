'use client';

import { useLocale } from 'next-intl';
import type { AskedCard } from '#features/call/ui/use-call-sheet.tsx';
import { PostponedRequest, RequestCard } from '#features/requests/ui/request-card.tsx';
import { DeviceMatchNotice } from '#features/waiting-room/ui/device-match-notice.tsx';
import { type FormOfAddress, type LocalizedText, localize } from '#journey/language.ts';
import type { VisitRequest } from '#journey/live-views.ts';
import { useProviderWays } from '#panels/identity/ui/known-provider-ways.tsx';
import { RequestWays } from './request-ways.tsx';

type Asked = {
  readonly reference: string;
  readonly requests: readonly VisitRequest[];
  /** To be chosen on the device on which they proved who they are; null when nothing has to be. */
  readonly matchNumber: number | null;
  /** Who asks. */
  readonly name: string;
  readonly formOfAddress: FormOfAddress;
  /** The clerk sees them, and what they hold in front of the camera. */
  readonly isSeen: boolean;
};

/** What is asked in the call, one thing at a time: the oldest that was not put aside; what was, in a line. */
export function useAskedCard({
  reference,
  requests,
  matchNumber,
  name,
  formOfAddress,
  isSeen,
}: Asked): AskedCard {
  const language = useLocale();
  const providers = useProviderWays();
  const say = (text: LocalizedText) => localize(text, language, formOfAddress);
  const waiting = requests.filter(({ isPostponed }) => !isPostponed);
  const [first] = waiting;
  const aside = requests.find(({ isPostponed }) => isPostponed);
  return {
    key: first?.id ?? null,
    card: first && (
      <RequestCard
        key={first.id}
        reference={reference}
        request={first}
        name={name}
        after={waiting.length - 1}
        say={say}
        ways={
          <RequestWays
            reference={reference}
            request={first}
            providers={providers}
            say={say}
            isInCall
            isSeen={isSeen}
          />
        }
      />
    ),
    notice:
      matchNumber === null ? (
        aside && <PostponedRequest key={aside.id} reference={reference} request={aside} say={say} />
      ) : (
        <DeviceMatchNotice number={matchNumber} />
      ),
  };
}
