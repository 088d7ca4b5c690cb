import { getTranslations } from 'next-intl/server';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { LinkAim } from './whose-link.tsx';

export type LinkProblem = 'name' | 'crowded';

type WhoAreYouProps = {
  services: string;
  day: string;
  action: string;
  /** Before the day: what can be said without opening anything here. Null where nothing is asked. */
  coming: { readonly action: string; readonly isSaid: boolean; readonly moment: string } | null;
  /** Where whoever is the citizen goes on to; null for the appointment itself. */
  aim: LinkAim | null;
  problem: LinkProblem | null;
  problemTitle: string;
};

/** The citizen is in another browser already: is this the same person, or somebody who helps? */
export async function WhoAreYou({ services, day, action, aim, problem, ...props }: WhoAreYouProps) {
  const { coming, problemTitle } = props;
  const t = await getTranslations('link');
  const nameError = problem === 'name' ? t('problems.name') : undefined;
  const problems = problem === null ? [] : [{ fieldId: 'name', message: t(`problems.${problem}`) }];
  return (
    <Columns>
      <ErrorSummary title={problemTitle} problems={problems} />
      <h1 className={problem === null ? undefined : 'mt-6'}>{t('elsewhere.title')}</h1>
      <p className="mt-3 text-lead">{t('elsewhere.lead', { service: services, day })}</p>
      <div className="mt-6 grid gap-5">
        {coming !== null && <Coming {...coming} moveAction={action} />}
        <Card as="section" labelledBy="same">
          <h2 id="same">{t('elsewhere.same.title')}</h2>
          <p className="mt-2">{t('elsewhere.same.text')}</p>
          <form method="post" action={action} className="mt-4">
            <input type="hidden" name="as" value="sameCitizen" />
            {aim !== null && <input type="hidden" name="then" value={aim} />}
            <Button type="submit" className="w-full sm:w-auto">
              {t('elsewhere.same.action')}
            </Button>
          </form>
        </Card>
        <Card as="section" labelledBy="help">
          <h2 id="help">{t('elsewhere.help.title')}</h2>
          <p className="mt-2">{t('elsewhere.help.text')}</p>
          <form method="post" action={action} className="mt-4 grid gap-4">
            <input type="hidden" name="as" value="companion" />
            <TextField
              id="name"
              name="name"
              label={t('elsewhere.help.name')}
              hint={t('elsewhere.help.nameHint')}
              error={nameError}
              autoComplete="name"
              maxLength={120}
            />
            <Button type="submit" look="secondary" className="w-full sm:w-auto sm:justify-self-start">
              {t('elsewhere.help.action')}
            </Button>
          </form>
        </Card>
      </div>
    </Columns>
  );
}

async function Coming({ action, isSaid, moment, moveAction }: ComingProps) {
  const t = await getTranslations('link');
  if (isSaid)
    return (
      <Notice kind="ok" title={t('answers.saidTitle')} role="status">
        {t('answers.saidText', { moment })}
      </Notice>
    );
  return (
    <Card as="section" labelledBy="coming">
      <h2 id="coming">{t('elsewhere.coming.title')}</h2>
      <p className="mt-2">{t('elsewhere.coming.text')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <form method="post" action={action} className="w-full sm:w-auto">
          <Button type="submit" wide>
            {t('answers.confirm')}
          </Button>
        </form>
        <form method="post" action={moveAction} className="w-full sm:w-auto">
          <input type="hidden" name="as" value="sameCitizen" />
          <input type="hidden" name="then" value="move" />
          <Button type="submit" look="secondary" wide>
            {t('answers.move')}
          </Button>
        </form>
      </div>
    </Card>
  );
}

type ComingProps = NonNullable<WhoAreYouProps['coming']> & { readonly moveAction: string };
