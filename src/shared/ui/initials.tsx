import { classNames } from './class-names.ts';

/** The first letters of a first and a last name; particles without a capital count for nothing ("Jan van Dam": JD). */
export function readInitials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const letters = words.slice(0, 2).map((word) => word.charAt(0));
  return letters.join('') || name.trim().charAt(0).toUpperCase();
}

/** Somebody without a picture. The name stands beside it, so this is hidden from assistive technology. */
export function Initials({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid size-13 flex-none place-items-center rounded-full bg-brand-tint text-[1.125rem] font-bold text-brand',
        className,
      )}
    >
      {readInitials(name)}
    </span>
  );
}
