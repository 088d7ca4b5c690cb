import { parseRegistrationNumber } from '#journey/registration-number.ts';
import type { Principal } from './booking-request.ts';
import { nameField } from './contact-details.ts';
import { type ForWhom, hasRegistrationNumber } from './for-whom.ts';

export type PrincipalProblem =
  | 'principalMissing'
  | 'principalTooLong'
  | 'principalCharacters'
  | 'registrationMissing'
  | 'registrationWrong';

export type PrincipalAnswer =
  | { readonly ok: true; readonly principal: Principal | null }
  | {
      readonly ok: false;
      readonly problems: { readonly [Field in 'principalName' | 'registrationNumber']?: PrincipalProblem };
    };

type Typed = {
  readonly forWhom: ForWhom;
  readonly principalName: string;
  readonly registrationNumber: string;
};

const nameProblems = {
  nameMissing: 'principalMissing',
  nameTooLong: 'principalTooLong',
  nameCharacters: 'principalCharacters',
} as const;

/** Who is acted for, or what is wrong with it; what was typed for oneself is not looked at. */
export function readPrincipal({ forWhom, principalName, registrationNumber }: Typed): PrincipalAnswer {
  if (forWhom === 'self') return { ok: true, principal: null };
  const name = nameField.safeParse(principalName);
  const digits = hasRegistrationNumber(forWhom) ? parseRegistrationNumber(registrationNumber) : null;
  const nameProblem = name.success
    ? undefined
    : nameProblems[name.error.issues[0]?.message as keyof typeof nameProblems];
  const isNumberWrong = hasRegistrationNumber(forWhom) && digits === null;
  const numberProblem = registrationNumber.trim() === '' ? 'registrationMissing' : 'registrationWrong';
  if (!name.success || isNumberWrong) {
    return {
      ok: false,
      problems: {
        ...(nameProblem && { principalName: nameProblem }),
        ...(isNumberWrong && { registrationNumber: numberProblem }),
      },
    };
  }
  return { ok: true, principal: { kind: forWhom, name: name.data, registrationNumber: digits } };
}
