'use client';

import { useLocale } from 'next-intl';
import { PostponedRequest, RequestCard } from '#features/requests/ui/request-card.tsx';
import { type FormOfAddress, type LocalizedText, localize } from '#journey/language.ts';
import type { VisitRequest } from '#journey/live-views.ts';
import { mayBeShown, ShowCardWay } from '#panels/identity/ui/show-card-way.tsx';

type AskedCardProps = {
  reference: string;
  requests: readonly VisitRequest[];
  /** Who asks. */
  name: string;
  formOfAddress: FormOfAddress;
};

/** What is asked in the call, one thing at a time: the oldest that was not put aside. */
export function AskedCard({ reference, requests, name, formOfAddress }: AskedCardProps) {
  const language = useLocale();
  const say = (text: LocalizedText) => localize(text, language, formOfAddress);
  const waiting = requests.filter(({ isPostponed }) => !isPostponed);
  const [first] = waiting;
  if (first === undefined) {
    const [aside] = requests;
    return aside && <PostponedRequest reference={reference} request={aside} say={say} />;
  }
  return (
    <RequestCard
      key={first.id}
      reference={reference}
      request={first}
      name={name}
      after={waiting.length - 1}
      say={say}
      ways={<Ways request={first} />}
    />
  );
}

/** The ways to do what is asked, of its kind. */
function Ways({ request }: { request: VisitRequest }) {
  return request.kind === 'identify' && mayBeShown(request.settings) && <ShowCardWay />;
}
