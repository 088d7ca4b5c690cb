import type { IncomingMessage } from 'node:http';

/** Under this name a request tells which organisation it is for. What a client sends under it is overwritten. */
export const organisationSlugHeader = 'x-organisation-slug';

/** Lets what cannot ask the database know whose page is asked for. */
export function nameOrganisation(request: IncomingMessage, { slug }: { readonly slug: string }): void {
  request.headers[organisationSlugHeader] = slug;
}
