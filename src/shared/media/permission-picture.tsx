import type { ReactNode } from 'react';
import type { BrowserKind } from './browser-kind.ts';

/** Before the browser asks, or after somebody said no. */
export type PermissionMoment = 'ask' | 'repair';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const computer = { x: 2, y: 2, width: 236, height: 146 };
const phone = { x: 2, y: 2, width: 106, height: 186 };

/** Drawn by us, after no browser: where its question or its settings appear, and what to press there (in the lamp's yellow). */
const scenes: Readonly<
  Record<Exclude<BrowserKind, 'other'>, Readonly<Record<PermissionMoment, () => ReactNode>>>
> = {
  chromium: {
    ask: () => (
      <Computer>
        <Panel box={{ x: 44, y: 32, width: 108, height: 84 }}>
          <Devices x={54} y={42} />
          {[68, 84, 100].map((y, index) => (
            <Bar key={y} box={{ x: 54, y: y - 4, width: 88, height: 12 }} pressed={index === 0} />
          ))}
        </Panel>
      </Computer>
    ),
    repair: () => (
      <Computer mark={{ x: 51, y: 17 }}>
        <Panel box={{ x: 44, y: 32, width: 112, height: 62 }}>
          <Switches x={54} y={44} width={92} />
        </Panel>
      </Computer>
    ),
  },
  firefox: {
    ask: () => (
      <Computer>
        <Panel box={{ x: 28, y: 32, width: 124, height: 78 }}>
          <Devices x={38} y={42} />
          <Line x={38} y={72} width={80} />
          <Pair x={38} y={90} width={104} />
        </Panel>
      </Computer>
    ),
    repair: () => (
      <Computer mark={{ x: 51, y: 17 }}>
        <Panel box={{ x: 44, y: 32, width: 112, height: 62 }}>
          <Crosses x={54} y={44} width={92} />
        </Panel>
      </Computer>
    ),
  },
  safari: {
    ask: () => (
      <Computer>
        <Panel box={{ x: 62, y: 40, width: 116, height: 72 }}>
          <Devices x={72} y={50} />
          <Line x={72} y={78} width={84} />
          <Pair x={72} y={92} width={96} />
        </Panel>
      </Computer>
    ),
    repair: () => (
      <Computer mark={{ x: 24, y: 17 }}>
        <Panel box={{ x: 14, y: 32, width: 104, height: 80 }}>
          <Line x={24} y={46} width={70} />
          <Line x={24} y={60} width={60} />
          <Bar box={{ x: 20, y: 70, width: 92, height: 14 }} pressed />
          <Line x={24} y={98} width={64} />
        </Panel>
      </Computer>
    ),
  },
  android: {
    ask: () => (
      <Phone>
        <Panel box={{ x: 12, y: 62, width: 86, height: 96 }}>
          <Devices x={20} y={72} />
          <Line x={20} y={96} width={60} />
          {[112, 128, 144].map((y, index) => (
            <Bar key={y} box={{ x: 20, y: y - 6, width: 70, height: 12 }} pressed={index === 0} />
          ))}
        </Panel>
      </Phone>
    ),
    repair: () => (
      <Phone mark={{ x: 20, y: 22 }}>
        <Panel box={{ x: 6, y: 116, width: 98, height: 64 }}>
          <Switches x={16} y={130} width={78} />
        </Panel>
      </Phone>
    ),
  },
  ios: {
    ask: () => (
      <Phone low>
        <Panel box={{ x: 12, y: 58, width: 86, height: 74 }}>
          <Devices x={40} y={68} />
          <Line x={22} y={94} width={66} />
          <Pair x={20} y={110} width={70} />
        </Panel>
      </Phone>
    ),
    repair: () => (
      <Phone low mark={{ x: 20, y: 170 }}>
        <Panel box={{ x: 8, y: 78, width: 94, height: 78 }}>
          <Line x={18} y={92} width={60} />
          <Line x={18} y={108} width={52} />
          <Bar box={{ x: 14, y: 118, width: 82, height: 14 }} pressed />
          <Line x={18} y={146} width={56} />
        </Panel>
      </Phone>
    ),
  },
};

type PermissionPictureProps = { kind: BrowserKind; moment: PermissionMoment };

/** Where to press in this browser. The words beside it say the same, so it is silent; nothing for a browser that we do not know. */
export default function PermissionPicture({ kind, moment }: PermissionPictureProps) {
  return kind === 'other' ? null : scenes[kind][moment]();
}

type FrameProps = { mark?: { x: number; y: number }; children: ReactNode };

function Computer({ mark, children }: FrameProps) {
  return (
    <svg aria-hidden="true" viewBox="0 0 240 150" className="h-auto w-60 max-w-full">
      <rect {...computer} rx="8" className="fill-ground stroke-edge" strokeWidth="2" />
      <rect x="40" y="9" width="170" height="16" rx="8" className="fill-surface stroke-line" />
      <PageLines x={20} y={50} width={200} />
      {mark && <Mark {...mark} />}
      {children}
    </svg>
  );
}

function Phone({ mark, low = false, children }: FrameProps & { low?: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 110 190" className="h-44 w-auto">
      <rect {...phone} rx="14" className="fill-ground stroke-edge" strokeWidth="2" />
      <rect x="10" y={low ? 162 : 14} width="90" height="16" rx="8" className="fill-surface stroke-line" />
      <PageLines x={16} y={46} width={78} />
      {mark && <Mark {...mark} />}
      {children}
    </svg>
  );
}

function PageLines({ x, y, width }: { x: number; y: number; width: number }) {
  return [0, 1, 2, 3].map((row) => (
    <Line key={row} x={x} y={y + row * 22} width={width - (row % 2) * 40} pale />
  ));
}

function Line({ x, y, width, pale = false }: { x: number; y: number; width: number; pale?: boolean }) {
  return <rect x={x} y={y} width={width} height="5" rx="2.5" className={pale ? 'fill-line' : 'fill-ink-3'} />;
}

/** A sign in the address bar, to be pressed. */
function Mark({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle cx={x} cy={y} r="9" className="fill-lamp stroke-ink" strokeWidth="1.5" />
      <path d={`M${x - 4} ${y - 2}h8M${x - 4} ${y + 2}h8`} className="stroke-ink" strokeWidth="1.5" />
    </>
  );
}

function Panel({ box, children }: { box: Box; children: ReactNode }) {
  return (
    <>
      <rect {...box} rx="6" className="fill-surface stroke-ink-2" strokeWidth="1.5" />
      {children}
    </>
  );
}

function Bar({ box, pressed }: { box: Box; pressed: boolean }) {
  const tone = pressed ? 'fill-lamp stroke-ink' : 'fill-surface stroke-edge';
  return <rect {...box} rx={box.height / 2} className={tone} strokeWidth={pressed ? 1.5 : 1} />;
}

/** No on the left, yes on the right. */
function Pair({ x, y, width }: { x: number; y: number; width: number }) {
  const half = (width - 6) / 2;
  return [0, 1].map((place) => (
    <Bar key={place} box={{ x: x + place * (half + 6), y, width: half, height: 13 }} pressed={place === 1} />
  ));
}

/** A camera and a microphone. */
function Devices({ x, y }: { x: number; y: number }) {
  return (
    <g className="fill-none stroke-ink" strokeWidth="1.5">
      <rect x={x} y={y} width="11" height="9" rx="2" />
      <path d={`M${x + 11} ${y + 3.5}l5-2.5v7l-5-2.5`} />
      <rect x={x + 24} y={y - 1} width="5" height="8" rx="2.5" />
      <path d={`M${x + 22} ${y + 4}a4.5 4.5 0 0 0 9 0M${x + 26.5} ${y + 8.5}v2`} />
    </g>
  );
}

type RowsProps = { x: number; y: number; width: number };

/** Two switches that are on. */
function Switches({ x, y, width }: RowsProps) {
  return [0, 1].map((row) => (
    <g key={row}>
      <Line x={x} y={y + row * 24 + 3} width={width - 40} />
      <Bar box={{ x: x + width - 24, y: y + row * 24, width: 24, height: 12 }} pressed />
      <circle cx={x + width - 6} cy={y + row * 24 + 6} r="4" className="fill-ink" />
    </g>
  ));
}

/** Two refusals, each with the cross that takes it away. */
function Crosses({ x, y, width }: RowsProps) {
  return [0, 1].map((row) => {
    const [cx, cy] = [x + width - 8, y + row * 24 + 6];
    return (
      <g key={row}>
        <Line x={x} y={y + row * 24 + 3} width={width - 40} />
        <circle cx={cx} cy={cy} r="7" className="fill-lamp stroke-ink" strokeWidth="1.5" />
        <path d={`M${cx - 3} ${cy - 3}l6 6m0-6l-6 6`} className="stroke-ink" strokeWidth="1.5" />
      </g>
    );
  });
}
