import { writeAddress } from '../../../../wish-address.ts';
import { homeOf } from '../../current-change.ts';

const mostCharacters = 80;
const names = ['channel', 'location'] as const;

/** A person chose a time: the page that asks for a yes follows. Nothing changes yet, and what is wrong is said there. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const form = await request.formData().catch(() => new FormData());
  const read = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, mostCharacters) : '';
  };
  const fields = names.map((name) => [name, read(name)] as const).filter(([, value]) => value !== '');
  const moment = read('moment');
  const move = `${homeOf(reference)}/move`;
  const location =
    moment === ''
      ? `${writeAddress(move, [...fields, ['missing', '1']])}#moments`
      : writeAddress(`${move}/confirm`, [...fields, ['moment', moment]]);
  return new Response(null, { status: 303, headers: { location } });
}
