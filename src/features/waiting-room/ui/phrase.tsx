import { getTranslations } from 'next-intl/server';
import type { Channel } from '#journey/appointment-wish.ts';
import { WordPair } from '#shared/ui/word-pair.tsx';

type PhraseProps = {
  words: readonly [string, string];
  /** How it takes place: who is called hears the words, instead of reading them in the waiting room. */
  channel: Channel;
  phone: string;
};

/** The two words by which the citizen knows that it is the municipality. */
export async function Phrase({ words, channel, phone }: PhraseProps) {
  const [t, changes] = await Promise.all([
    getTranslations('visit.phrase'),
    getTranslations('changes.phrase'),
  ]);
  const isCall = channel === 'phone';
  const isSpoken = isCall || channel === 'counter';
  return (
    <div>
      <p>
        <b>{t('title')}</b> {isSpoken ? changes(channel) : t('text')}
      </p>
      <WordPair words={words} className="mt-3" />
      <p className="mt-3 text-note text-ink-2">
        {isCall ? changes('wrongPhone', { phone }) : t('wrong', { phone })}
      </p>
    </div>
  );
}
