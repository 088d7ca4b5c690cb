import { expect, test } from 'vitest';
import { datesBetween, momentOfWall, readZoneOffsets, weekdayOf } from '#journey/local-time.ts';
import { chooseWindow, listCallWindows, type ReadOpenings } from './call-windows.ts';

const zone = 'Europe/Brussels';

/** Open at these minutes of the days from Monday to Friday. */
const weekdays =
  (...hours: readonly (readonly [number, number])[]): ReadOpenings =>
  (from, until) => {
    const offsets = readZoneOffsets(zone, from, until);
    return datesBetween(from, until)
      .filter((date) => weekdayOf(date) <= 5)
      .flatMap((date) =>
        hours.map(([opens, closes]) => ({
          startAt: momentOfWall(date, opens, offsets),
          endAt: momentOfWall(date, closes, offsets),
        })),
      );
  };

/** Wall times of November 2026 in Brussels are an hour ahead. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 1, minute);
const tuesday = 24;

test('are the openings of the coming days, parted at noon, the running one from now on', () => {
  const windows = listCallWindows(weekdays([540, 960]), zone, at(tuesday, 10, 15));
  expect(windows.slice(0, 3)).toEqual([
    { startAt: at(tuesday, 10, 15), endAt: at(tuesday, 12) },
    { startAt: at(tuesday, 12), endAt: at(tuesday, 16) },
    { startAt: at(25, 9), endAt: at(25, 12) },
  ]);
  expect(windows).toHaveLength(8);
});

test('are not parted where a half would be short, and leave out what is nearly over', () => {
  const windows = listCallWindows(weekdays([540, 750]), zone, at(tuesday, 12, 1));
  expect(windows[0]).toEqual({ startAt: at(25, 9), endAt: at(25, 12, 30) });
});

test('skip the weekend, and are none where the telephone is never open', () => {
  const [first] = listCallWindows(weekdays([540, 720]), zone, at(27, 18));
  expect(first).toEqual({ startAt: at(30, 9), endAt: at(30, 12) });
  expect(listCallWindows(() => [], zone, at(tuesday, 9))).toEqual([]);
});

test('the chosen one is known by its end while time goes by, and is gone when it is over', () => {
  const openings = weekdays([540, 960]);
  const later = listCallWindows(openings, zone, at(tuesday, 11));
  const noon = at(tuesday, 12) as never;
  expect(chooseWindow(later, noon)).toEqual({ startAt: at(tuesday, 11), endAt: noon });
  expect(chooseWindow(later, 'soon')).toEqual({ startAt: at(tuesday, 11), endAt: noon });
  expect(chooseWindow(listCallWindows(openings, zone, at(tuesday, 12)), noon)).toBeNull();
  expect(chooseWindow([], 'soon')).toBeNull();
});
