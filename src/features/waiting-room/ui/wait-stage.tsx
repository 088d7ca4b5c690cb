import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { telHref } from '#shared/tel-href.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { LinkList } from '#shared/ui/link-list.tsx';
import type { VisitPage } from '../visit-page.data.ts';
import { EarlyRoomScript } from './early-room-script.tsx';
import { Phrase } from './phrase.tsx';
import type { PageLink, VisitReader } from './reader.ts';
import type { TurnTextAction } from './turn-text.tsx';
import { WaitingRoom } from './waiting-room.tsx';
import { WithoutScript } from './without-script.tsx';

type WaitStageProps = {
  page: VisitPage;
  reader: VisitReader;
  organisationName: string;
  /** What to bring, and what else can be prepared meanwhile. */
  bring: ReactNode;
  /** Ways to change the appointment; none for a companion. */
  changes: readonly PageLink[];
  /** Other ways to somebody, while nobody is at the counter. */
  others: ReactNode;
  /** Null where nothing is asked. */
  turnTextAction: TurnTextAction | null;
  /** For browsers without script: where this page is without anything to type; null when this is it. */
  renewingHref: string | null;
  readWordsAction: () => Promise<void>;
};

/** The waiting room on its day. Without script it tells the truth of the moment, and how to talk without. */
export async function WaitStage({
  page,
  reader,
  organisationName,
  bring,
  changes,
  others,
  turnTextAction,
  renewingHref,
  readWordsAction,
}: WaitStageProps) {
  const t = await getTranslations('visit');
  const phone = {
    href: telHref(reader.phone),
    text: t('phone', { phone: reader.phone }),
    icon: iconPhone,
  };
  return (
    <>
      <WithoutScript phone={reader.phone} renewingHref={renewingHref} inWriting={page.channel === 'chat'} />
      <EarlyRoomScript reference={page.reference} />
      <WaitingRoom
        services={page.services.map(({ name }) => reader.say(name)).join(', ')}
        teamName={reader.say(page.teamName)}
        organisationName={organisationName}
        style={reader.style}
        phrase={<Phrase words={page.phraseWords} channel={page.channel} phone={reader.phone} />}
        bring={bring}
        ways={<LinkList links={[phone]} />}
        others={others}
        turnTextAction={turnTextAction}
        readWordsAction={readWordsAction}
        waysBefore={<LinkList links={[phone, ...changes]} />}
      />
    </>
  );
}
