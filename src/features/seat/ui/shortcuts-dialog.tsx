'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import {
  applyOwn,
  chooseKeys,
  combinationOf,
  defaultShortcuts,
  problemOf,
  type ShortcutAction,
  type ShortcutProblem,
  shortcutActions,
} from '#shared/keyboard/shortcuts.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconUndo2 } from '#shared/ui/icons/undo-2.ts';
import { Kbd } from '#shared/ui/kbd.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { useKeyWords } from './use-key-words.ts';
import type { Preferences } from './use-preferences.ts';

type Props = { readonly preferences: Preferences; readonly onClose: () => void };

/** All keys of the seat in one list, each to be changed, switched off and put back. */
export function ShortcutsDialog({ preferences, onClose }: Props) {
  const t = useTranslations('seatKeys');
  const { shortcuts: own, keepShortcuts, failed } = preferences;
  const [listening, setListening] = useState<ShortcutAction | null>(null);
  const [problem, setProblem] = useState<ShortcutProblem | null>(null);
  const keep = (action: ShortcutAction, combination: string | null | undefined) => {
    const wanted = combination === undefined ? defaultShortcuts[action] : combination;
    const found = wanted === null ? null : problemOf(applyOwn(own), action, wanted);
    setProblem(found);
    if (found !== null) return;
    setListening(null);
    keepShortcuts(chooseKeys(own, action, combination));
  };
  const words = (found: ShortcutProblem) =>
    t(`problems.${found.code}`, { action: found.code === 'taken' ? t(`actions.${found.by}`) : '' });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')} width="wide">
      <p className="max-w-text">{t('lead')}</p>
      <div role="status" className="mt-2 empty:hidden">
        {problem && <Notice kind="warn">{words(problem)}</Notice>}
        {failed && <Notice kind="warn">{t('failed')}</Notice>}
      </div>
      <ul className="mt-3">
        {shortcutActions.map((action) => (
          <ActionLine
            key={action}
            action={action}
            preferences={preferences}
            isListening={listening === action}
            onListen={(isOn) => {
              setListening(isOn ? action : null);
              setProblem(null);
            }}
            onChoose={(combination) => keep(action, combination)}
          />
        ))}
      </ul>
      <FixedKeys />
      {Object.keys(own).length > 0 && (
        <p className="mt-4">
          <Button look="secondary" icon={iconUndo2} onClick={() => keepShortcuts({})}>
            {t('resetAll')}
          </Button>
        </p>
      )}
    </Dialog>
  );
}

type LineProps = {
  readonly action: ShortcutAction;
  readonly preferences: Preferences;
  readonly isListening: boolean;
  readonly onListen: (isOn: boolean) => void;
  /** Null switches it off; undefined puts the usual keys back. */
  readonly onChoose: (combination: string | null | undefined) => void;
};

function ActionLine({ action, preferences, isListening, onListen, onChoose }: LineProps) {
  const t = useTranslations('seatKeys');
  const { shortcuts: own } = preferences;
  const name = t(`actions.${action}`);
  const keys = applyOwn(own)[action];
  const listen = (event: KeyboardEvent) => {
    if (!isListening || event.key === 'Tab') return;
    // These keys are meant for the choice: not for this dialog, the button, or the browser.
    event.preventDefault();
    event.stopPropagation();
    const combination = combinationOf(event);
    if (event.key === 'Escape') onListen(false);
    else if (combination !== null) onChoose(combination);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-1.5">
      <span className="min-w-0 flex-[1_1_14rem]">{name}</span>
      <span className="min-w-28">{keys === null ? t('off') : <Keys combination={keys} />}</span>
      <span className="flex flex-wrap gap-1">
        <Button
          look="secondary"
          aria-pressed={isListening}
          onClick={(event) => {
            // Not every browser gives the focus to a button that is clicked.
            event.currentTarget.focus();
            onListen(!isListening);
          }}
          onKeyDown={listen}
          onBlur={() => isListening && onListen(false)}
        >
          {isListening ? t('listening') : t('change')}
          <span className="sr-only"> {name}</span>
        </Button>
        {keys !== null && (
          <Button look="underlined" onClick={() => onChoose(null)}>
            {t('switchOff')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
        {action in own && (
          <Button look="underlined" onClick={() => onChoose(undefined)}>
            {t('reset')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

/** What every list and dialog does: known from everywhere, and only where the focus is. */
function FixedKeys() {
  const t = useTranslations('seatKeys');
  const rows = [
    { what: t('fixedKeys.moveInList'), keys: ['ArrowUp', 'ArrowDown'] },
    { what: t('fixedKeys.open'), keys: ['Enter'] },
    { what: t('fixedKeys.closeLayer'), keys: [t('names.Escape')] },
  ];
  return (
    <>
      <h3 className="mt-4 text-h2">{t('fixed')}</h3>
      <ul className="mt-1">
        {rows.map(({ what, keys }) => (
          <li key={what} className="flex flex-wrap gap-x-4 border-t border-line py-1.5">
            <span className="min-w-0 flex-[1_1_14rem]">{what}</span>
            <span className="min-w-28">
              {keys.map((key) => (
                <Keys key={key} combination={key} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Keys({ combination }: { combination: string }) {
  const words = useKeyWords()(combination);
  return (
    <>
      {words.map((key) => (
        <span key={key} className="mr-1">
          <Kbd>{key}</Kbd>
        </span>
      ))}
    </>
  );
}
