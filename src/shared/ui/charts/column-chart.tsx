'use client';

import { Bar, BarChart, Cell, LabelList, ReferenceLine, XAxis, YAxis } from 'recharts';
import { ChartFrame, type ChartTexts } from './chart-frame.tsx';

export type ColumnChartProps = ChartTexts & {
  columns: readonly { key: string; text: string; value: number; valueText: string; standsOut?: boolean }[];
  /** A dotted line to compare with. */
  goal?: { value: number; text: string };
};

/** Columns side by side, each with its figure on top; the one that the title speaks of stands out. */
export function ColumnChart({ columns, goal, ...texts }: ColumnChartProps) {
  const max = Math.max(1, goal?.value ?? 0, ...columns.map((column) => column.value));
  return (
    <ChartFrame {...texts}>
      <BarChart
        responsive
        accessibilityLayer={false}
        data={[...columns]}
        margin={{ top: 24, right: 4, bottom: 0, left: 4 }}
        barCategoryGap="22%"
        style={{ width: '100%', height: 236 }}
      >
        <XAxis
          dataKey="text"
          tickLine={false}
          axisLine={false}
          interval={0}
          tick={{ fontSize: 13.5, fill: 'var(--color-ink-2)' }}
        />
        <YAxis hide domain={[0, max]} />
        <Bar dataKey="value" radius={2} maxBarSize={56} isAnimationActive={false}>
          {columns.map((column) => (
            <Cell
              key={column.key}
              fill={column.standsOut ? 'var(--color-chart-4)' : 'var(--color-chart-1)'}
            />
          ))}
          <LabelList
            dataKey="valueText"
            position="top"
            offset={8}
            fontSize={14.5}
            fontWeight={700}
            fill="var(--color-ink)"
          />
        </Bar>
        {goal && (
          <ReferenceLine
            y={goal.value}
            stroke="var(--color-ink)"
            strokeWidth={1.5}
            strokeDasharray="2 4"
            label={{
              value: goal.text,
              position: 'insideBottomRight',
              fontSize: 13.5,
              fill: 'var(--color-ink)',
            }}
          />
        )}
      </BarChart>
    </ChartFrame>
  );
}
