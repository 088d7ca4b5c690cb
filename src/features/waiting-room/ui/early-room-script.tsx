import { headers } from 'next/headers';
import { followEarly } from './early-room.ts';

/** The first lines of script in the waiting room: they run before anything else is loaded. */
export async function EarlyRoomScript({ reference }: { reference: string }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const address = JSON.stringify(`/events/visits/${encodeURIComponent(reference)}`);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text of our own function, and a reference that is encoded
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `(${followEarly})(${address})` }} />;
}
