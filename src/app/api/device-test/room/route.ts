import { mayTest, openTestRoom } from '#features/device-test/test-room.ts';
import { config } from '#shared/config/config.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { attemptLimiter, videoRooms } from '../../../../wiring.ts';

const noStore = { 'cache-control': 'no-store' };

/** Opens a throw-away room on the video server, for a test of device and connection. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request)) return Response.json({ code: 'unknown' }, { status: 404 });
  if (!(await mayTest(attemptLimiter, clientAddress(request.headers))))
    return Response.json({ code: 'tooOften' }, { status: 429, headers: { 'retry-after': '300' } });
  const { LINK_SECRET, RTC_ICE_SERVERS } = config();
  try {
    const room = await openTestRoom(videoRooms, LINK_SECRET);
    return Response.json({ ...room, iceServers: RTC_ICE_SERVERS }, { headers: noStore });
  } catch (error) {
    return Response.json({ errorId: logUnexpected(error, 'device test') }, { status: 503, headers: noStore });
  }
}
