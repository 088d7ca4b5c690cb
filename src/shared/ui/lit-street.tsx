import { classNames } from './class-names.ts';

const row = 'facades absolute bottom-0 [--facade-height:7.875rem] lg:[--facade-height:10.5rem]';

/**
 * A street in the evening: the organisation's own façades, and in the middle the house where somebody waits,
 * with light in its window. Goes at the bottom of a band.
 */
export function LitStreet({ description }: { description: string }) {
  return (
    <div
      role="img"
      aria-label={description}
      className="relative mt-4 h-33 overflow-hidden lg:h-44 print:hidden"
    >
      <div
        className={classNames(
          row,
          'right-[calc(50%+3.4375rem)] left-0 [mask-position:right_bottom] lg:right-[calc(50%+4.5rem)]',
        )}
      />
      <div
        className={classNames(
          row,
          'right-0 left-[calc(50%+3.4375rem)] [mask-position:left_bottom] lg:left-[calc(50%+4.5rem)]',
        )}
      />
      <svg
        viewBox="144 0 102 132"
        aria-hidden="true"
        focusable="false"
        className="absolute bottom-0 left-1/2 h-full -translate-x-1/2"
      >
        <path className="fill-brand-strong" d="M144 132V58h8V47h9V36h9V25h10V16h30v9h10v11h9v11h9v11h8v74z" />
        <path className="fill-lamp" d="M170 104V70a25 25 0 0 1 50 0v34z" />
        <path
          className="fill-brand-strong"
          d="M179 104c0-12 6-18 12-19.5v-3.5c-4.5-2.5-6-7-6-11.5 0-6.5 4-10.5 10-10.5s10 4 10 10.5c0 4.5-1.5 9-6 11.5v3.5c6 1.5 12 7.5 12 19.5z"
        />
        <path className="fill-none stroke-brand-strong" strokeWidth="2.5" d="M195 45v14M170 78h9M211 78h9" />
        <path className="fill-brand" d="M166 104h58v5h-58zM188 132v-15h14v15z" />
      </svg>
    </div>
  );
}
