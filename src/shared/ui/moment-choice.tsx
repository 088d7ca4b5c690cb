import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconCheck } from './icons/check.ts';

export type DayChoice = {
  href: string;
  /** "Ma" */
  weekday: string;
  /** "23" */
  day: string;
  /** "5 vrij", "vol" */
  note: string;
  /** All of it in words: "dinsdag 24 november, 8 vrije momenten". */
  label: string;
  full?: boolean;
  current?: boolean;
};

/** The days of a week as links, so that a day can be chosen without script. A full day is no link. */
export function DayStrip({ label, days }: { label: string; days: readonly DayChoice[] }) {
  return (
    <nav aria-label={label}>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(3rem,1fr))] gap-1.5">
        {days.map((day) => (
          <li key={day.label} className="grid">
            {day.full ? (
              <span className="grid justify-items-center rounded-md border border-line pt-2.5 pb-2 leading-5 text-ink-3">
                <DayWords {...day} />
              </span>
            ) : (
              <a
                href={day.href}
                aria-current={day.current ? 'date' : undefined}
                className={classNames(
                  'grid justify-items-center rounded-md border pt-2.5 pb-2 leading-5 no-underline',
                  day.current
                    ? 'border-brand bg-brand text-on-brand'
                    : 'border-edge bg-surface text-ink hover:border-brand hover:bg-brand-tint',
                )}
              >
                <DayWords {...day} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DayWords({ weekday, day, note, label, full, current }: DayChoice) {
  return (
    <>
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className={classNames('text-least', !full && !current && 'text-ink-2')}>
        {weekday}
      </span>
      <span
        aria-hidden="true"
        className={classNames('text-[1.375rem] leading-6.5', full ? 'font-medium' : 'font-bold')}
      >
        {day}
      </span>
      <span aria-hidden="true" className="mt-0.5 text-least">
        {note}
      </span>
    </>
  );
}

export type SlotChoice = { value: string; text: string; label?: string };
export type SlotGroupProps = {
  /** "Voormiddag" */
  title: string;
  icon?: IconShape;
  name: string;
  slots: readonly SlotChoice[];
  chosen?: string;
  /** Id of the first slot, where an error summary leads to. */
  id?: string;
  onChoose?: (value: string) => void;
};

/** The free times of a part of a day, as radio buttons. */
export function SlotGroup({ title, icon, name, slots, chosen, id, onChoose }: SlotGroupProps) {
  return (
    <fieldset className="mt-5">
      <legend className="flex items-center gap-2 text-small font-semibold text-ink-2">
        {icon && <Icon shape={icon} size={18} />}
        {title}
      </legend>
      <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
        {slots.map((slot, index) => (
          <label
            key={slot.value}
            className="group/slot relative flex h-13 items-center justify-center gap-1.5 rounded-md border-2 border-brand bg-surface text-[1.1875rem] font-bold text-brand hover:bg-brand-tint has-checked:bg-brand has-checked:text-on-brand"
          >
            <input
              type="radio"
              className="ring-from absolute inset-0 size-full cursor-pointer opacity-0"
              id={index === 0 ? id : undefined}
              name={name}
              value={slot.value}
              aria-label={slot.label}
              defaultChecked={slot.value === chosen}
              onChange={onChoose && (() => onChoose(slot.value))}
            />
            <span className="hidden group-has-checked/slot:block">
              <Icon shape={iconCheck} size={20} />
            </span>
            {slot.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
