import type { Query } from './read-query.ts';

/** What somebody wants an appointment for, as it stands in an address: nothing of it is checked yet. */
export type WishAddress = {
  readonly service: string;
  /** Other services in the same appointment. */
  readonly with: readonly string[];
  readonly channel: string | undefined;
  /** Of the counter: at which building. */
  readonly location: string | undefined;
  /** It takes longer with an interpreter, so that it is asked before the times. */
  readonly interpreter: boolean;
};

/** No page of ours links to more or longer values. */
const mostValues = 8;
const mostCharacters = 80;

/** The wish of a query or of a form's fields. */
export function readWishAddress(service: string, query: Query): WishAddress {
  const values = (name: string) =>
    [query[name] ?? []]
      .flat()
      .slice(0, mostValues)
      .filter((value) => value.length <= mostCharacters);
  return {
    service,
    with: values('with'),
    channel: values('channel')[0],
    location: values('location')[0],
    interpreter: values('interpreter')[0] === '1',
  };
}

/** The fields of a wish, apart from its first service. */
export function listWishFields(wish: Omit<WishAddress, 'service'>): readonly (readonly [string, string])[] {
  return [
    ...wish.with.map((slug) => ['with', slug] as const),
    ...(wish.channel === undefined ? [] : [['channel', wish.channel] as const]),
    ...(wish.location === undefined ? [] : [['location', wish.location] as const]),
    ...(wish.interpreter ? [['interpreter', '1'] as const] : []),
  ];
}

/** A path with a query. */
export function writeAddress(path: string, fields: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The page where a wish's time is chosen. */
export function writeServiceAddress(
  wish: WishAddress,
  more: readonly (readonly [string, string])[] = [],
): string {
  return writeAddress(`/services/${encodeURIComponent(wish.service)}`, [...listWishFields(wish), ...more]);
}

/** Where an appointment for the same services as another begins. */
export function writeAgainAddress(services: readonly { readonly slug: string }[]): string {
  const [first, ...others] = services.map(({ slug }) => slug);
  if (first === undefined) return '/';
  const plain = { channel: undefined, location: undefined, interpreter: false };
  return writeServiceAddress({ service: first, with: others, ...plain });
}
