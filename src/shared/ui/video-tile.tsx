import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { iconMic } from './icons/mic.ts';
import { iconMicOff } from './icons/mic-off.ts';
import { iconUserRound } from './icons/user-round.ts';
import { iconVideoOff } from './icons/video-off.ts';
import { iconWifiOff } from './icons/wifi-off.ts';
import { readInitials } from './initials.tsx';
import { Plate } from './plate.tsx';

export type VideoTileProps = {
  /** Who is seen; also names the tile. */
  name: string;
  /** Beside the name on the plate: the organisation, "U". */
  detail?: ReactNode;
  /** The word for "is speaking", while that is so. */
  speaking?: string;
  /** The words for "camera off", while it is: initials stand in for the picture. */
  cameraOff?: string;
  /** The words for "sound off", while it is. */
  soundOff?: string;
  /** Whose initials stand in for the picture, when `name` is not a person's ("You"); null when the person's name is not known. */
  person?: string | null;
  /** The words over the picture while the connection is being restored. */
  reconnecting?: string;
  /** Top left: that nothing is recorded, how the connection is. */
  top?: ReactNode;
  /** On the plate after the name: the signal. */
  after?: ReactNode;
  /** Own picture in a corner: a small plate and a white edge. */
  small?: boolean;
  className?: string;
  /** The `<video>`, with `size-full object-cover`. */
  children?: ReactNode;
};

function Stand({ name, small }: { name: string | null; small?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'absolute inset-0 m-auto grid place-items-center rounded-full bg-picture-raised font-bold',
        small ? 'size-10 text-[0.9375rem]' : 'size-20 text-[1.5rem]',
      )}
    >
      {name === null ? <Icon shape={iconUserRound} size={small ? 22 : 40} /> : readInitials(name)}
    </span>
  );
}

function NamePlate({ name, detail, speaking, cameraOff, soundOff, after, small }: VideoTileProps) {
  const icon = cameraOff ? iconVideoOff : speaking ? iconMic : undefined;
  return (
    <Plate
      small={small}
      icon={icon}
      className={classNames(
        'absolute',
        small
          ? 'bottom-1 left-1'
          : 'right-[calc(0.75rem+var(--tile-bottom-room,0rem))] bottom-3 left-3 w-fit',
      )}
    >
      {small && detail ? null : <b className="font-strong">{name}</b>}
      {detail && <span>{detail}</span>}
      {speaking && <span>{speaking}</span>}
      {cameraOff && !small && <span>{cameraOff}</span>}
      {soundOff && (
        <span className="flex items-center gap-1.75">
          <Icon shape={iconMicOff} size={17} />
          <span>{soundOff}</span>
        </span>
      )}
      {after}
    </Plate>
  );
}

/** The frame around one picture: name plate, who speaks, camera off, connection lost. */
export function VideoTile(props: VideoTileProps) {
  const { name, person = name, speaking, cameraOff, reconnecting, top, small, className, children } = props;
  return (
    <section
      aria-label={name}
      className={classNames(
        'on-night-ground relative isolate overflow-hidden bg-picture text-on-night',
        small ? 'rounded-md ring-2 ring-white/85' : 'rounded-md',
        className,
      )}
    >
      <div className={classNames('absolute inset-0', Boolean(cameraOff) && 'invisible')}>{children}</div>
      {cameraOff && <Stand name={person} small={small} />}
      {speaking && (
        <span className="pointer-events-none absolute inset-0 rounded-[inherit] border-4 border-lamp" />
      )}
      {top && (
        <div className="absolute top-3 right-[calc(0.75rem+var(--tile-top-room,0rem))] left-3 flex">
          {top}
        </div>
      )}
      {reconnecting && (
        <div role="status" className="absolute inset-0 grid place-items-center bg-veil p-4 text-center">
          <span className="grid justify-items-center gap-2">
            <Icon shape={iconWifiOff} size={small ? 18 : 24} />
            <span className={small ? 'text-[0.8125rem] leading-4' : undefined}>{reconnecting}</span>
          </span>
        </div>
      )}
      <NamePlate {...props} />
    </section>
  );
}
