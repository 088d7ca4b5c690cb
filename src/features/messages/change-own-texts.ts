import { createHash } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { FormOfAddress } from '#journey/language.ts';
import { mayDo } from '#journey/permissions.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { checkOwnText, type OwnTextProblem, tidyOwnText } from './check-own-text.ts';
import { defaultTemplate } from './default-words.ts';
import type { MessageValues } from './message-variables.ts';
import { findLastChange, findOwnTexts, replaceOwnTexts, takeTurnAtTexts } from './own-texts.data.ts';
import {
  type OwnTexts,
  readOwnText,
  type WordedPart,
  type WordingKey,
  wordedParts,
  wordings,
} from './own-texts.ts';

/** What was typed, per part. */
export type WrittenTexts = Readonly<Partial<Record<WordedPart, string>>>;

export type TextsChange = {
  readonly key: WordingKey;
  readonly written: WrittenTexts;
  /** `versionOf` the texts that the editor began with. */
  readonly seen: string;
};

/** What is wrong, of the parts where something is. */
export type OwnTextProblems = Readonly<Partial<Record<WordedPart, readonly OwnTextProblem[]>>>;

export type TextsOutcome =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'refused'; readonly problems: OwnTextProblems }
  /** Somebody else changed them meanwhile. Nothing was changed. */
  | {
      readonly kind: 'changedMeanwhile';
      readonly by: string | null;
      readonly at: Date | null;
      readonly seen: string;
    }
  | { readonly kind: 'done'; readonly seen: string };

type Tools = {
  readonly clock: Clock;
  readonly formOfAddress: FormOfAddress;
  /** Of an example: by them a text message is measured. */
  readonly values: MessageValues;
};

/** Stands for the texts of a wording as they are. */
export function versionOf(texts: OwnTexts, key: WordingKey): string {
  const own = wordedParts[key.channel].map((part) => readOwnText(texts, key, part));
  return createHash('sha256').update(JSON.stringify(own)).digest('base64url').slice(0, 12);
}

/**
 * Takes the words that an administrator wrote for a message. Those that say what the product says, or nothing, are not kept: the
 * product's words hold, those of a later version too.
 */
export async function changeOwnTexts(
  { clock, formOfAddress, values }: Tools,
  actor: StaffActor,
  { key, written, seen }: TextsChange,
): Promise<TextsOutcome> {
  if (!mayDo(actor, 'administer')) return { kind: 'forbidden' };
  const texts = new Map<WordedPart, string | null>();
  const problems: Partial<Record<WordedPart, readonly OwnTextProblem[]>> = {};
  for (const part of wordedParts[key.channel]) {
    const text = tidyOwnText(part, written[part] ?? '');
    const isOwn = text !== '' && text !== defaultTemplate(key, part, formOfAddress);
    const wrong = isOwn ? checkOwnText(key, part, text, values) : [];
    if (wrong.length > 0) problems[part] = wrong;
    texts.set(part, isOwn ? text : null);
  }
  if (Object.keys(problems).length > 0) return { kind: 'refused', problems };
  const at = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope): Promise<TextsOutcome> => {
    await takeTurnAtTexts(scope);
    const current = versionOf(await findOwnTexts(scope), key);
    if (current !== seen) {
      const last = await findLastChange(scope, key);
      return { kind: 'changedMeanwhile', by: last?.by ?? null, at: last?.at ?? null, seen: current };
    }
    await replaceOwnTexts(scope, key, texts, { by: actor.staffMemberId, at });
    const after = versionOf(await findOwnTexts(scope), key);
    if (after === current) return { kind: 'done', seen: after };
    await recordEvent(scope, {
      streams: [`organisation:${actor.organisationId}`],
      type: 'administration.messageTextChanged',
      actor: eventActorOf(actor),
      payload: {
        wording: key.wording,
        messageKind: wordings[key.wording].kind,
        channel: key.channel,
        language: key.language,
      },
      at,
    });
    return { kind: 'done', seen: after };
  });
}
