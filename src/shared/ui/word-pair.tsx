import { classNames } from './class-names.ts';

/** The recognition phrase of an appointment: the same two words in every message and in the waiting room. */
export function WordPair({ words, className }: { words: readonly [string, string]; className?: string }) {
  return (
    <p className={classNames('flex flex-wrap gap-2', className)}>
      {words.map((word) => (
        <b
          key={word}
          className="min-w-0 flex-1 basis-32 rounded-md bg-brand-tint p-2.5 text-center text-[1.25rem] leading-6.5 tracking-[0.01em]"
        >
          {word}
        </b>
      ))}
    </p>
  );
}
