'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { boxClasses, Field, type FieldTexts } from './field.tsx';

export type TypeAheadOption = { key: string; text: string; detail?: string };

export type TypeAheadProps = FieldTexts & {
  id: string;
  query: string;
  onQueryChange: (query: string) => void;
  /** What fits the query, best first. */
  options: readonly TypeAheadOption[];
  onChoose: (key: string) => void;
  /** Backspace in an empty box: takes the last choice away. */
  onEraseBack?: () => void;
  /** Said when nothing fits. */
  emptyText: string;
  autoFocus?: boolean;
};

/**
 * A box that proposes while one types (ARIA APG, combobox with list). The first proposal is ready: Enter takes it. Escape closes the
 * list; nothing is taken by leaving the box.
 */
export function TypeAhead(props: TypeAheadProps) {
  const { id, query, onQueryChange, options, onChoose, onEraseBack, emptyText, autoFocus, ...texts } = props;
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = options[Math.min(at, options.length - 1)];
  const isShown = isOpen && query.trim() !== '';
  const choose = (key: string) => {
    onChoose(key);
    setOpen(false);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAction(event.key);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const keyAction = (key: string): (() => void) | null => {
    if (key === 'Backspace' && query === '' && onEraseBack) return onEraseBack;
    if (!isShown) return key === 'ArrowDown' && query !== '' ? () => setOpen(true) : null;
    if (key === 'Enter') return active ? () => choose(active.key) : () => {};
    if (key === 'Escape') return () => setOpen(false);
    if (key === 'ArrowDown') return () => setAt((place) => Math.min(place + 1, options.length - 1));
    return key === 'ArrowUp' ? () => setAt((place) => Math.max(place - 1, 0)) : null;
  };
  return (
    <Field id={id} {...texts}>
      {(wiring) => (
        <div className="relative">
          <input
            {...wiring}
            type="text"
            role="combobox"
            aria-expanded={isShown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isShown && active ? `${listId}-${active.key}` : undefined}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the screen is opened to type here at once.
            autoFocus={autoFocus}
            value={query}
            onChange={(event) => {
              onQueryChange(event.currentTarget.value);
              setOpen(true);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
            className={boxClasses(Boolean(texts.error))}
          />
          <Options
            id={listId}
            isShown={isShown}
            options={options}
            activeKey={active?.key}
            onChoose={choose}
            label={texts.label}
          />
          {isShown && options.length === 0 && (
            <p
              role="status"
              className="absolute inset-x-0 z-menu mt-1 rounded-md bg-surface p-3 shadow-float"
            >
              {emptyText}
            </p>
          )}
        </div>
      )}
    </Field>
  );
}

type OptionsProps = Pick<TypeAheadProps, 'id' | 'options' | 'onChoose' | 'label'> & {
  isShown: boolean;
  activeKey: string | undefined;
};

function Options({ id, isShown, options, activeKey, onChoose, label }: OptionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={typeof label === 'string' ? label : undefined}
      hidden={!isShown || options.length === 0}
      className="absolute inset-x-0 z-menu mt-1 max-h-80 overflow-y-auto rounded-md border border-line bg-surface py-1 shadow-float"
    >
      {options.map(({ key, text, detail }) => (
        <div
          key={key}
          id={`${id}-${key}`}
          role="option"
          tabIndex={-1}
          aria-selected={key === activeKey}
          // Before the box loses the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(key);
          }}
          className={classNames(
            'flex min-h-9 cursor-pointer flex-wrap items-baseline gap-x-3 px-3 py-1.5',
            key === activeKey ? 'bg-brand-tint font-semibold' : 'hover:bg-ground',
          )}
        >
          <span className="min-w-0 flex-1">{text}</span>
          {detail && <span className="text-small font-normal text-ink-2">{detail}</span>}
        </div>
      ))}
    </div>
  );
}
