'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { calendarForm, changeCalendar } from '#features/administration/change-calendar.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { readCalendar } from '#features/administration/read-calendars.ts';
import { changeFeed, type FeedChange } from '#features/administration/renew-feed.ts';
import type { FeedState } from '#features/administration/ui/feed-form.tsx';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { parseId, type SeatId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { config } from '#shared/config/config.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { calendarSource, clock } from '../../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { sendEdit } from '../../send-edit.ts';

/** Takes the address of an expert's calendar: it is read at once, so that a wrong one is told at once. */
export async function sendCalendar(previous: EditState, form: FormData): Promise<EditState> {
  const actor = await currentStaff();
  if (actor === null || !mayDo(actor, 'administer')) redirect('/admin');
  return sendEdit(previous, form, {
    schema: calendarForm,
    toChange: async (value, intent, { timeZone }) => {
      if (intent === 'remove') return changeCalendar(value, null);
      const calendar = { url: value.url, entityTag: null, lastReadAt: null };
      return changeCalendar(value, await readCalendar({ clock, calendarSource }, calendar, timeZone));
    },
    back: ({ seat }) => `/admin/seats/${seat}`,
  });
}

/** Makes or ends the secret address of a seat's own calendar. */
export async function sendFeed(_previous: FeedState, form: FormData): Promise<FeedState> {
  const [actor, t] = await Promise.all([currentStaff(), getTranslations('admin.problems')]);
  if (actor === null) redirect('/sign-on?callbackUrl=/admin/seats');
  const seatId = parseId<SeatId>(String(form.get('seat') ?? ''));
  const change: FeedChange = form.get('change') === 'stop' ? 'stop' : 'renew';
  if (seatId === null || !hasOwnOrigin(await headers()))
    return { address: null, problem: t('fromElsewhere') };
  const changed = await changeFeed(clock, actor, { seatId, change });
  if (changed === null) return { address: null, problem: t('forbidden') };
  revalidatePath(`/admin/seats/${seatId}`);
  if (changed.token === null) return { address: null, problem: null };
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const origin = publicOrigin(await currentOrganisation(), PUBLIC_SCHEME, PUBLIC_PORT);
  return { address: `${origin}/calendar/${changed.token}.ics`, problem: null };
}
