/** Why a card's answer proves nothing; the message is a code for the log. */
export class Refusal extends Error {}

/** @throws Refusal unless it holds */
export function insist(holds: boolean, code: string): asserts holds {
  if (!holds) throw new Refusal(code);
}
