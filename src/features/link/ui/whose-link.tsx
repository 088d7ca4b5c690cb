import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { RequestId } from '#journey/ids.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Notice } from '#shared/ui/notice.tsx';

/** Where somebody goes on to who opens the appointment: to another time, to the test of camera and sound, or to what is asked. */
export type LinkAim = 'move' | 'test' | RequestAim;

/** To something that a clerk asks. */
export type RequestAim = `requests/${RequestId}`;

/** What somebody wants who came by a button of a mail. */
export type LinkAnswer = 'coming' | 'move' | 'test';

type WhoseLinkProps = {
  organisationName: string;
  services: string;
  day: string;
  /** Of the appointment: day and time. */
  moment: string;
  /** Where the click is sent. */
  action: string;
  /** Where "I will be there" is sent; null where that cannot be said. */
  comingAction: string | null;
  answer: LinkAnswer | null;
  /** What is asked, for who came for that. */
  asked: RequestAim | null;
  /** The citizen let know to be coming. */
  saidComing: boolean;
  /** What to bring, as everybody may read it. */
  bring: ReactNode;
};

/** An unopened link: whose it is, and buttons. Plain forms, since only a person's click may open it or say something. */
export async function WhoseLink({ organisationName, services, day, ...props }: WhoseLinkProps) {
  const { moment, action, comingAction, answer, saidComing } = props;
  const requestAim = props.asked ?? undefined;
  const t = await getTranslations('link');
  const asked = comingAction !== null && answer === 'coming' && !saidComing;
  const lead = answer === null ? t('lead', { service: services, day }) : undefined;
  const buttons = [
    comingAction !== null && !saidComing && (
      <form key="coming" method="post" action={comingAction}>
        <Button type="submit" look={asked ? 'primary' : 'secondary'} wide>
          {asked ? t('answers.confirm') : t('answers.coming')}
        </Button>
      </form>
    ),
    <OpenForm
      key="open"
      action={action}
      look={answer === null || saidComing ? 'primary' : 'secondary'}
      aim={requestAim}
    >
      {t('open')}
    </OpenForm>,
    comingAction !== null && (
      <OpenForm key="move" action={action} look={answer === 'move' ? 'primary' : 'secondary'} aim="move">
        {answer === 'move' ? t('answers.choose') : t('answers.move')}
      </OpenForm>
    ),
    <OpenForm key="test" action={action} look="primary" aim="test">
      {t('answers.test')}
    </OpenForm>,
  ];
  const [coming, open, move, test] = buttons;
  return (
    <>
      <Band
        title={asked ? t('answers.title') : t('title', { organisation: organisationName })}
        lead={lead ?? t('answers.lead', { service: services, moment })}
      />
      <Columns>
        {saidComing && comingAction !== null && (
          <Notice kind="ok" title={t('answers.saidTitle')} role="status" className="mb-6">
            {t('answers.saidText', { moment })}
          </Notice>
        )}
        <div className="grid gap-3 sm:max-w-96">
          {answer === 'test'
            ? [test, open]
            : asked
              ? [coming, move, open]
              : answer === 'move'
                ? [move, coming, open]
                : [open, coming, move]}
        </div>
        <p className="mt-6 text-ink-2">{t('why')}</p>
        <p className="mt-3 text-ink-2">{t('notYours')}</p>
        <div className="mt-9 empty:hidden">{props.bring}</div>
      </Columns>
    </>
  );
}

type OpenFormProps = {
  action: string;
  look: 'primary' | 'secondary';
  aim?: LinkAim;
  children: string;
};

function OpenForm({ action, look, aim, children }: OpenFormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="as" value="citizen" />
      {aim !== undefined && <input type="hidden" name="then" value={aim} />}
      <Button type="submit" look={look} wide>
        {children}
      </Button>
    </form>
  );
}
