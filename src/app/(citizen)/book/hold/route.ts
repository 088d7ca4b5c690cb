import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readForm } from '#shared/http/read-form.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { holdForBrowser } from '../../browser-hold.ts';
import { readCurrentWish } from '../../current-wish.ts';
import { seeOther } from '../../open-link.ts';
import {
  listWishFields,
  readWishAddress,
  type WishAddress,
  writeAddress,
  writeServiceAddress,
} from '../../wish-address.ts';

const mostMomentCharacters = 40;

/**
 * A person chose a time: it is kept free for them from now on, and the form follows. What is wrong with it, the form's own page says: the
 * time may be gone, or not be one.
 */
export async function POST(request: Request): Promise<Response> {
  const form = (await readForm(request)) ?? new FormData();
  const text = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const names = ['with', 'channel', 'location', 'interpreter'] as const;
  const query = Object.fromEntries(names.map((name) => [name, text(name)]));
  const address = readWishAddress(text('service')[0] ?? '', query);
  const moment = text('moment')[0]?.slice(0, mostMomentCharacters) ?? '';
  if (moment === '') return seeOther(`${writeServiceAddress(address, missing(text('date')[0]))}#moments`);
  const cookie = await keep(request, address, moment);
  const page = [['service', address.service], ...listWishFields(address), ['moment', moment]] as const;
  const response = seeOther(writeAddress('/book', page));
  if (cookie !== null) response.headers.append('set-cookie', cookie);
  return response;
}

function missing(date: string | undefined): readonly (readonly [string, string])[] {
  return [...(date === undefined ? [] : [['date', date] as const]), ['missing', '1']];
}

/** @returns the cookie with which this browser finds its time again; null when there is nothing to keep */
async function keep(request: Request, address: WishAddress, moment: string): Promise<string | null> {
  const [organisation, current] = await Promise.all([currentOrganisation(), readCurrentWish(address)]);
  const read = parseMoment(moment, organisation.timeZone, epochMilliseconds(0));
  if (current === null || !read.ok) return null;
  return holdForBrowser(request, current.wish, read.value);
}
