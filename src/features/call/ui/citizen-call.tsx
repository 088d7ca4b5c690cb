'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { VisitView } from '#journey/live-views.ts';
import { CallFrame } from '#shared/ui/call-frame.tsx';
import { CallControls, PaperButton, type VisitorChat } from './call-controls.tsx';
import { CallOptions } from './call-options.tsx';
import { OwnTile, Stage, StagePlates } from './call-tiles.tsx';
import { CitizenPhoneStage, PhoneWaysCard, PhoneWaysPart } from './citizen-phone.tsx';
import { LineNotice } from './line-notice.tsx';
import type { OtherPerson } from './people.ts';
import { CallAnnouncer, CallBar } from './phase-cards.tsx';
import { visitMediaAddress } from './prepare-call.ts';
import { OwnScreenNotice } from './screen-notices.tsx';
import { findShown } from './shown-tile.tsx';
import { useAskedScreen } from './use-asked-screen.tsx';
import { useCall, useFollow } from './use-call.ts';
import { useCallSheet } from './use-call-sheet.tsx';
import { useDeviceStart } from './use-device-start.ts';
import { useRepairFails } from './use-repair-fails.ts';

export type CitizenCallProps = {
  reference: string;
  view: VisitView;
  clerkName: string | null;
  organisationName: string;
  /** The municipality's number. */
  officePhone: string;
  /** Camera and microphone as the waiting room opened them; the call closes them. */
  initialTracks: MediaStream | null;
  /** What is written beside the picture, and the sheet with it while it is open; null for who does not write. */
  chat: VisitorChat | null;
  /** The citizen left, and may come back as long as the conversation runs. */
  onLeave: () => void;
};

const storage = () => sessionStorage;

/** The citizen's side of the conversation. It begins where `prepareCitizenCall` left off. */
export function CitizenCall(props: CitizenCallProps) {
  const { reference, view, organisationName, initialTracks, chat, onLeave } = props;
  const t = useTranslations('call');
  const { session, snapshot } = useCall(view.byPhone ? null : visitMediaAddress(reference), storage);
  const name = props.clerkName ?? organisationName;
  const nameOf = (person: OtherPerson) => person.name || t('someone');
  const mustAsk = useDeviceStart(session, snapshot, initialTracks);
  const { role, phoneEnding } = view;
  const ways = { name, officePhone: props.officePhone, role, phoneEnding };
  const extra = session && (
    <>
      <CallOptions session={session} hasLayouts={false} />
      <PhoneWaysPart {...ways} />
    </>
  );
  const repair = useRepairFails(snapshot);
  const phoneCard = repair.isDue && <PhoneWaysCard {...ways} onDismiss={repair.dismiss} />;
  const asked = useAskedScreen({ reference, session, snapshot, asks: view.asksScreen, name });
  const { sheet, more, closeMore } = useCallSheet({
    session,
    snapshot,
    mustAsk,
    name,
    nameOf,
    asked: asked ?? phoneCard,
    extra,
    chat: chat?.sheet,
  });
  const openChat = chat && {
    ...chat,
    onPress: () => {
      closeMore();
      chat.onPress();
    },
  };
  useFollow(session, view.call?.roomName ?? null, view.call?.admitted ?? false);
  useEffect(() => session?.open(), [session]);

  const leave = () => {
    session?.leave();
    onLeave();
  };
  if (view.byPhone) return <CitizenPhoneStage {...ways} chat={chat} onLeave={leave} />;
  const self = <OwnTile snapshot={snapshot} ownName={view.ownName} />;
  return (
    <CallFrame
      heading={t('heading', { name })}
      top={
        <>
          <CallAnnouncer snapshot={snapshot} name={name} nameOf={nameOf} />
          <CallBar session={session} snapshot={snapshot} />
          <LineNotice session={session} snapshot={snapshot} />
          <OwnScreenNotice session={session} snapshot={snapshot} />
        </>
      }
      stage={
        <Stage
          snapshot={snapshot}
          expectedName={name}
          nameOf={nameOf}
          detailOf={(person) => (person.name === props.clerkName ? organisationName : null)}
          self={self}
          top={<StagePlates snapshot={snapshot} recording={t('nothingRecorded')} />}
        />
      }
      self={findShown(snapshot) === null && self}
      sheet={sheet}
      bar={
        <CallControls
          look="call"
          session={session}
          snapshot={snapshot}
          chat={openChat}
          onEnd={leave}
          {...more}
        >
          <PaperButton session={session} snapshot={snapshot} />
        </CallControls>
      }
    />
  );
}
