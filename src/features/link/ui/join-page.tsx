import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { CompanionLinkSummary } from '../open-companion-link.ts';

type JoinPageProps = {
  link: CompanionLinkSummary;
  /** Of the conversation, in words. */
  moment: string;
  /** When the waiting room opens, in words. */
  opens: string;
  organisationName: string;
  /** Where the click is sent. */
  action: string;
  isNameMissing: boolean;
  problemTitle: string;
};

/** A third person's own link: as what they come, what they may, and the way in; or why there is none. It says nothing about the citizen. */
export async function JoinPage(props: JoinPageProps) {
  const { link, moment, opens, organisationName, action, isNameMissing } = props;
  const [t, say] = await Promise.all([getTranslations('companions.join'), getTranslations('companions')]);
  const { state, role } = link;
  if (state === 'withdrawn' || state === 'over') {
    return (
      <Columns>
        <h1>{t(`${state}.title`)}</h1>
        <p className="mt-3 text-lead">{t(`${state}.text`)}</p>
      </Columns>
    );
  }
  return (
    <>
      <Band
        title={t('title', { role: say(`roles.${role}`) })}
        lead={t('lead', { organisation: organisationName, moment })}
      />
      <Columns>
        <div className="grid gap-6">
          {isNameMissing && (
            <ErrorSummary
              title={props.problemTitle}
              problems={[{ fieldId: 'name', message: t('nameMissing') }]}
            />
          )}
          <Notice kind="info" title={t('you')} heading="h2">
            {say(`may.${role}`)}
          </Notice>
          {state === 'early' ? (
            <Early opens={opens} />
          ) : state === 'here' ? (
            <form method="post" action={action} className="grid gap-3">
              <p>{t('here')}</p>
              <input type="hidden" name="name" value="-" />
              <input type="hidden" name="as" value="here" />
              <Button type="submit" className="w-full sm:w-fit">
                {t('goOn')}
              </Button>
            </form>
          ) : (
            <OpenForm isOpenElsewhere={state === 'open'} action={action} isNameMissing={isNameMissing} />
          )}
        </div>
      </Columns>
    </>
  );
}

async function Early({ opens }: { opens: string }) {
  const t = await getTranslations('companions.join.early');
  return (
    <section aria-labelledby="early">
      <h2 id="early">{t('title')}</h2>
      <p className="mt-2">{t('text', { opens })}</p>
      <ButtonLink look="secondary" href="/test" className="mt-4 w-full sm:w-auto">
        {t('test')}
      </ButtonLink>
    </section>
  );
}

async function OpenForm({
  isOpenElsewhere,
  action,
  isNameMissing,
}: {
  isOpenElsewhere: boolean;
  action: string;
  isNameMissing: boolean;
}) {
  const t = await getTranslations('companions.join');
  return (
    <Card as="section" labelledBy="join">
      <h2 id="join">{isOpenElsewhere ? t('open.title') : t('action')}</h2>
      <p className="mt-2">{isOpenElsewhere ? t('open.text') : t('text')}</p>
      <form method="post" action={action} className="mt-4 grid gap-4">
        <input type="hidden" name="as" value={isOpenElsewhere ? 'same' : 'new'} />
        <TextField
          id="name"
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={isNameMissing ? t('nameMissing') : undefined}
          autoComplete="name"
          maxLength={120}
        />
        <Button type="submit" className="w-full sm:w-fit">
          {isOpenElsewhere ? t('open.action') : t('action')}
        </Button>
      </form>
      {isOpenElsewhere && <p className="mt-4 text-ink-2">{t('open.notYou')}</p>}
    </Card>
  );
}

/** For who came by a link that was withdrawn since. */
export async function WithdrawnLink() {
  const t = await getTranslations('companions.join.withdrawn');
  return (
    <Columns>
      <h1>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('text')}</p>
    </Columns>
  );
}
