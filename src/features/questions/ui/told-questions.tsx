import { getTranslations } from 'next-intl/server';
import type { LocalizedText } from '#journey/language.ts';
import { formatNearMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import type { ToldQuestion } from '../questions.data.ts';

type Props = {
  questions: readonly ToldQuestion[];
  say: (text: LocalizedText) => string;
  style: MomentStyle;
  /** Epoch milliseconds. */
  now: number;
  /** Whether a message tells of an answer. */
  isWrittenTo: boolean;
};

/** What runs on after the conversation: who answers by when, and the answer once it is there. */
export async function ToldQuestions({ questions, say, style, now, isWrittenTo }: Props) {
  const t = await getTranslations('backOffice.told');
  if (questions.length === 0) return null;
  const isWaiting = questions.some(({ answer }) => answer === null);
  return (
    <section aria-labelledby="runs-on">
      <h2 id="runs-on">{t('title')}</h2>
      <ul className="mt-3 grid gap-3">
        {questions.map(({ id, clerkName, teamName, answerBy, answer }) => {
          const who = clerkName ?? t('team', { name: say(teamName) });
          return (
            <li key={id} className="border-l-4 border-brand pl-4">
              {answer === null ? (
                t(answerBy > now ? 'waits' : 'late', { who, moment: formatNearMoment(answerBy, style) })
              ) : (
                <>
                  <b className="font-strong">{t('answered', { who })}</b>
                  <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{answer}</p>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {isWaiting && <p className="mt-3 text-ink-2">{t(isWrittenTo ? 'written' : 'come')}</p>}
    </section>
  );
}
