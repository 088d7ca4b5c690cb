/** What can be wrong with files that are sent in. */
export const uploadProblems = [
  'none',
  'empty',
  'tooLarge',
  'wrongType',
  'tooMany',
  'tooFast',
  'notAsked',
  'over',
  'failed',
] as const;
export type UploadProblem = (typeof uploadProblems)[number];

/** Reads what stands in an address. */
export function parseUploadProblem(value: string | undefined): UploadProblem | null {
  return uploadProblems.find((code) => code === value) ?? null;
}
