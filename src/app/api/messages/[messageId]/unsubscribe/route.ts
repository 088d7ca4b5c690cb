import { stopByMail } from '#features/changes/ask-earlier-time.ts';
import { findMessageAppointment } from '#features/messages/find-message-appointment.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { config } from '#shared/config/config.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { clock } from '../../../../../wiring.ts';
import { currentOrganisation } from '../../../../current-request.ts';

type Params = { readonly params: Promise<{ readonly messageId: string }> };

async function find({ params }: Params) {
  const { LINK_SECRET } = config();
  const organisation = await currentOrganisation();
  const { messageId: token } = await params;
  const id = await findMessageAppointment({ linkSecret: LINK_SECRET }, organisation.id, token);
  return { organisation, id };
}

/** The button of a mail program (RFC 8058): one POST without a cookie takes who pressed it out of the line for earlier times. */
export async function POST(_request: Request, context: Params): Promise<Response> {
  const { organisation, id } = await find(context);
  if (id === null) return new Response(null, { status: 404 });
  await stopByMail({ clock }, organisation.id, id);
  return new Response(null, { status: 204 });
}

/** Programs without that button open the address. That changes nothing, and leads to the appointment, where it can be said. */
export async function GET(_request: Request, context: Params): Promise<Response> {
  const { organisation, id } = await find(context);
  if (id === null) return new Response(null, { status: 404 });
  const { LINK_SECRET, PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const origin = publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT);
  return Response.redirect(`${origin}/l/${deriveLinkToken(LINK_SECRET, id)}`, 303);
}
