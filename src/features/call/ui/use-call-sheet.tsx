'use client';

import { type ReactNode, type Ref, useRef, useState } from 'react';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { AskCard, ProblemCard, problemIn } from './device-cards.tsx';
import { DevicePanel } from './device-panel.tsx';
import type { OtherPerson } from './people.ts';
import { isOutside, PhaseCard } from './phase-cards.tsx';

/** Something to be done in the conversation: what it is, the card for it, and a line for what was put aside. */
export type AskedCard = {
  /** Another one is something new; null when nothing is asked. */
  readonly key: string | null;
  readonly card: ReactNode;
  readonly notice: ReactNode;
};

export type SheetNeeds = {
  readonly session: CallSession | null;
  readonly snapshot: CallSnapshot | null;
  /** Whether camera and microphone wait for their user's word. */
  readonly mustAsk: boolean;
  /** Puts that off, for who wrote until now; left out where nobody may. */
  readonly onLater?: (() => void) | null;
  /** With whom. */
  readonly name: string;
  readonly nameOf: (person: OtherPerson) => string;
  /** What the other side asks. */
  readonly asked?: ReactNode;
  /** What is to be done: it gives way to devices and chat when they are opened after it came. */
  readonly card?: AskedCard;
  /** More to do, under the devices. */
  readonly extra?: ReactNode;
  /** What is written beside the picture, when it is open. */
  readonly chat?: ReactNode;
};

export type CallSheet = {
  readonly sheet: ReactNode;
  readonly more: {
    readonly isMoreOpen: boolean;
    readonly onMore: () => void;
    readonly moreRef: Ref<HTMLButtonElement>;
  };
  readonly closeMore: () => void;
};

/** What lies over the picture or beside it: one thing at a time, the most urgent first; else the devices, when asked for. */
export function useCallSheet(needs: SheetNeeds): CallSheet {
  const { session, snapshot, mustAsk, name, nameOf } = needs;
  const [isMoreOpen, setMoreOpen] = useState(false);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const askedKey = needs.card?.key ?? null;
  const [seenKey, setSeenKey] = useState(askedKey);
  if (askedKey !== seenKey) {
    setSeenKey(askedKey);
    if (askedKey !== null) setMoreOpen(false);
  }
  const moreRef = useRef<HTMLButtonElement>(null);
  const more = { isMoreOpen, onMore: () => setMoreOpen(!isMoreOpen), moreRef };
  const choose = (): ReactNode => {
    if (session === null || snapshot === null) return null;
    if (isOutside(snapshot)) return <PhaseCard session={session} snapshot={snapshot} />;
    if (mustAsk) return <AskCard session={session} name={name} onLater={needs.onLater ?? null} />;
    const problem = problemIn(snapshot);
    const key = problem && `${problem.device} ${problem.problem}`;
    if (problem !== null && key !== dismissed) {
      const onDismiss = () => setDismissed(key);
      return <ProblemCard {...problem} session={session} name={name} onDismiss={onDismiss} />;
    }
    if (needs.asked) return needs.asked;
    if (!isMoreOpen) return needs.chat || needs.card?.card;
    const close = () => {
      setMoreOpen(false);
      moreRef.current?.focus();
    };
    return (
      <DevicePanel session={session} snapshot={snapshot} nameOf={nameOf} onClose={close}>
        {needs.extra}
      </DevicePanel>
    );
  };
  return { more, closeMore: () => setMoreOpen(false), sheet: choose() };
}
