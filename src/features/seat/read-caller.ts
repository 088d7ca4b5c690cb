import { fail, type Result, succeed } from '#journey/result.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';

const mostNameCharacters = 120;
/** Control characters, and signs that turn the direction of writing around. */
const strange = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

export type CallerProblem = 'nameWrong' | 'phoneWrong';

/** A caller's name as it is kept: empty where nothing was typed; null when it cannot be one. */
export function readCallersName(typed: string): string | null {
  const name = typed.trim();
  return name.length > mostNameCharacters || strange.test(name) ? null : name;
}

/** Who telephones, as far as they said it: both may be left out. */
export function readCaller({
  name: typedName,
  phone: typedPhone,
}: {
  readonly name: string;
  readonly phone: string;
}): Result<{ readonly name: string; readonly phone: string | null }, { readonly code: CallerProblem }> {
  const name = readCallersName(typedName);
  if (name === null) return fail({ code: 'nameWrong' });
  if (typedPhone.trim() === '') return succeed({ name, phone: null });
  const phone = readPhoneNumber(typedPhone);
  return phone === null ? fail({ code: 'phoneWrong' as const }) : succeed({ name, phone });
}
