import { z } from 'zod';
import { type WalkInChannel, walkInChannels } from '#journey/walk-in-channels.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';

export const walkInFields = ['name', 'phone'] as const;
export type WalkInField = (typeof walkInFields)[number];
export type WalkInProblem = 'nameMissing' | 'nameTooLong' | 'characters' | 'phoneWrong';
/** What no field can mend. */
export type WalkInTrouble = 'tooMany' | 'fromElsewhere' | 'closed' | 'full' | 'notOffered';

/** The form of who joins: what was typed, and what is wrong with it. */
export type WalkInState = {
  readonly typed: Readonly<Record<WalkInField, string>>;
  /** How they want to be helped; null before they said it. */
  readonly channel: WalkInChannel | null;
  readonly problems: Partial<Record<WalkInField, WalkInProblem>>;
  readonly trouble: WalkInTrouble | null;
};

const mostTypedCharacters = 500;
const mostNameCharacters = 120;
/** Control characters, and signs that turn the direction of writing around. */
const strange = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** The service and the form that our own page wrote itself; null when it did not. */
export function readHidden(form: FormData): { service: string; submissionKey: string } | null {
  const hidden = z
    .object({ service: z.string().min(1).max(80), submissionKey: z.uuid().toLowerCase() })
    .safeParse({ service: form.get('service'), submissionKey: form.get('submissionKey') });
  return hidden.success ? hidden.data : null;
}

/** How they want to be helped; null when our page offered something else. */
export function readChannel(form: FormData): WalkInChannel | null {
  const value = form.get('channel');
  return walkInChannels.find((channel) => channel === value) ?? null;
}

export function readTyped(form: FormData): WalkInState['typed'] {
  const textOf = (field: WalkInField) => String(form.get(field) ?? '').slice(0, mostTypedCharacters);
  return { name: textOf('name'), phone: textOf('phone') };
}

/** Who joins, or all that is wrong at once. */
export function readWalkIn(
  typed: WalkInState['typed'],
):
  | { readonly ok: true; readonly name: string; readonly phone: string | null }
  | { readonly ok: false; readonly problems: WalkInState['problems'] } {
  const problems: Partial<Record<WalkInField, WalkInProblem>> = {};
  const name = typed.name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '') problems.name = 'nameMissing';
  else if (strange.test(name)) problems.name = 'characters';
  else if (name.length > mostNameCharacters) problems.name = 'nameTooLong';
  const phone = readPhoneNumber(typed.phone);
  if (phone === null && typed.phone.trim() !== '') problems.phone = 'phoneWrong';
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, name, phone };
}
