import { z } from 'zod';
import type { SeatId } from '#journey/ids.ts';
import { addMinutes } from '#journey/time.ts';
import { findTeamOfSeat } from './absences.data.ts';
import { keepReading, removeCalendar, writeCalendar } from './calendars.data.ts';
import { id, text } from './form-fields.ts';
import type { Change } from './make-change.ts';
import { type Reading, readEveryMinutes } from './read-calendars.ts';

/** The address of an expert's own calendar. */
export const calendarForm = z.object({ seat: id<SeatId>(), url: text(2000) });

type CalendarWish = z.output<typeof calendarForm>;

/** Ties a calendar that was just read to a seat. @param reading what came of reading it; null takes the calendar away */
export function changeCalendar({ seat, url }: CalendarWish, reading: Reading | null): Change {
  return {
    type: reading === null ? 'administration.calendarRemoved' : 'administration.calendarChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope, now) => {
      if ((await findTeamOfSeat(scope, seat)) === null) return { refusal: { code: 'gone' } };
      if (reading === null) await removeCalendar(scope, seat);
      else if (reading.kind === 'failed') return { refusal: { code: reading.code, field: 'url' } };
      else if (reading.kind === 'read') {
        const nextReadAt = addMinutes(now, readEveryMinutes);
        await keepReading(scope, await writeCalendar(scope, seat, { url, nextReadAt }), { ...reading, now });
      }
      return { ids: { seat } };
    },
  };
}
