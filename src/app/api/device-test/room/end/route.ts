import { z } from 'zod';
import { closeTestRoom } from '#features/device-test/test-room.ts';
import { config } from '#shared/config/config.ts';
import { readJson } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { videoRooms } from '../../../../../wiring.ts';

const ending = z.object({ testId: z.string().max(200) });

/** Ends a test's room, also from a page that is just being closed. */
export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request, ending);
  if (body === null) return new Response(null, { status: 404 });
  try {
    const isOurs = await closeTestRoom(videoRooms, config().LINK_SECRET, body.testId);
    return new Response(null, { status: isOurs ? 204 : 404 });
  } catch (error) {
    // The room goes by itself when it has been empty for a while.
    logUnexpected(error, 'end of a device test');
    return new Response(null, { status: 503 });
  }
}
