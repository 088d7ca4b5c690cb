import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldError, FieldHint, type FieldTexts, wireField } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconCheck } from './icons/check.ts';
import { iconCircleCheck } from './icons/circle-check.ts';

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; icon?: IconShape };

export type ChoiceFieldProps = FieldTexts & {
  name: string;
  /** Id of the first choice, where the error summary leads to; left out, it is the name. */
  id?: string;
  choices: readonly Choice[];
  className?: string;
  /** The legend is there for assistive technology only: the page's heading already asks the question. */
  hideLegend?: boolean;
  /** list: one under the other; tiles: beside one another, icon over word; scale: a row of equal boxes. */
  look?: 'list' | 'tiles' | 'scale';
  onChange?: (value: string) => void;
  required?: boolean;
} & ({ several?: false; defaultValue?: string } | { several: true; defaultValue?: readonly string[] });

function Mark({ several }: { several: boolean }) {
  return (
    <span
      className={classNames(
        'grid size-6 flex-none place-items-center border-2 border-edge bg-surface',
        'group-has-checked/choice:border-brand group-has-checked/choice:bg-brand',
        'group-has-checked/choice:text-on-brand in-data-[density=seat]:size-5',
        '[&>svg]:invisible group-has-checked/choice:[&>svg]:visible',
        several ? 'rounded-[3px]' : 'rounded-full',
      )}
    >
      <Icon shape={iconCheck} size={16} />
    </span>
  );
}

const rows =
  'group/choice relative flex items-start gap-3 rounded-md bg-surface border-(length:--control-edge) border-edge ' +
  'min-h-(--control-height) px-3.5 py-3 has-checked:border-brand has-checked:bg-brand-tint ' +
  'in-data-[density=seat]:min-h-8 in-data-[density=seat]:border-transparent in-data-[density=seat]:bg-transparent ' +
  'in-data-[density=seat]:px-0 in-data-[density=seat]:py-1 in-data-[density=seat]:has-checked:border-transparent ' +
  'in-data-[density=seat]:has-checked:bg-transparent';
const boxes =
  'group/choice relative flex flex-col items-center justify-center gap-1 rounded-md bg-surface border border-edge ' +
  'text-small leading-5 font-semibold text-center px-2 py-2.5 has-checked:border-3 has-checked:border-brand ' +
  'has-checked:bg-brand-tint has-checked:text-brand';
const groups = {
  list: 'mt-3 grid gap-2 in-data-[density=seat]:mt-1 in-data-[density=seat]:gap-0',
  tiles: 'mt-3 grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-2',
  scale: 'mt-3 grid auto-cols-fr grid-flow-col gap-1.5',
} as const;

function ChoiceBox({
  choice,
  look,
  several,
}: {
  choice: Choice;
  look: 'list' | 'tiles' | 'scale';
  several: boolean;
}) {
  if (look === 'list') {
    return (
      <>
        <Mark several={several} />
        {choice.icon && <Icon shape={choice.icon} size={22} className="mt-0.5 text-brand" />}
        <span className="min-w-0">
          <span className="block font-semibold in-data-[density=seat]:font-seat">{choice.label}</span>
          {choice.hint && <span className="block text-small text-ink-2">{choice.hint}</span>}
        </span>
      </>
    );
  }
  return (
    <>
      {choice.icon && <Icon shape={choice.icon} size={24} />}
      <span className="max-w-full wrap-break-word hyphens-auto">{choice.label}</span>
      {choice.hint && <span className="text-least font-normal text-ink-2">{choice.hint}</span>}
      <span className="absolute top-1.5 right-1.5 hidden group-has-checked/choice:block">
        <Icon shape={iconCircleCheck} size={18} />
      </span>
    </>
  );
}

/** A question with a few answers: radio buttons, or check boxes where `several` may hold. */
export function ChoiceField(props: ChoiceFieldProps) {
  const {
    name,
    id = name,
    label,
    hint,
    error,
    optional,
    choices,
    className,
    hideLegend,
    look = 'list',
  } = props;
  const several = props.several === true;
  const chosen = [props.defaultValue ?? []].flat();
  const wiring = wireField(id, { hint, error });
  return (
    <fieldset className={className} aria-describedby={wiring['aria-describedby']}>
      <legend className={hideLegend ? 'sr-only' : 'font-bold'}>
        {label} {optional && <span className="font-normal text-ink-2">{optional}</span>}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className={groups[look]}>
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className={look === 'list' ? rows : classNames(boxes, look === 'tiles' && 'min-h-18')}
          >
            <input
              type={several ? 'checkbox' : 'radio'}
              className="ring-from absolute inset-0 size-full cursor-pointer opacity-0"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              aria-invalid={wiring['aria-invalid']}
              required={props.required}
              onChange={props.onChange && ((event) => props.onChange?.(event.currentTarget.value))}
            />
            <ChoiceBox choice={choice} look={look} several={several} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
