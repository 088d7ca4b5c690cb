import { withOrganisation } from '#db/organisation-scope.ts';
import { findOwnTexts } from '#features/messages/own-texts.data.ts';
import type { OwnTexts, WordingKey } from '#features/messages/own-texts.ts';
import { findSampleServices } from '#features/messages/sample-services.data.ts';
import { sampleTelling } from '#features/messages/sample-telling.ts';
import type { Telling } from '#features/messages/told.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { config } from '#shared/config/config.ts';
import { clock } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

export type SampleMessage = {
  readonly telling: Telling;
  readonly now: EpochMilliseconds;
  readonly texts: OwnTexts;
};

/** An example of the message, from this municipality, in the words that it has now. */
export async function readSampleMessage({ wording, language }: WordingKey): Promise<SampleMessage> {
  const sender = await currentOrganisation();
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const origin = publicOrigin(sender, PUBLIC_SCHEME, PUBLIC_PORT);
  const now = epochMilliseconds(clock.now());
  return withOrganisation(sender.id, async (scope) => {
    const texts = await findOwnTexts(scope);
    const services = await findSampleServices(scope);
    return {
      telling: sampleTelling(wording, { sender, origin, services, language, texts, now }),
      now,
      texts,
    };
  });
}
