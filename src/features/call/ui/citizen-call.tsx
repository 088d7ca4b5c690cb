'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { isKeptLarge, rightsOfCompanion } from '#journey/companion-roles.ts';
import type { VisitView } from '#journey/live-views.ts';
import { CallFrame } from '#shared/ui/call-frame.tsx';
import { CallControls, PaperButton, ScreenButton, type VisitorChat } from './call-controls.tsx';
import { CallOptions } from './call-options.tsx';
import { OwnTile, Stage, StagePlates } from './call-tiles.tsx';
import { CitizenPhoneStage, PhoneWaysCard, PhoneWaysPart } from './citizen-phone.tsx';
import { CitizenWritingStage } from './citizen-writing.tsx';
import { ComplaintLink, PictureStoppedNotice, WarningCard } from './conduct-cards.tsx';
import { ForwardNotice } from './forward-notice.tsx';
import { LineNotice } from './line-notice.tsx';
import type { OtherPerson } from './people.ts';
import { CallAnnouncer, CallBar } from './phase-cards.tsx';
import { visitMediaAddress } from './prepare-call.ts';
import { OwnScreenNotice } from './screen-notices.tsx';
import { findShown } from './shown-tile.tsx';
import { StillCard } from './still-card.tsx';
import { useAskedScreen } from './use-asked-screen.tsx';
import { useAsksFirst } from './use-asks-first.ts';
import { useCall, useFollow } from './use-call.ts';
import { type AskedCard, useCallSheet } from './use-call-sheet.tsx';
import { useDeviceStart } from './use-device-start.ts';
import { useLargeFace } from './use-large-face.tsx';
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
  /** Whom to bring along; null where that is not theirs to say. */
  invite?: ReactNode;
  /** What is written beside the picture, and the sheet with it while it is open; null for who does not write. */
  chat: VisitorChat | null;
  /** What is written, as the whole page, while the conversation is held in writing. */
  written: ReactNode;
  /** What is asked in the conversation besides; the call's own questions go first. */
  asked: AskedCard;
  /** The citizen left, and may come back as long as the conversation runs. */
  onLeave: () => void;
};

const storage = () => sessionStorage;

/** Whether there are picture and sound. */
const isHeard = ({ byPhone, inWriting }: VisitView) => !byPhone && !inWriting;

/** The citizen's side of the conversation. It begins where `prepareCitizenCall` left off. */
export function CitizenCall(props: CitizenCallProps) {
  const { reference, view, organisationName, initialTracks, chat, onLeave } = props;
  const t = useTranslations('call');
  const { session, snapshot } = useCall(isHeard(view) ? visitMediaAddress(reference) : null, storage);
  const name = props.clerkName ?? organisationName;
  const roles = useTranslations('companions.roles');
  const knownOf = ({ id }: OtherPerson) => view.people.find(({ participantId }) => participantId === id);
  const nameOf = (person: OtherPerson) => knownOf(person)?.name ?? (person.name || t('someone'));
  const detailOf = (person: OtherPerson) => {
    const known = knownOf(person);
    if (known?.role === 'companion') return roles(known.companionRole ?? 'none');
    return known?.role === 'clerk' || person.name === props.clerkName ? organisationName : null;
  };
  const large = useLargeFace({ session, snapshot, people: view.people, nameOf });
  const asksFirst = useAsksFirst(reference, view.inWriting);
  const [isPutOff, setPutOff] = useState(false);
  const mustAsk = useDeviceStart(session, snapshot, initialTracks, asksFirst);
  const { role, phoneEnding } = view;
  const ways = { name, officePhone: props.officePhone, role, phoneEnding };
  const extra = session && (
    <>
      <CallOptions session={session} hasLayouts={false} />
      {large.choice}
      {props.invite}
      <PhoneWaysPart {...ways} />
      <div className="mt-5">
        <ComplaintLink reference={reference} />
      </div>
    </>
  );
  const repair = useRepairFails(snapshot);
  const phoneCard = repair.isDue && <PhoneWaysCard {...ways} onDismiss={repair.dismiss} />;
  const asked = useAskedScreen({ reference, session, snapshot, asks: view.asksScreen, name });
  const { conduct } = view;
  const still = view.asksStill && (
    <StillCard
      reference={reference}
      purpose={view.asksStill}
      name={name}
      camera={snapshot?.own.picture?.mediaStreamTrack ?? null}
    />
  );
  const warning = conduct.warning && <WarningCard reference={reference} kind={conduct.warning} name={name} />;
  const { sheet, more, closeMore } = useCallSheet({
    session,
    snapshot,
    mustAsk: mustAsk && !isPutOff,
    onLater: asksFirst ? () => setPutOff(true) : null,
    name,
    nameOf,
    asked: warning ?? still ?? asked ?? phoneCard,
    card: props.asked,
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
  const isStopped = conduct.pictureStopped !== null;
  useEffect(() => session?.own.stopPicture(isStopped), [session, isStopped]);

  useEffect(() => {
    if (session !== null) session.own.signs = isKeptLarge(view.companionRole);
  }, [session, view.companionRole]);
  const mayShow = role === 'companion' && rightsOfCompanion(view.companionRole).screen === 'always';

  const leave = () => {
    session?.leave();
    onLeave();
  };
  if (view.inWriting)
    return (
      <CitizenWritingStage
        {...props}
        name={name}
        card={warning || props.asked.card}
        notice={props.asked.notice}
        onLeave={leave}
      />
    );
  if (view.byPhone) return <CitizenPhoneStage {...ways} chat={chat} asked={props.asked} onLeave={leave} />;
  const self = <OwnTile snapshot={snapshot} ownName={view.ownName} />;
  return (
    <CallFrame
      heading={t('heading', { name })}
      top={
        <>
          <CallAnnouncer snapshot={snapshot} name={name} nameOf={nameOf} />
          <CallBar session={session} snapshot={snapshot} />
          <ForwardNotice forward={view.forward} clerkName={props.clerkName} />
          <LineNotice session={session} snapshot={snapshot} />
          <OwnScreenNotice session={session} snapshot={snapshot} />
          <PictureStoppedNotice kind={conduct.pictureStopped} />
          {props.asked.notice}
        </>
      }
      stage={
        <Stage
          snapshot={snapshot}
          expectedName={name}
          nameOf={nameOf}
          detailOf={detailOf}
          largeId={large.largeId}
          beside={large.largeId !== null}
          self={self}
          top={<StagePlates snapshot={snapshot} recording={t('nothingRecorded')} />}
        />
      }
      self={findShown(snapshot) === null && large.largeId === null && self}
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
          {mayShow ? (
            <ScreenButton session={session} snapshot={snapshot} />
          ) : (
            <PaperButton session={session} snapshot={snapshot} />
          )}
        </CallControls>
      }
    />
  );
}
