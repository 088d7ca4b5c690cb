import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type ControlBarProps = {
  label: string;
  /** call: the citizen's, on night, at the bottom edge; seat: a strip under the picture. */
  look: 'call' | 'seat';
  children: ReactNode;
};

/** The controls of a conversation, always in sight. */
export function ControlBar({ label, look, children }: ControlBarProps) {
  return (
    <fieldset
      aria-label={label}
      data-look={look}
      className={classNames(
        'group/bar flex min-w-0 flex-none',
        look === 'call'
          ? 'on-night-ground min-h-22 items-center justify-around bg-night px-2 max-[24rem]:px-1 pt-1.5 pb-[max(0.5rem,env(safe-area-inset-bottom))] text-on-night sm:justify-center sm:gap-6'
          : 'flex-wrap gap-1 rounded-md bg-surface p-1.25',
      )}
    >
      {children}
    </fieldset>
  );
}

export type ControlButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> & {
  icon: IconShape;
  /** Word under the icon. When off: the slashed icon, and the word with "uit". */
  word: string;
  on?: boolean;
  /** Ends the conversation. */
  ends?: boolean;
  /** What is new, with words for who cannot see it. */
  count?: { number: number; label: string };
  ref?: Ref<HTMLButtonElement>;
};

const box =
  'grid place-items-center group-data-[look=call]/bar:h-10 group-data-[look=call]/bar:w-12 ' +
  'group-data-[look=call]/bar:rounded-md';

/** One control: icon and word. */
export function ControlButton({ icon, word, on, ends, count, className, ...rest }: ControlButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'relative flex flex-col items-center justify-center rounded-md py-1 cursor-pointer transition-colors duration-state',
        'group-data-[look=call]/bar:min-h-16 group-data-[look=call]/bar:min-w-14 group-data-[look=call]/bar:gap-1 group-data-[look=call]/bar:text-[0.9375rem] group-data-[look=call]/bar:leading-4.5',
        // Six of them stand beside one another on the narrowest phone.
        'group-data-[look=call]/bar:max-[24rem]:min-w-0 group-data-[look=call]/bar:max-[24rem]:flex-1 group-data-[look=call]/bar:max-[24rem]:text-[0.8125rem] group-data-[look=call]/bar:max-[24rem]:leading-4',
        'group-data-[look=seat]/bar:min-h-13 group-data-[look=seat]/bar:min-w-16 group-data-[look=seat]/bar:max-w-24 group-data-[look=seat]/bar:flex-1 group-data-[look=seat]/bar:gap-0.5 group-data-[look=seat]/bar:px-1 group-data-[look=seat]/bar:text-[0.8125rem] group-data-[look=seat]/bar:leading-[1.0625rem] group-data-[look=seat]/bar:hover:bg-ground',
        on && 'group-data-[look=seat]/bar:bg-brand-tint',
        ends &&
          'group-data-[look=seat]/bar:ml-auto group-data-[look=seat]/bar:border group-data-[look=seat]/bar:border-danger group-data-[look=seat]/bar:bg-danger-tint group-data-[look=seat]/bar:font-strong group-data-[look=seat]/bar:text-danger',
        className,
      )}
    >
      <span
        className={classNames(
          box,
          ends ? 'group-data-[look=call]/bar:bg-hangup' : 'group-data-[look=call]/bar:bg-night-raised',
        )}
      >
        <Icon shape={icon} size={21} />
      </span>
      <span className="text-center wrap-anywhere">{word}</span>
      {count && count.number > 0 && (
        <span className="absolute top-0 left-[calc(50%+0.75rem)] min-w-5 rounded-full bg-lamp px-1 text-center text-[0.875rem] leading-5 font-bold text-on-lamp">
          <span aria-hidden="true">{count.number}</span>
          <span className="sr-only">{count.label}</span>
        </span>
      )}
    </button>
  );
}
