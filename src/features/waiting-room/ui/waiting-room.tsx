'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconHeadset } from '#shared/ui/icons/headset.ts';
import { Initials } from '#shared/ui/initials.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { usePageTitle } from '#shared/ui/use-page-title.ts';
import { earlyPart } from './early-room.ts';
import { OwnPicture } from './own-picture.tsx';
import { SentBack } from './sent-back.tsx';
import { TurnText, type TurnTextAction } from './turn-text.tsx';
import { useVisit } from './visit-context.ts';
import { situationOf, toldDelayMinutes, toldExpectedAt } from './waiting-words.ts';
import { Words } from './words.tsx';

export type WaitingRoomProps = {
  services: string;
  teamName: string;
  organisationName: string;
  style: MomentStyle;
  /** Parts that come from the server. */
  phrase: ReactNode;
  bring: ReactNode;
  ways: ReactNode;
  /** More of them, while nobody is at the counter. */
  others: ReactNode;
  /** Null where nothing is asked. */
  turnTextAction: TurnTextAction | null;
  readWordsAction: () => Promise<void>;
  /** Ways out that are open as long as the conversation has not begun. */
  waysBefore: ReactNode;
};

/** The waiting room: place, expected time, who helps, one's own picture, and what can be done meanwhile. */
export function WaitingRoom(props: WaitingRoomProps) {
  const { own, view, hasLeft, comeBack } = useVisit();
  const t = useTranslations('waitingRoom');
  const { title, lead } = useWords(props);
  const isDeserted = view.waiting !== null && view.waiting.expectedAt === null;
  const nobody = view.waiting?.isPaused ? t('leads.paused') : t('leads.nobody');
  const told = toldDelayMinutes(view.waiting?.delayMinutes ?? 0);
  const isWaiting = view.stage === 'wait';
  usePageTitle(`${title}, ${props.organisationName}`);
  return (
    <>
      <Band
        over={props.services}
        title={<span {...earlyPart('title')}>{title}</span>}
        lead={<span {...earlyPart('lead')}>{lead}</span>}
        litWindow={t('litWindow')}
      >
        {view.stage === 'call' && hasLeft && (
          <Button look="secondary" onClick={comeBack}>
            {t('comeBack')}
          </Button>
        )}
      </Band>
      <p role="status" className="sr-only" {...earlyPart('status')}>
        {title}
        {isDeserted && `. ${nobody}`}
      </p>
      <SentBack />
      <Words action={props.readWordsAction} style={props.style} />
      {isDeserted && (
        <div className="page-width mt-6">
          <Notice kind="info" title={t('nobody.title')} heading="h2">
            {t('nobody.text')}
            {props.ways}
            {props.others}
          </Notice>
        </div>
      )}
      {isWaiting && told > 0 && (
        <div className="page-width mt-6">
          <Notice kind="warn" title={t('delay.title', { minutes: told })} heading="h2">
            {t('delay.text')}
          </Notice>
        </div>
      )}
      <Columns
        first={<Helper {...props} clerkName={view.clerkName} isDeserted={isDeserted} />}
        aside={isWaiting ? props.waysBefore : props.ways}
      >
        <div className="grid gap-9">
          {props.turnTextAction !== null && <TurnText action={props.turnTextAction} />}
          {!hasLeft && !view.inWriting && !view.byPhone && <OwnPicture own={own} />}
          {props.bring}
        </div>
      </Columns>
    </>
  );
}

type HelperProps = WaitingRoomProps & { clerkName: string | null; isDeserted: boolean };

/** Who helps. While nobody works at the counter, it names the team and promises nobody. */
function Helper({ clerkName, isDeserted, ...props }: HelperProps) {
  const t = useTranslations('waitingRoom.helper');
  const someone = isDeserted ? props.teamName : t('someone');
  return (
    <Card as="section" labelledBy="helper">
      <div className="flex items-center gap-4 border-b border-line pb-4">
        {clerkName === null ? (
          <span className="grid size-13 flex-none place-items-center rounded-full bg-brand-tint text-brand">
            <Icon shape={iconHeadset} size={26} />
          </span>
        ) : (
          <Initials name={clerkName} />
        )}
        <div className="min-w-0">
          <h2 id="helper" className="text-h3">
            {clerkName === null ? someone : t('known', { name: clerkName })}
          </h2>
          <p className="text-note text-ink-2">
            {isDeserted
              ? props.organisationName
              : t('team', { team: props.teamName, organisation: props.organisationName })}
          </p>
        </div>
      </div>
      <div className="mt-4">{props.phrase}</div>
    </Card>
  );
}

function useWords({ style }: WaitingRoomProps): { title: string; lead: ReactNode } {
  const { view, hasLeft, isPutOut } = useVisit();
  const t = useTranslations('waitingRoom');
  const situation = situationOf(view, hasLeft, isPutOut);
  const title =
    situation === 'begins'
      ? t('titles.call')
      : t(`titles.${situation}`, { before: (view.waiting?.place ?? 1) - 1 });
  if (view.waiting === null) {
    return {
      title,
      lead:
        situation === 'left' || situation === 'door' || situation === 'byPhone' || situation === 'putOut'
          ? t(`leads.${situation}`, { writes: String(view.inWriting) })
          : t('leads.begins'),
    };
  }
  const isCompanion = situation === 'companion';
  const at = toldExpectedAt(view.waiting);
  const lead = (
    <>
      {at === null
        ? t(view.waiting.isPaused ? 'leads.paused' : 'leads.nobody')
        : view.sentBack?.isFirst
          ? t('leads.again')
          : t.rich(isCompanion ? 'leads.companion' : 'leads.turn', {
              at: formatTime(at, style),
              time: (words) => <b className="text-lamp">{words}</b>,
            })}{' '}
      <span className="noscript:hidden">{isCompanion ? t('leads.letsIn') : t('leads.nothingToDo')}</span>
    </>
  );
  return { title, lead };
}
