'use client';

import { useTranslations } from 'next-intl';
import type { ParticipantId } from '#journey/ids.ts';
import { classNames } from '#shared/ui/class-names.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { iconSignal } from '#shared/ui/icons/signal.ts';
import { iconSignalHigh } from '#shared/ui/icons/signal-high.ts';
import { iconSignalLow } from '#shared/ui/icons/signal-low.ts';
import { iconSignalZero } from '#shared/ui/icons/signal-zero.ts';
import { SignalBars } from '#shared/ui/meter.tsx';
import { Plate } from '#shared/ui/plate.tsx';
import { VideoTile } from '#shared/ui/video-tile.tsx';
import { OwnPicture, RemoteSound } from './call-pictures.tsx';
import type { CallSnapshot } from './call-session.ts';
import { FittedPicture } from './fitted-picture.tsx';
import type { OtherPerson, Quality } from './people.ts';
import { findShown, ShownTile } from './shown-tile.tsx';
import { useSilent } from './use-silent.ts';

const barsOf: Record<Quality, 0 | 1 | 2 | 3> = { good: 3, fair: 2, poor: 1, lost: 0, unknown: 0 };

const ownSigns = {
  good: iconSignal,
  fair: iconSignalHigh,
  poor: iconSignalLow,
  lost: iconSignalZero,
} as const;

/** Quality as bars, and in words. */
function QualitySign({ quality }: { quality: Quality }) {
  const t = useTranslations('call');
  if (quality === 'unknown') return null;
  const words = t(`quality.${quality}`);
  return (
    <>
      <SignalBars bars={barsOf[quality]} label={words} />
      <span aria-hidden="true">{words}</span>
    </>
  );
}

/** On the picture: that nothing is recorded, and how one's own connection is. */
export function StagePlates({ snapshot, recording }: { snapshot: CallSnapshot | null; recording?: string }) {
  const t = useTranslations('call');
  const quality = snapshot?.own.quality;
  return (
    <span className="grid justify-items-start gap-1.5">
      {recording && (
        <Plate icon={iconShieldCheck} iconClassName="text-signal">
          {recording}
        </Plate>
      )}
      {quality !== undefined && quality !== 'unknown' && (
        <Plate icon={ownSigns[quality]}>{t(`quality.own.${quality}`)}</Plate>
      )}
    </span>
  );
}

export type StageProps = {
  snapshot: CallSnapshot | null;
  /** With whom, while nobody is there (yet). */
  expectedName: string;
  nameOf: (person: OtherPerson) => string;
  detailOf?: (person: OtherPerson) => string | null;
  /** On the first picture, top left. */
  top?: React.ReactNode;
  /** One's own picture: among the faces while something is shown large, and not here otherwise. */
  self: React.ReactNode;
  /** One's own picture beside the faces, as large as they are. */
  beside?: boolean;
  /** Whose face is kept large; null for nobody's. */
  largeId?: ParticipantId | null;
};

/**
 * The pictures of the others: one fills the stage, more share it. A screen or a paper goes first, with the faces small over it; a face
 * that is kept large stays so beside it.
 */
export function Stage({ snapshot, expectedName, nameOf, detailOf, top, self, ...props }: StageProps) {
  const { beside = false } = props;
  const others = snapshot?.others ?? [];
  const veil = useVeil(snapshot, expectedName);
  const silent = useSilent(others);
  const shown = findShown(snapshot);
  const isAlone = others.length <= 1 && !beside;
  const largeId = others.find(({ id }) => id === props.largeId && !isAlone)?.id ?? null;
  const smallFaces = others.length - 1 + (beside ? 1 : 0);
  return (
    <div className="flex size-full flex-col gap-2">
      {/* One tree for both: a face that moves aside goes on without a break, and so does its sound. */}
      <div className={facesClasses(shown !== null, largeId !== null, isAlone)}>
        {others.length === 0 && (
          <VideoTile
            name={expectedName}
            small={shown !== null}
            top={!shown && top}
            reconnecting={veil}
            className="size-full"
          />
        )}
        {others.map((person, index) => (
          <OtherTile
            key={person.id}
            person={person}
            name={nameOf(person)}
            detail={detailOf?.(person) ?? null}
            veil={veil}
            isSilent={silent.has(person.id)}
            small={largeId === null ? shown !== null : person.id !== largeId}
            largeBeside={person.id === largeId ? smallFaces : null}
            top={(largeId === null ? index === 0 : person.id === largeId) && !shown && top}
          />
        ))}
        {(shown !== null || beside) && self}
      </div>
      {shown && <ShownTile shown={shown} nameOf={nameOf} expectedName={expectedName} top={top} />}
    </div>
  );
}

const spans = ['', 'sm:row-span-1', 'sm:row-span-2', 'sm:row-span-3', 'sm:row-span-4'] as const;

/** Of the large face: over the small ones on a phone, else beside them and as high as all of them. */
function largeClasses(smallFaces: number): string {
  const span = spans[Math.min(smallFaces, spans.length - 1)] ?? '';
  return `max-w-none flex-1! col-span-full row-start-1 sm:col-span-1 sm:col-start-1 ${span}`;
}

/** How the faces lie: alone, beside each other, one large with the others small beside it, or over what is shown. */
function facesClasses(isShowing: boolean, hasLarge: boolean, isAlone: boolean): string {
  if (isShowing)
    return hasLarge
      ? 'flex h-[45%] min-h-40 flex-none justify-center gap-2 p-1 *:w-30 *:flex-none'
      : 'flex h-28 flex-none justify-center gap-2 p-1 *:w-36 *:flex-none';
  if (hasLarge)
    return 'grid size-full grid-cols-2 grid-rows-[minmax(0,1fr)_7.5rem] gap-2 p-1 sm:auto-rows-fr sm:grid-cols-[minmax(0,1fr)_minmax(6.5rem,24%)] sm:grid-rows-none';
  return isAlone ? 'size-full' : 'grid size-full auto-rows-fr gap-2 sm:grid-cols-2';
}

function useVeil(snapshot: CallSnapshot | null, name: string): string | undefined {
  const t = useTranslations('call');
  const phase = snapshot?.call.phase ?? 'connecting';
  if (phase === 'restoring') return t('phase.restoring');
  if (phase === 'connecting') return t('phase.connecting', { name });
  if (phase === 'connected' && snapshot?.others.length === 0) {
    return snapshot.call.rights === 'converse'
      ? t('phase.otherAway', { name })
      : t('phase.connecting', { name });
  }
  return undefined;
}

type OtherTileProps = {
  person: OtherPerson;
  name: string;
  detail: string | null;
  veil: string | undefined;
  isSilent: boolean;
  small: boolean;
  /** Kept large, beside so many small ones; null for every other. */
  largeBeside: number | null;
  top: React.ReactNode;
};

function OtherTile({ person, name, detail, veil, isSilent, small, largeBeside, top }: OtherTileProps) {
  const t = useTranslations('call');
  return (
    <VideoTile
      name={name}
      small={small}
      detail={small ? null : detail}
      speaking={person.isSpeaking ? t('speaking') : undefined}
      cameraOff={noPictureWords(t, person)}
      soundOff={isSilent ? t('soundOff') : undefined}
      reconnecting={veil}
      top={top}
      after={!small && <QualitySign quality={person.quality} />}
      className={classNames('size-full', largeBeside !== null && largeClasses(largeBeside))}
    >
      {person.picture && <FittedPicture track={person.picture} />}
      {person.sound && <RemoteSound track={person.sound} />}
    </VideoTile>
  );
}

function noPictureWords(
  t: ReturnType<typeof useTranslations<'call'>>,
  { hasCamera, withheld }: OtherPerson,
): string | undefined {
  if (!hasCamera) return t('cameraOff');
  return withheld === null ? undefined : t(`withheld.${withheld}`);
}

/** One's own picture in a corner. @param ownName null when the page does not know it */
export function OwnTile({ snapshot, ownName }: { snapshot: CallSnapshot | null; ownName: string | null }) {
  const t = useTranslations('call');
  const picture = snapshot?.own.picture ?? null;
  return (
    <VideoTile
      small
      name={t('you')}
      person={ownName}
      detail={t('you')}
      speaking={snapshot?.own.isSpeaking ? t('speaking') : undefined}
      cameraOff={picture === null ? t('cameraOff') : undefined}
      className="size-full"
    >
      {picture && <OwnPicture track={picture} />}
    </VideoTile>
  );
}
