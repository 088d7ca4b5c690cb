'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useState } from 'react';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import { ControlBar, ControlButton } from '#shared/ui/control-bar.tsx';
import { iconEllipsis } from '#shared/ui/icons/ellipsis.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { iconFlag } from '#shared/ui/icons/flag.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { iconMic } from '#shared/ui/icons/mic.ts';
import { iconMicOff } from '#shared/ui/icons/mic-off.ts';
import { iconMonitorUp } from '#shared/ui/icons/monitor-up.ts';
import { iconPhoneOff } from '#shared/ui/icons/phone-off.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { iconX } from '#shared/ui/icons/x.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { canShareScreen } from './own-show.ts';
import { useDevices } from './use-devices.ts';

/** What is written beside the picture, as the controls know it. */
export type CallChat = {
  /** Whether it lies over the picture; null where it stands elsewhere. */
  readonly isOpen: boolean | null;
  readonly unread: { readonly number: number; readonly label: string };
  readonly onPress: () => void;
};

/** A visitor's, with the sheet that shows it while it is open. */
export type VisitorChat = CallChat & { readonly sheet: ReactNode };

export type CallControlsProps = {
  session: CallSession | null;
  snapshot: CallSnapshot | null;
  look: 'call' | 'seat';
  isMoreOpen: boolean;
  onMore: () => void;
  moreRef: Ref<HTMLButtonElement>;
  /** Null for who does not write. */
  chat: CallChat | null;
  /** A clerk who joined a colleague's conversation leaves it as visitors do. */
  isHelper?: boolean;
  /** The citizen leaves and may come back; the clerk goes on to finishing. */
  onEnd: () => void;
  /** Controls of this side only. */
  children?: ReactNode;
};

/** The controls of a call: sound, picture, devices, and the way out. */
export function CallControls(props: CallControlsProps) {
  const { session, snapshot, look, isMoreOpen, onMore, moreRef, onEnd } = props;
  const t = useTranslations('call.controls');
  const leaves = look === 'call' || props.isHelper === true;
  return (
    <ControlBar label={t('label')} look={look}>
      <SoundButton session={session} snapshot={snapshot} look={look} />
      <PictureButton session={session} snapshot={snapshot} look={look} />
      {props.children}
      {props.chat && <ChatButton chat={props.chat} />}
      <ControlButton
        ref={moreRef}
        icon={iconEllipsis}
        word={t('more')}
        aria-expanded={isMoreOpen}
        onClick={onMore}
      />
      <ControlButton
        ends
        icon={leaves ? iconPhoneOff : iconFlag}
        word={t(leaves ? 'stop' : 'finish')}
        onClick={onEnd}
      />
    </ControlBar>
  );
}

/** Opens what is written beside the picture, and says how much of it is new. */
export function ChatButton({ chat: { isOpen, unread, onPress } }: { chat: CallChat }) {
  const t = useTranslations('call.controls');
  return (
    <ControlButton
      icon={iconMessageSquare}
      word={t('chat')}
      count={unread}
      aria-expanded={isOpen ?? undefined}
      onClick={onPress}
    />
  );
}

type ToggleProps = Pick<CallControlsProps, 'session' | 'snapshot' | 'look'>;

function SoundButton({ session, snapshot, look }: ToggleProps) {
  const keys = useShortcutKeys();
  const t = useTranslations('call.controls');
  const isOn = snapshot?.own.microphone === 'on';
  const word = isOn ? t(look === 'call' ? 'sound' : 'soundOn') : t('soundOff');
  return (
    <ControlButton
      icon={isOn ? iconMic : iconMicOff}
      word={word}
      on={isOn}
      aria-label={isOn ? t('muteAction', { word }) : t('unmuteAction', { word })}
      aria-keyshortcuts={look === 'seat' ? (keys.microphone ?? undefined) : undefined}
      onClick={() => void session?.own.turn('microphone', !isOn)}
    />
  );
}

function PictureButton({ session, snapshot, look }: ToggleProps) {
  const keys = useShortcutKeys();
  const t = useTranslations('call.controls');
  if (snapshot?.own.isStopped) return null;
  const isOn = snapshot?.own.camera === 'on';
  const word = isOn ? t(look === 'call' ? 'picture' : 'pictureOn') : t('pictureOff');
  return (
    <ControlButton
      icon={isOn ? iconVideo : iconVideoOff}
      word={word}
      on={isOn}
      aria-label={isOn ? t('hideAction', { word }) : t('showAction', { word })}
      aria-keyshortcuts={look === 'seat' ? (keys.camera ?? undefined) : undefined}
      onClick={() => void session?.own.turn('camera', !isOn)}
    />
  );
}

/** Shares one's own screen, and ends it. Not there where the browser cannot. */
export function ScreenButton({ session, snapshot }: Pick<CallControlsProps, 'session' | 'snapshot'>) {
  const t = useTranslations('call.controls');
  if (!canShareScreen() || snapshot?.own.isStopped) return null;
  const isOn = snapshot?.own.showing?.kind === 'screen';
  return (
    <ControlButton
      icon={isOn ? iconX : iconMonitorUp}
      word={t(isOn ? 'stopScreen' : 'screen')}
      on={isOn}
      onClick={() => (isOn ? session?.own.stopShowing() : void session?.own.shareScreen())}
    />
  );
}

/** Shows a paper with another camera, and goes back to the face. Not there where there is one camera only. */
export function PaperButton({ session, snapshot }: Pick<CallControlsProps, 'session' | 'snapshot'>) {
  const t = useTranslations('call.controls');
  const { camera: cameras } = useDevices(snapshot?.own.camera);
  const [failed, setFailed] = useState(false);
  const isOn = snapshot?.own.showing?.kind === 'paper';
  if ((cameras.length < 2 && !isOn) || snapshot?.own.isStopped) return null;
  const toggle = async () => {
    if (isOn) session?.own.stopShowing();
    else setFailed((await session?.own.showPaper()) === 'failed');
  };
  const word = t(isOn ? 'paperDone' : 'paper');
  return (
    <>
      <ControlButton
        icon={isOn ? iconUserRound : iconFileText}
        word={word}
        on={isOn}
        aria-label={isOn ? t('paperDoneAction', { word }) : t('paperAction', { word })}
        onClick={() => void toggle()}
      />
      <span role="status" className="sr-only">
        {failed ? t('paperFailed') : isOn ? t('paperOn') : ''}
      </span>
    </>
  );
}
