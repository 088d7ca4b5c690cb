'use client';

import { useState } from 'react';
import {
  capitalise,
  formatClock,
  formatMoment,
  formatStripDay,
  type MomentStyle,
} from '#shared/i18n/format-moment.ts';
import { Button } from './button.tsx';
import { iconChevronRight } from './icons/chevron-right.ts';
import { RadioTiles } from './radio-tiles.tsx';
import { TextField } from './text-field.tsx';

export type DayOfFreeTimes = {
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  /** Epoch milliseconds, in order, at least one. */
  readonly times: readonly number[];
};

export type DayTimeChoiceProps = {
  days: readonly DayOfFreeTimes[];
  date: string | null;
  startAt: number | null;
  onDateChange: (date: string) => void;
  onStartAtChange: (startAt: number) => void;
  style: MomentStyle;
  words: {
    day: string;
    /** "12 vrij" */
    free: (count: number) => string;
    otherDay: string;
    later: string;
    time: string;
  };
};

const daysInSight = 7;

/** A day and a time out of those that are free, for staff: the arrows choose, a date can be typed. */
export function DayTimeChoice(props: DayTimeChoiceProps) {
  const { days, date, startAt, onDateChange, onStartAtChange, style, words } = props;
  const [first, setFirst] = useState(0);
  const at = days.findIndex((day) => day.date === date);
  const from = at >= first && at < first + daysInSight ? first : Math.max(at, 0);
  const goTo = (index: number) => {
    const target = days[index];
    if (target === undefined) return;
    setFirst(index);
    onDateChange(target.date);
  };
  return (
    <div className="grid gap-3">
      <RadioTiles
        name="date"
        legend={words.day}
        width="days"
        value={date}
        onChange={onDateChange}
        tiles={days.slice(from, from + daysInSight).map((shown) => {
          const { weekday, day } = formatStripDay(shown.times[0] as number, style);
          return { value: shown.date, text: `${weekday} ${day}`, detail: words.free(shown.times.length) };
        })}
      />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name="otherDate"
          type="date"
          label={words.otherDay}
          className="w-48"
          min={days[0]?.date}
          max={days.at(-1)?.date}
          value={date ?? ''}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            goTo(days.findIndex((other) => wanted !== '' && other.date >= wanted));
          }}
        />
        {from + daysInSight < days.length && (
          <Button
            look="secondary"
            className="mb-0.5"
            iconAfter={iconChevronRight}
            onClick={() => goTo(from + daysInSight)}
          >
            {words.later}
          </Button>
        )}
      </div>
      <RadioTiles
        name="startAt"
        legend={words.time}
        width="times"
        value={String(startAt)}
        onChange={(value) => onStartAtChange(Number(value))}
        tiles={(days[at]?.times ?? []).map((time) => ({
          value: String(time),
          text: formatClock(time, style),
        }))}
      />
      {startAt !== null && (
        <p role="status" className="font-semibold">
          {capitalise(formatMoment(startAt, style), style.language)}
        </p>
      )}
    </div>
  );
}
