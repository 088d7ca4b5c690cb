'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  type ComponentType,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type PreparedCall,
  prepareCitizenCall,
  startCallOver,
  visitMediaAddress,
} from '#features/call/ui/prepare-call.ts';
import { takeOverEarlyRoom } from '#features/waiting-room/ui/early-room.ts';
import { type OwnStream, useOwnStream } from '#features/waiting-room/ui/use-own-stream.ts';
import { VisitContext } from '#features/waiting-room/ui/visit-context.ts';
import { isKeptLarge } from '#journey/companion-roles.ts';
import type { FormOfAddress } from '#journey/language.ts';
import type { VisitView } from '#journey/live-views.ts';
import type { LinkStage } from '#journey/stages.ts';
import { useEventStream } from '#shared/live/use-event-stream.ts';
import { usePageTitle } from '#shared/ui/use-page-title.ts';
import type { CallScreenProps } from './call-screen.tsx';
import { useRounds } from './use-rounds.ts';

/** So long the live view waits for the first picture; a little longer than the screen of the call does. */
const liveViewWaitsMilliseconds = 700;

type VisitLiveProps = {
  reference: string;
  /** What the server rendered the page with. */
  initial: VisitView;
  organisationName: string;
  /** The municipality's number. */
  officePhone: string;
  formOfAddress: FormOfAddress;
  /** Whom to bring along, for the screen of the call; none for a companion. */
  invite?: ReactNode;
  /** The page around the parts that live. */
  children: ReactNode;
};

/**
 * Follows the visit: the page of a stage comes from the server, the way from waiting into the conversation and back is made here,
 * so that nobody loses a second or a picture.
 */
export function VisitLive({
  reference,
  initial,
  organisationName,
  officePhone,
  formOfAddress,
  ...parts
}: VisitLiveProps) {
  const [newer] = useState(takeEarlyView);
  const stream = useEventStream<VisitView>(`/events/visits/${reference}`, initial, { newer });
  const { view: newest, connection } = stream;
  const view = useLatched(newest);
  const t = useTranslations('waitingRoom');
  const own = useOwnStream();
  const [hasLeft, setHasLeft] = useState(false);
  const [isLetIn, setLetIn] = useState(false);
  const { round, isPutOut } = useRounds(view, isLetIn, () => {
    setLetIn(false);
    setHasLeft(false);
  });
  useStartOver(round, reference, own);
  const isInside = isIn(view, isLetIn) && !hasLeft;
  const CallScreen = useCallScreen(isHere(view.stage), isInside);
  useServerPage(initial, newest, connection === 'ended');
  const firstPlace = useRef<HTMLDivElement>(null);
  usePreparedCall(isNearCall(view) && !hasLeft, reference, {
    stream: own.stream,
    signs: isKeptLarge(view.companionRole),
    firstPlace,
    onRights: () => stream.hold(liveViewWaitsMilliseconds),
    onAdmitted: () => {
      setLetIn(true);
      stream.hold(0);
    },
    round,
  });
  usePageTitle(isInside ? `${t('titles.call')}, ${organisationName}` : null);

  // The page stays as it is while the first picture comes.
  const visit = useMemo(
    () => ({ view, connection, own, hasLeft, isPutOut, comeBack: () => setHasLeft(false) }),
    [view, connection, own, hasLeft, isPutOut],
  );
  if (!isInside || CallScreen === null) {
    return (
      <>
        <VisitContext value={visit}>{parts.children}</VisitContext>
        <div ref={firstPlace} className="fixed inset-0 z-50 bg-night pb-22 empty:hidden lg:px-4 lg:pt-4" />
      </>
    );
  }
  return (
    <CallScreen
      reference={reference}
      view={letIn(view)}
      clerkName={view.clerkName}
      organisationName={organisationName}
      officePhone={officePhone}
      formOfAddress={formOfAddress}
      initialTracks={own.stream}
      invite={parts.invite}
      onLeave={() => {
        own.forget();
        setHasLeft(true);
      }}
    />
  );
}

/** Read before React compares the page with what it would draw; the state of a page that was opened is used once. */
let earlyView = typeof document === 'undefined' ? null : takeOverEarlyRoom();

function takeEarlyView(): VisitView | null {
  const view = earlyView;
  earlyView = null;
  return view;
}

function isHere(stage: LinkStage): boolean {
  return stage === 'wait' || stage === 'call';
}

/** The video server says who was let in before the live view does. */
function letIn(view: VisitView): VisitView {
  if (view.stage !== 'wait' || view.call === null) return view;
  return { ...view, stage: 'call', call: { ...view.call, admitted: true } };
}

function isNearCall({ stage, waiting, call, byPhone, inWriting }: VisitView): boolean {
  if (inWriting) return false;
  if (stage === 'call') return call?.admitted === true && !byPhone;
  return stage === 'wait' && waiting?.nearFront === true && call !== null;
}

function isIn({ stage, call }: VisitView, isLetIn: boolean): boolean {
  return stage === 'call' ? call?.admitted === true : stage === 'wait' && isLetIn;
}

/** Camera and microphone off, and ready to be called again. */
function useStartOver(round: number, reference: string, own: OwnStream): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time
  useEffect(() => {
    if (round === 0) return;
    startCallOver(visitMediaAddress(reference));
    own.forget();
  }, [round]);
}

/** When waiting and conversation are over, what was shown stays until the server's next page is there. */
function useLatched(view: VisitView): VisitView {
  const [last, setLast] = useState(view);
  const follows = isHere(view.stage) || !isHere(last.stage);
  if (follows && last !== view) setLast(view);
  return follows ? view : last;
}

/**
 * Asks the server for the page of another stage or of an appointment that is not what it was (moved by staff, an earlier time is
 * offered), also when this device yielded to another one.
 */
function useServerPage(rendered: VisitView, now: VisitView, ended: boolean): void {
  const router = useRouter();
  const isOtherStage = rendered.stage !== now.stage && !(isHere(rendered.stage) && isHere(now.stage));
  const isChanged = rendered.version !== now.version && now.stage !== 'call';
  const isOther = isOtherStage || isChanged;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second change while the page of the first is on its way asks again
  useEffect(() => {
    if (isOther || ended) router.refresh();
  }, [isOther, ended, router, now.version]);
}

/**
 * The screen of the call. It is fetched while one waits and nothing else happens; not by Suspense, which would hold it back for a
 * moment once the waiting page was shown in its stead.
 */
function useCallScreen(mayCome: boolean, isNeeded: boolean): ComponentType<CallScreenProps> | null {
  const [screen, setScreen] = useState<{ readonly Call: ComponentType<CallScreenProps> } | null>(null);
  useEffect(() => {
    if (!mayCome) return;
    const load = () =>
      void import('./call-screen.tsx').then(({ CallScreen }) => setScreen({ Call: CallScreen }));
    return isNeeded ? load() : whenIdle(load);
  }, [mayCome, isNeeded]);
  return screen?.Call ?? null;
}

/** Near the front of the queue: connects to the conversation's room in advance, with no rights. */
function usePreparedCall(
  isNear: boolean,
  reference: string,
  prepared: Omit<PreparedCall, 'firstPlace'> & {
    readonly firstPlace: RefObject<HTMLElement | null>;
    readonly round: number;
  },
): void {
  const { stream, firstPlace, round } = prepared;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told only sets states
  useEffect(() => {
    if (!isNear) return;
    return prepareCitizenCall(reference, { ...prepared, firstPlace: () => firstPlace.current });
  }, [reference, round, isNear, stream, firstPlace]);
}

/** Not every browser says when it is idle. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 4_000 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 1_500);
  return () => clearTimeout(timer);
}
