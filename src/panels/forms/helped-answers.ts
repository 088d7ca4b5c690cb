import type { TypedAnswers } from '#journey/forms/form-answers.ts';

/** What a clerk filled in for somebody, by the step and by the control's name in it. */
export type HelpedAnswers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Whether what stands in a control is what a clerk filled in there; no longer once it is somebody's own. */
export function isHelped(
  helped: HelpedAnswers,
  { step, control }: { readonly step: string; readonly control: string },
  values: readonly string[] = [],
): boolean {
  const filled = helped[step]?.[control];
  return filled !== undefined && values.join('') !== '' && filled.join('\n') === values.join('\n');
}

/** What of it still stands there: nothing is kept of what somebody took away or made their own. */
export function keepHelped(helped: HelpedAnswers, answers: TypedAnswers): HelpedAnswers {
  return Object.fromEntries(
    Object.entries(helped).flatMap(([step, controls]) => {
      const standing = Object.entries(controls).filter(([control]) => {
        const [, row = '', name = ''] = /^(\d+)\.(.+)$/.exec(control) ?? [];
        return isHelped(helped, { step, control }, answers[step]?.[Number(row)]?.[name]);
      });
      return standing.length === 0 ? [] : [[step, Object.fromEntries(standing)] as const];
    }),
  );
}
