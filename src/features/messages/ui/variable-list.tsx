import { useTranslations } from 'next-intl';
import type { MessageVariable } from '../message-variables.ts';
import type { WordedPart } from '../own-texts.ts';
import type { EditedMessage } from './own-texts-state.ts';

type VariableListProps = {
  readonly variables: EditedMessage['variables'];
  /** Puts it where was last typed, if it may stand there. */
  readonly insert: (name: string, parts: readonly WordedPart[]) => void;
};

/** What is filled in by itself: each with what it is and an example; pressed, it comes where somebody was typing. */
export function VariableList({ variables, insert }: VariableListProps) {
  const t = useTranslations('messageTexts.variables');
  return (
    <div>
      <h2 className="font-bold">{t('title')}</h2>
      <p className="text-small text-ink-2">{t('text')}</p>
      <ul className="mt-1.5 grid gap-1">
        {variables.map(({ name, example, needed, parts }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-2 text-small">
            <button
              type="button"
              aria-label={t('insert', { name: `{${name}}` })}
              onClick={() => insert(name, parts)}
              className="code min-h-7 cursor-pointer rounded-sm border border-edge bg-surface px-1.5 text-ink hover:bg-ground"
            >
              {`{${name}}`}
            </button>
            <span>
              {t(`${name as MessageVariable}`)}
              {needed && <b>, {t('needed')}</b>}
            </span>
            {example !== '' && <span className="break-all text-ink-2">({example})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
