import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readForm } from '#shared/http/read-form.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { holdForBrowser } from '../../../../browser-hold.ts';
import { writeAddress } from '../../../../wish-address.ts';
import { currentChange, homeOf } from '../../current-change.ts';
import { readWishedChange, type WishedChange } from '../../wished-change.ts';

const mostCharacters = 80;

/**
 * A person chose a time, or a channel for the time that it has: it is kept free for them from now on, and the page that asks for a yes
 * follows. Nothing of the appointment changes yet, and what is wrong is said there.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const form = (await readForm(request)) ?? new FormData();
  const read = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value !== '' ? value.slice(0, mostCharacters) : undefined;
  };
  const change = await currentChange(reference);
  if (change === null || change.may !== 'change') return goTo(`${homeOf(reference)}/move`);
  const query = { channel: read('channel'), location: read('location'), way: read('way') };
  const wished = await readWishedChange(change.appointment, query);
  const moment = read('moment');
  const move = `${homeOf(reference)}/move`;
  if (moment === undefined)
    return goTo(`${writeAddress(move, [...wished.fields, ['missing', '1'] as const])}#moments`);
  const cookie = await keep(request, wished, moment);
  return goTo(writeAddress(`${move}/confirm`, [...wished.fields, ['moment', moment] as const]), cookie);
}

function goTo(location: string, cookie: string | null = null): Response {
  const response = new Response(null, { status: 303, headers: { location } });
  if (cookie !== null) response.headers.append('set-cookie', cookie);
  return response;
}

async function keep(request: Request, { wish }: WishedChange, moment: string): Promise<string | null> {
  const { timeZone } = await currentOrganisation();
  const read = parseMoment(moment, timeZone, epochMilliseconds(0));
  return read.ok ? holdForBrowser(request, wish, read.value) : null;
}
