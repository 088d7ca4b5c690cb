'use client';

import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { ChartFrame, type ChartTexts } from './chart-frame.tsx';
import { spreadLabels } from './spread-labels.ts';

export type TrendSeries = {
  key: string;
  /** Stands at the end of the line: "Video 41 %". */
  label: string;
  /** One for each point; null where there is none. */
  values: readonly (number | null)[];
};

export type TrendChartProps = ChartTexts & {
  /** Words under the axis. */
  points: readonly string[];
  /** Four at most. */
  series: readonly TrendSeries[];
  /** Lines across, lowest first: value and its words. */
  ticks: readonly { value: number; text: string }[];
  /** A dotted line to compare with. */
  goal?: { value: number; text: string };
};

const HEIGHT = 300;
const TOP = 18;
const AXIS = 30;

type Spot = { cx?: number; cy?: number; index?: number; value?: unknown };

/** ● ■ ▲ ◆: the series is told by its form, not by its colour alone. */
function Marker({ cx = 0, cy = 0, series }: Spot & { series: number }) {
  const fill = `var(--color-chart-${series + 1})`;
  if (series === 0) return <circle cx={cx} cy={cy} r={4.5} fill={fill} />;
  if (series === 1) return <rect x={cx - 4} y={cy - 4} width={8} height={8} fill={fill} />;
  const path = series === 2 ? `M${cx} ${cy - 6}l6 10h-12z` : `M${cx} ${cy - 6}l6 6-6 6-6-6z`;
  return <path d={path} fill={fill} />;
}

/** Draws a marker at every so many points, and at the last. */
function drawMarker(series: number, every: number, last: number) {
  return ({ cx, cy, index = 0, value }: Spot) =>
    typeof value === 'number' && (index % every === 0 || index === last) ? (
      <Marker key={index} cx={cx} cy={cy} series={series} />
    ) : (
      <g key={index} />
    );
}

/** Draws the name of a line at its last point. */
function drawEnd(text: string, last: number, y: number) {
  return ({ x, index }: { x?: number | string; index?: number }) =>
    index === last ? (
      <text x={Number(x) + 14} y={y} dy="0.33em" fontSize={14.5} fontWeight={700} fill="var(--color-ink)">
        {text}
      </text>
    ) : (
      <g />
    );
}

function drawRows(points: readonly string[], series: readonly TrendSeries[]) {
  return points.map((point, index) => ({
    point,
    ...Object.fromEntries(series.map((line) => [line.key, line.values[index] ?? null])),
  }));
}

/** Lines over time, each with its name at its end. */
export function TrendChart({ points, series, ticks, goal, ...texts }: TrendChartProps) {
  const max = ticks.at(-1)?.value ?? 1;
  const last = points.length - 1;
  const ends = series.map((line) => line.values.findLast((value) => value !== null) ?? 0);
  const labels = spreadLabels(ends, max, HEIGHT - TOP - AXIS, 18);
  const room = Math.max(...series.map((line) => line.label.length), 4) * 7.5 + 20;
  const every = Math.ceil(points.length / 6);
  const words = { fontSize: 13.5, fill: 'var(--color-ink-2)' };
  return (
    <ChartFrame {...texts}>
      <LineChart
        responsive
        accessibilityLayer={false}
        data={drawRows(points, series)}
        margin={{ top: TOP, right: room, bottom: 0, left: 0 }}
        style={{ width: '100%', height: HEIGHT }}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="point"
          tickLine={false}
          axisLine={false}
          tick={words}
          height={AXIS}
          tickMargin={10}
          interval="preserveStartEnd"
        />
        <YAxis
          width={44}
          domain={[0, max]}
          ticks={ticks.map((tick) => tick.value)}
          tickFormatter={(value: number) => ticks.find((tick) => tick.value === value)?.text ?? ''}
          tickLine={false}
          axisLine={false}
          tick={words}
        />
        {goal && (
          <ReferenceLine
            y={goal.value}
            stroke="var(--color-ink)"
            strokeWidth={1.5}
            strokeDasharray="2 4"
            label={{
              value: goal.text,
              position: 'insideBottomLeft',
              fontSize: 13.5,
              fill: 'var(--color-ink)',
            }}
          />
        )}
        {series.map((line, number) => (
          <Line
            key={line.key}
            dataKey={line.key}
            stroke={`var(--color-chart-${number + 1})`}
            strokeWidth={number === 0 ? 3.5 : 3}
            strokeLinejoin="round"
            isAnimationActive={false}
            dot={drawMarker(number, every, last)}
            label={drawEnd(line.label, last, TOP + (labels[number] ?? 0))}
          />
        ))}
      </LineChart>
    </ChartFrame>
  );
}
