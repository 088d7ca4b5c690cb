import { Button } from './button.tsx';
import { iconSearch } from './icons/search.ts';

export type SearchFieldProps = {
  /** Where the form goes (GET), so that a result has an address and works without script. */
  action: string;
  name: string;
  label: string;
  buttonText: string;
  placeholder?: string;
  defaultValue?: string;
};

/** One box and one button; stands in a band or on the ground. */
export function SearchField({
  action,
  name,
  label,
  buttonText,
  placeholder,
  defaultValue,
}: SearchFieldProps) {
  return (
    <search>
      <form action={action} className="flex max-w-150 flex-wrap gap-2">
        <label htmlFor={name} className="sr-only">
          {label}
        </label>
        <input
          id={name}
          name={name}
          type="search"
          placeholder={placeholder}
          defaultValue={defaultValue}
          className="min-h-(--field-height) min-w-0 flex-[1_1_12rem] rounded-md border-(length:--control-edge) border-edge bg-surface px-3.5 text-ink placeholder:text-ink-3"
        />
        <Button type="submit" look="secondary" icon={iconSearch}>
          {buttonText}
        </Button>
      </form>
    </search>
  );
}
