import NextAuth from 'next-auth';
import { signOnOptions } from '#features/staff/sign-on.ts';
import { config } from '#shared/config/config.ts';
import { clock } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Context): Promise<Response> {
  const organisation = await currentOrganisation();
  const provider = config().STAFF_SIGN_ON[organisation.slug];
  if (provider === undefined) return new Response(null, { status: 404 });
  const options = signOnOptions({
    organisation,
    host: organisation.host,
    provider,
    secret: config().AUTH_SECRET,
    clock,
  });
  return NextAuth(request as never, context as never, options) as Promise<Response>;
}

export { handle as GET, handle as POST };
