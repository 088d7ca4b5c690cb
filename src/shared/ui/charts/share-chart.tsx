'use client';

import { useId } from 'react';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import { ChartFrame, type ChartTexts } from './chart-frame.tsx';

/** A series' colour, grey for what lies between, or hatched for what failed. */
export type ShareTone = 1 | 2 | 3 | 4 | 'between' | 'failed';

export type ShareChartProps = ChartTexts & {
  parts: readonly { key: string; text: string; tone: ShareTone }[];
  /** Each row's shares in the order of the parts; they are drawn as parts of their sum. */
  rows: readonly { key: string; text: string; shares: readonly number[]; end?: string }[];
};

const swatches: Record<ShareTone, string> = {
  1: 'bg-chart-1',
  2: 'bg-chart-2',
  3: 'bg-chart-3',
  4: 'bg-chart-4',
  between: 'bg-chart-between',
  failed: 'hatched-failure',
};

function drawRows({ parts, rows }: Pick<ShareChartProps, 'parts' | 'rows'>) {
  return rows.map((row) => {
    const sum = row.shares.reduce((total, share) => total + share, 0) || 1;
    const shares = parts.map((part, index) => [part.key, ((row.shares[index] ?? 0) / sum) * 100]);
    return { text: row.text, end: row.end ?? '', ...Object.fromEntries(shares) };
  });
}

type LabelBox = {
  x?: number | string;
  y?: number | string;
  width?: number | string;
  height?: number | string;
};

/** The figure after the bar, on one line. */
function EndLabel({ x, y, width, height, value }: LabelBox & { value?: unknown }) {
  return (
    <text
      x={Number(x) + Number(width) + 8}
      y={Number(y) + Number(height) / 2}
      dy="0.35em"
      fontSize={15}
      fontWeight={700}
      fill="var(--color-ink)"
    >
      {String(value ?? '')}
    </text>
  );
}

/** A bar for each row, divided: how the answers spread, how much succeeded and how much failed. */
export function ShareChart({ parts, rows, ...texts }: ShareChartProps) {
  const pattern = useId();
  const fill = (tone: ShareTone) => {
    if (tone === 'failed') return `url(#${pattern})`;
    return tone === 'between' ? 'var(--color-chart-between)' : `var(--color-chart-${tone})`;
  };
  const labels = Math.max(...rows.map((row) => row.text.length), 4) * 7.2 + 12;
  const ends = Math.max(...rows.map((row) => row.end?.length ?? 0)) * 8 + 12;
  const keys = parts.map((part) => ({ key: part.key, text: part.text, swatch: swatches[part.tone] }));
  return (
    <ChartFrame {...texts} keys={keys}>
      <BarChart
        responsive
        layout="vertical"
        accessibilityLayer={false}
        data={drawRows({ parts, rows })}
        margin={{ top: 0, right: ends, bottom: 0, left: 0 }}
        style={{ width: '100%', height: rows.length * 44 }}
      >
        <defs>
          <pattern
            id={pattern}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--color-surface)" />
            <rect width="4" height="6" fill="var(--color-chart-2)" />
          </pattern>
        </defs>
        <XAxis type="number" hide domain={[0, 100]} />
        <YAxis
          type="category"
          dataKey="text"
          width={Math.min(220, labels)}
          tickLine={false}
          axisLine={false}
          tick={{ fontSize: 15, fill: 'var(--color-ink)' }}
        />
        {parts.map((part, index) => (
          <Bar
            key={part.key}
            dataKey={part.key}
            stackId="row"
            barSize={22}
            fill={fill(part.tone)}
            stroke="var(--color-surface)"
            strokeWidth={index === 0 ? 0 : 1}
            isAnimationActive={false}
          >
            {index === parts.length - 1 && <LabelList dataKey="end" content={EndLabel} />}
          </Bar>
        ))}
      </BarChart>
    </ChartFrame>
  );
}
