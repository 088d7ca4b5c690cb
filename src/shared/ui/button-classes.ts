import { classNames } from './class-names.ts';

/** primary: the one clear step; secondary: another way; underlined: a quiet way out; danger: ends something. */
export type ButtonLook = 'primary' | 'secondary' | 'underlined' | 'danger';

const base =
  'inline-flex max-w-full items-center gap-(--control-gap) text-(length:--control-text) leading-(--control-leading) ' +
  'transition-colors duration-state cursor-pointer select-none print:hidden';
const boxed =
  'justify-center min-h-(--control-height) px-(--control-pad) py-1.5 rounded-md text-center no-underline ' +
  'font-(--control-weight) ';
const looks: Record<ButtonLook, string> = {
  primary: `${boxed} border border-transparent bg-brand text-on-brand hover:bg-brand-strong active:bg-brand-strong`,
  secondary:
    `${boxed} bg-surface text-(--control-color) border-(length:--control-edge) border-(--control-edge-color) ` +
    'hover:bg-brand-tint active:bg-brand-tint',
  underlined:
    'justify-start min-h-(--link-height) py-1 text-left font-semibold text-brand underline underline-offset-[0.2em] ' +
    'decoration-[0.08em] hover:decoration-[0.16em] rounded-sm',
  danger: `${boxed} bg-danger-tint text-danger border-(length:--control-edge) border-danger hover:bg-surface active:bg-surface`,
};

/** The classes of a button, for whatever element plays its part. */
export function buttonClasses(
  look: ButtonLook,
  options: { wide?: boolean; className?: string } = {},
): string {
  return classNames(base, looks[look], options.wide && 'w-full', options.className);
}
