/** By what a page or a server could keep what is said and seen. */
const recorders = ['MediaRecorder', 'MediaStreamTrackProcessor', 'EgressClient', 'StartEgress'] as const;

export type SourceText = { readonly path: string; readonly text: string };

/** Where sources use something that records. @returns `path: name`, in order of the files */
export function findRecorders(sources: readonly SourceText[]): readonly string[] {
  return sources.flatMap(({ path, text }) =>
    [
      ...recorders.filter((name) => new RegExp(`\\b${name}\\b`).test(text)),
      ...(/\broomRecord\s*:(?!\s*false\b)/.test(text) ? ['roomRecord'] : []),
      ...(/\begress\s*:/.test(text) ? ['egress'] : []),
    ].map((name) => `${path}: ${name}`),
  );
}
