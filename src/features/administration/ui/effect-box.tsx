import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { EffectWords, HitWords } from '../edit-state.ts';

const tones = { ok: 'text-ok', warn: 'text-warn', neutral: 'text-ink-2' };

export type EffectBoxWords = {
  readonly title: string;
  readonly hits: string;
  readonly stay: string;
};

type EffectBoxProps = {
  readonly effect: EffectWords;
  readonly words: EffectBoxWords;
};

/** What a change does, before it is saved. Whom it hits stands above the buttons. */
export function EffectBox({ effect, words }: EffectBoxProps) {
  return (
    <div role="status" className="rounded-md bg-surface p-3 forced-colors:border in-[.on-surface]:bg-ground">
      <h3>{words.title}</h3>
      <ul className="mt-1.5 grid gap-1.5">
        {effect.lines.map(({ key, icon, tone, text }) => (
          <li key={key} className="flex gap-2.5">
            <Icon shape={icon} size={19} className={classNames('mt-0.5', tones[tone])} />
            <span className="min-w-0">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type HitListProps = {
  readonly hits: readonly HitWords[];
  readonly words: EffectBoxWords;
};

/** The appointments that lose their time, by name: in sight together with the button that does it, however long the form or the list. */
export function HitList({ hits, words }: HitListProps) {
  return (
    <section
      aria-label={words.hits}
      // A list that is longer than its place is scrolled with the keyboard too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      className="ring-inside max-h-[26dvh] w-full sm:max-h-[34dvh] overflow-y-auto rounded-md bg-warn-tint p-3"
    >
      <h3>{words.hits}</h3>
      <ul className="mt-1 grid gap-2">
        {hits.map(({ key, name, reference, moment, reason }) => (
          <li key={key}>
            <b>{name}</b> <span className="code text-ink-2">{reference}</span>
            <span className="block">{moment}</span>
            <span className="block text-ink-2">{reason}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2">{words.stay}</p>
    </section>
  );
}
