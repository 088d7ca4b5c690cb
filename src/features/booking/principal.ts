import { parseRegistrationNumber } from '#journey/registration-number.ts';
import type { Principal } from './booking-request.ts';
import { nameField } from './contact-details.ts';
import { type ForWhom, mayHaveRegistrationNumber, needsRegistrationNumber } from './for-whom.ts';

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
  const number = readNumber(forWhom, registrationNumber.trim());
  const nameProblem = name.success
    ? undefined
    : nameProblems[name.error.issues[0]?.message as keyof typeof nameProblems];
  if (!name.success || number.problem !== null) {
    return {
      ok: false,
      problems: {
        ...(nameProblem && { principalName: nameProblem }),
        ...(number.problem !== null && { registrationNumber: number.problem }),
      },
    };
  }
  return { ok: true, principal: { kind: forWhom, name: name.data, registrationNumber: number.digits } };
}

/** A number that is typed is checked; only a company cannot do without. */
function readNumber(forWhom: ForWhom, typed: string) {
  if (!mayHaveRegistrationNumber(forWhom) || (typed === '' && !needsRegistrationNumber(forWhom)))
    return { digits: null, problem: null };
  const digits = parseRegistrationNumber(typed);
  if (digits !== null) return { digits, problem: null };
  return {
    digits,
    problem: typed === '' ? ('registrationMissing' as const) : ('registrationWrong' as const),
  };
}
