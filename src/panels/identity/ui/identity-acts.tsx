'use client';

import type { RequestId } from '#journey/ids.ts';
import { JudgeName } from './judge-name-form.tsx';
import { WholeNumber } from './whole-number.tsx';

type IdentityActsProps = {
  readonly requestId: RequestId;
  /** The appointment is in another name, and nobody found yet who that is. */
  readonly isOtherName: boolean;
  readonly numberMasked: string | null;
};

/** What a clerk may do with who somebody turned out to be: say whether another name is the same person, and see the whole number. */
export function IdentityActs({ requestId, isOtherName, numberMasked }: IdentityActsProps) {
  return (
    <>
      {isOtherName && <JudgeName requestId={requestId} />}
      {numberMasked !== null && <WholeNumber requestId={requestId} />}
    </>
  );
}
