import { getTranslations } from 'next-intl/server';
import { WordPair } from '#shared/ui/word-pair.tsx';

/** The two words by which the citizen knows that it is the municipality. */
export async function Phrase({ words, phone }: { words: readonly [string, string]; phone: string }) {
  const t = await getTranslations('visit.phrase');
  return (
    <div>
      <p>
        <b>{t('title')}</b> {t('text')}
      </p>
      <WordPair words={words} className="mt-3" />
      <p className="mt-3 text-note text-ink-2">{t('wrong', { phone })}</p>
    </div>
  );
}
